import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Conversation } from '../chat/conversation.ts';
import { isSpoken, type Entry } from '../chat/entry.ts';
import type { Pending } from '../chat/queue.ts';
import { useApp } from './app-context.ts';
import { Avatar } from './avatar.tsx';
import { HappeningRow, isComing } from './happening.tsx';
import { Icon } from './icons.tsx';
import { MessageRow } from './message-row.tsx';
import { PendingRow } from './pending-row.tsx';
import { dayName, dayOf } from './times.ts';
import { VirtualList } from './virtual-list.tsx';

/** How long one person's messages count as one speech, in milliseconds. */
const SPEECH = 5 * 60_000;

/** What is said in a conversation, and what waits to be said there. */
export function Messages({ conversation }: { conversation: Conversation }): JSX.Element {
  const { app, client, words } = useApp();
  const [isAtEnd, setAtEnd] = useState(true);
  const [endWish, setEndWish] = useState(0);
  const isLoading = useRef(false);
  const { timeline } = conversation;
  const { entries } = timeline;
  const pending = client.queue.in(conversation.name, (name) => client.chat.fold(name));
  const showsComings = app.settings.value.showsComings;
  const isHidden = (entry: Entry) => !showsComings && !isSpoken(entry) && isComing(entry) && !timeline.hasGapAfter(entry.id);
  const target = app.target.value?.conversation === conversation.name ? app.target.value.message : undefined;
  const last = pending.at(-1)?.id;

  useEffect(() => {
    if (target !== undefined && !timeline.find(target)) void client.history.around(conversation, target).then(() => (app.revision.value += 1), () => undefined);
  }, [target]);

  // What one writes oneself is looked at.
  useEffect(() => {
    if (last !== undefined) setEndWish((wish) => wish + 1);
  }, [last]);

  useReading(conversation, isAtEnd);

  const older = () => {
    if (isLoading.current || timeline.isComplete || entries.length === 0) return;
    isLoading.current = true;
    void client.history
      .older(conversation)
      .catch(() => false)
      .then(() => {
        isLoading.current = false;
        app.revision.value += 1;
      });
  };

  const visibleBefore = (index: number): Entry | undefined => {
    for (let at = index - 1; at >= 0 && at >= index - 50; at -= 1) {
      const entry = entries[at];
      if (entry && !isHidden(entry)) return entry;
    }
    return undefined;
  };

  const rows = {
    count: entries.length + pending.length,
    key: (index: number) => entries[index]?.id ?? `pending ${pending[index - entries.length]?.id}`,
    estimate: (index: number) => {
      const entry = entries[index];
      return entry && isHidden(entry) ? 0 : 44;
    },
  };

  const render = (index: number): JSX.Element | null => {
    const entry = entries[index];
    if (!entry) {
      const item = pending[index - entries.length];
      return item ? <PendingRow item={item} goesOn={goesOnPending(item, pending[index - entries.length - 1], entries.at(-1))} /> : null;
    }
    return <Row conversation={conversation} entry={entry} before={visibleBefore(index)} isFirst={index === 0 || visibleBefore(index) === undefined} />;
  };

  // Where only comings are known, what was said stands before them, if anything was.
  const isEmpty = pending.length === 0 && entries.every(isHidden);
  useEffect(() => {
    if (isEmpty) older();
  }, [isEmpty, timeline.revision]);

  if (isEmpty) return <Empty conversation={conversation} />;
  return (
    <div class="messages">
      <VirtualList
        key={conversation.name}
        rows={rows}
        indexOf={(key) => (key.startsWith('pending ') ? entries.length + pending.findIndex((item) => `pending ${item.id}` === key) : timeline.indexOf(key))}
        render={render}
        label={words.messages.label(conversation.name)}
        revision={`${timeline.revision} ${showsComings}`}
        target={target !== undefined && timeline.find(target) ? target : undefined}
        onTop={older}
        onPlace={setAtEnd}
        endWish={endWish}
      />
      {!isAtEnd && (
        <button type="button" class="newest" onClick={() => setEndWish((wish) => wish + 1)} data-testid="newest">
          <Icon name="down" />
          {conversation.unread > 0 ? words.messages.newer(conversation.unread) : words.messages.newest}
        </button>
      )}
    </div>
  );
}

function goesOnPending(item: Pending, before: Pending | undefined, entry: Entry | undefined): boolean {
  if (item.replyTo !== undefined) return false;
  if (before) return true;
  return entry !== undefined && isSpoken(entry) && entry.isOwn && item.time - entry.time < SPEECH;
}

/** Tells the server what was read: the window has the focus, and the end is in sight. */
function useReading(conversation: Conversation, isAtEnd: boolean): void {
  const { client } = useApp();
  const { timeline, unread } = conversation;
  useEffect(() => {
    const look = () => {
      if (isAtEnd && document.hasFocus() && document.visibilityState === 'visible') client.signs.sawEnd(conversation);
    };
    look();
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [conversation, timeline.revision, unread, isAtEnd]);
}

interface RowProps {
  readonly conversation: Conversation;
  readonly entry: Entry;
  readonly before: Entry | undefined;
  readonly isFirst: boolean;
}

/** An entry, with what stands before it: a day, the line "new"; and behind it a gap. */
function Row({ conversation, entry, before, isFirst }: RowProps): JSX.Element {
  const { app, words } = useApp();
  const { newLine, timeline } = conversation;
  const isNewDay = !before || dayOf(before.time) !== dayOf(entry.time);
  const isFirstNew = newLine !== undefined && entry.time > newLine && isSpoken(entry) && !entry.isOwn && before !== undefined && before.time <= newLine;
  const goesOn =
    isSpoken(entry) && before !== undefined && isSpoken(before) && !isNewDay && !isFirstNew && entry.replyTo === undefined && entry.kind !== 'action' &&
    before.kind === entry.kind && before.by === entry.by && entry.time - before.time < SPEECH && !timeline.hasGapAfter(before.id);
  return (
    <>
      {isFirst && timeline.isComplete && <p class="beginning">{words.messages.beginning(conversation.name)}</p>}
      {isFirst && !timeline.isComplete && <p class="beginning">{words.messages.loading}</p>}
      {isNewDay && (
        <div class="day" role="separator">
          <span>{dayName(entry.time, Date.now(), app.language.value, words)}</span>
        </div>
      )}
      {isFirstNew && (
        <div class="new-line" role="separator" data-testid="new-line">
          <span>{words.messages.new}</span>
        </div>
      )}
      {isSpoken(entry) ? <MessageRow conversation={conversation} entry={entry} goesOn={goesOn} /> : <HappeningRow entry={entry} />}
      {timeline.hasGapAfter(entry.id) && timeline.entries.at(-1) !== entry && <Gap conversation={conversation} id={entry.id} />}
    </>
  );
}

/** Fetches what is missing as soon as somebody comes near. */
function Gap({ conversation, id }: { conversation: Conversation; id: string }): JSX.Element | null {
  const { app, client, words } = useApp();
  const isOnline = client.connection.standing.kind === 'online';
  const load = () => void client.history.step(conversation, id).then(() => (app.revision.value += 1), () => undefined);
  useEffect(() => {
    if (isOnline) load();
  }, [id, isOnline]);
  // What is missing while one is away is fetched on return, and the banner says so.
  if (!isOnline) return null;
  return (
    <div class="gap" data-testid="gap">
      <span>{words.messages.gap}</span>
      <button type="button" class="button button-small" onClick={load}>
        {words.messages.gapLoad}
      </button>
    </div>
  );
}

/** A place where nobody has spoken yet: whose it is, and what to do first. */
function Empty({ conversation }: { conversation: Conversation }): JSX.Element {
  const { client, words } = useApp();
  const { isChannel, name } = conversation;
  if (!conversation.timeline.isComplete) return <p class="messages messages-empty" role="status">{words.messages.loading}</p>;
  const isFounder = /[~&@]/.test(conversation.members.get(client.chat.fold(client.chat.nick))?.ranks ?? '');
  return (
    <div class="messages messages-empty" role="log" aria-live="off" aria-label={words.messages.label(name)} data-testid="messages">
      {isChannel ? <img src="/favicon.svg" alt="" width="56" height="56" /> : <Avatar name={name} />}
      <h2>{isChannel ? words.messages.emptyChannel(name) : words.messages.emptyPerson(name)}</h2>
      <p>{words.messages.empty}</p>
      <p class="soft">{isChannel ? words.messages.emptyFirst : words.messages.emptyPersonHint}</p>
      {isChannel && isFounder && (
        <ul class="soft">
          {conversation.topic === '' && <li>{words.messages.emptyTopic}</li>}
          <li>{words.messages.emptyInvite}</li>
        </ul>
      )}
    </div>
  );
}
