import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Conversation } from '../chat/conversation.ts';
import type { Spoken } from '../chat/entry.ts';
import { plainText } from '../chat/formatting.ts';
import { QUICK } from '../chat/emoji.ts';
import { quoted } from '../history/history.ts';
import { useApp } from './app-context.ts';
import { Avatar, hueOf } from './avatar.tsx';
import { Confirm } from './dialog.tsx';
import { EmojiPicker } from './emoji-picker.tsx';
import { Icon, IconButton } from './icons.tsx';
import { RichText } from './rich-text.tsx';
import { clockTime, fullTime } from './times.ts';

interface MessageRowProps {
  readonly conversation: Conversation;
  readonly entry: Spoken;
  /** Whether it goes on after a message of the same person. */
  readonly goesOn: boolean;
}

/** What somebody said, with what can be done about it. */
export function MessageRow({ conversation, entry, goesOn }: MessageRowProps): JSX.Element {
  const { app, client, words } = useApp();
  const language = app.language.value;
  const isMentioned = client.chat.isMention(entry);
  const tap = useTap();
  const time = (
    <time dateTime={new Date(entry.time).toISOString()} title={fullTime(entry.time, language)}>
      {clockTime(entry.time, language)}
    </time>
  );
  return (
    <article
      class={`message ${goesOn ? 'message-on' : ''} ${isMentioned ? 'message-mention' : ''} message-${entry.kind} ${app.target.value?.message === entry.id ? 'message-target' : ''}`}
      aria-label={`${entry.by}, ${fullTime(entry.time, language)}`}
      tabIndex={-1}
      {...tap}
      data-testid="message"
      data-msgid={entry.id}
    >
      <div class="message-side">{goesOn ? time : <Avatar name={entry.by} />}</div>
      <div class="message-main">
        {!goesOn && (
          <div class="message-head">
            <button type="button" class={`author ${hueOf(entry.by)}`} onClick={() => !client.chat.isMe(entry.by) && app.show(entry.by)}>
              {entry.by}
            </button>
            {time}
          </div>
        )}
        {entry.replyTo !== undefined && <Quotation conversation={conversation} id={entry.replyTo} />}
        {entry.isDeleted ? (
          <p class="deleted">{words.messages.deleted}</p>
        ) : entry.kind === 'action' ? (
          <div class="action">
            <RichText text={`${entry.by} ${entry.text}`} />
          </div>
        ) : (
          <RichText text={entry.text} />
        )}
        <Reactions conversation={conversation} entry={entry} />
      </div>
      {!entry.isDeleted && <Tools conversation={conversation} entry={entry} />}
    </article>
  );
}

/** Where nothing can be pointed at, a tap on a message shows what can be done with it, and another one hides that. */
function useTap(): JSX.IntrinsicElements['article'] {
  const wasChosen = useRef(false);
  return {
    onPointerDown: (event) => (wasChosen.current = event.currentTarget.contains(document.activeElement)),
    onClick: ({ currentTarget, target }) => {
      if (matchMedia('(hover: hover)').matches || (target instanceof Element && target.closest('a, button, dialog, .tools'))) return;
      if (wasChosen.current) currentTarget.blur();
      else currentTarget.focus({ preventScroll: true });
    },
  };
}

function Quotation({ conversation, id }: { conversation: Conversation; id: string }): JSX.Element {
  const { app, words } = useApp();
  const original = conversation.timeline.find(id);
  const text = quoted(original);
  return (
    <button type="button" class="quotation" onClick={() => (app.target.value = { conversation: conversation.name, message: id })} data-testid="quotation">
      <Icon name="reply" />
      {original && <strong class={hueOf(original.by)}>{original.by}</strong>}
      <span>{text === undefined ? words.messages.lostQuote : plainText(text).replace(/\s+/g, ' ').slice(0, 160)}</span>
    </button>
  );
}

function Reactions({ conversation, entry }: { conversation: Conversation; entry: Spoken }): JSX.Element | null {
  const { client } = useApp();
  if (entry.reactions.size === 0) return null;
  return (
    <div class="reactions">
      {[...entry.reactions].map(([emoji, people]) => {
        const names = [...people].join(', ');
        const isMine = [...people].some((nick) => client.chat.isMe(nick));
        return (
          <button
            type="button"
            key={emoji}
            class="reaction"
            aria-pressed={isMine}
            title={names}
            onClick={() => client.signs.react(conversation, entry, emoji)}
            data-testid="reaction"
          >
            <span>{emoji.slice(0, 24)}</span> <span class="count">{people.size}</span>
            <span class="hidden">{names}</span>
          </button>
        );
      })}
    </div>
  );
}

/** Appears when one points at a message, or has the focus in it. */
function Tools({ conversation, entry }: { conversation: Conversation; entry: Spoken }): JSX.Element {
  const { app, client, words } = useApp();
  const [isPicking, setPicking] = useState(false);
  const [isDeleting, setDeleting] = useState(false);
  const { capabilities } = client.connection;
  const canTag = capabilities.has('message-tags') && !entry.id.includes('~');
  const rank = conversation.members.get(client.chat.fold(client.chat.nick))?.ranks ?? '';
  const canDelete = capabilities.has('draft/message-redaction') && !entry.id.includes('~') && (entry.isOwn || /[~&@%]/.test(rank));
  const copy = () => {
    void navigator.clipboard?.writeText(plainText(entry.text)).then(() => app.toast(words.messages.copied));
  };
  const react = (emoji: string) => {
    setPicking(false);
    client.signs.react(conversation, entry, emoji);
  };
  return (
    <div class={`tools ${isPicking ? 'tools-open' : ''}`}>
      {canTag && QUICK.slice(0, 3).map((emoji) => (
        <button type="button" key={emoji} class="icon-button tools-quick" aria-label={`${words.messages.react} ${emoji}`} onClick={() => react(emoji)}>
          {emoji}
        </button>
      ))}
      {canTag && <IconButton icon="smile" label={words.messages.moreEmoji} onClick={() => setPicking(!isPicking)} testId="react" />}
      {canTag && <IconButton icon="reply" label={words.messages.reply} onClick={() => app.replyTo(conversation.name, entry.id)} testId="reply" />}
      <IconButton icon="copy" label={words.messages.copy} onClick={copy} />
      {canDelete && <IconButton icon="trash" label={words.messages.delete} onClick={() => setDeleting(true)} testId="delete" />}
      {isPicking && <EmojiPicker onPick={react} onClose={() => setPicking(false)} />}
      {isDeleting && (
        <Confirm
          title={words.confirm.deleteTitle}
          text={words.confirm.deleteText}
          action={words.confirm.delete}
          cancel={words.confirm.cancel}
          onConfirm={() => client.signs.delete(conversation, entry)}
          onClose={() => setDeleting(false)}
        />
      )}
    </div>
  );
}
