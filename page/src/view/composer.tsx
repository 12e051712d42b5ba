import type { JSX, TargetedInputEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { complete, insertSuggestion, type Completion, type Suggestion } from '../chat/completion.ts';
import type { Conversation } from '../chat/conversation.ts';
import { withEmoji } from '../chat/emoji.ts';
import { isSpoken } from '../chat/entry.ts';
import { plainText } from '../chat/formatting.ts';
import { COMMANDS, obey } from '../client/commands.ts';
import { quoted } from '../history/history.ts';
import { useApp, type App } from './app-context.ts';
import { EmojiPicker } from './emoji-picker.tsx';
import { IconButton } from './icons.tsx';
import { useNow } from './banner.tsx';
import type { Uploads } from './uploads.ts';
import { UploadList } from './upload-list.tsx';

export function Composer({ conversation, uploads }: { conversation: Conversation; uploads: Uploads }): JSX.Element {
  const { app, client, words } = useApp();
  const { drafts, sent } = app;
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(drafts.get(conversation.name) ?? '');
  const [completion, setCompletion] = useState<Completion & { chosen: number }>();
  const [isPicking, setPicking] = useState(false);
  const recalled = useRef(sent.length);
  const caretWish = useRef<number | undefined>(undefined);
  const replyTo = app.replies.value.get(conversation.name);

  const write = (next: string, caret = next.length) => {
    setText(next);
    drafts.set(conversation.name, next);
    caretWish.current = caret;
  };

  // At once when the text is drawn: a frame later somebody may have written on.
  useLayoutEffect(() => {
    if (caretWish.current === undefined) return;
    field.current?.setSelectionRange(caretWish.current, caretWish.current);
    caretWish.current = undefined;
  });

  useEffect(() => grow(field.current), [text]);
  useEffect(() => field.current?.focus(), [replyTo]);
  useEffect(() => {
    if (matchMedia('(hover: hover)').matches) field.current?.focus();
  }, []);

  const ask = (value: string, caret: number, isAsked: boolean): boolean => {
    const found = complete(value, caret, vocabulary(app, conversation), isAsked);
    setCompletion(found && { ...found, chosen: 0 });
    return found !== undefined;
  };

  const take = (suggestion: Suggestion) => {
    if (!completion) return;
    const next = insertSuggestion(text, field.current?.selectionStart ?? text.length, completion.start, suggestion);
    write(next.text, next.caret);
    setCompletion(undefined);
    field.current?.focus();
  };

  const onInput = (event: TargetedInputEvent<HTMLTextAreaElement>) => {
    const { value, selectionStart } = event.currentTarget;
    caretWish.current = undefined;
    setText(value);
    drafts.set(conversation.name, value);
    ask(value, selectionStart, false);
    if (app.settings.value.sendsTyping && !value.startsWith('/')) client.signs.typing(conversation.name, value === '' ? 'done' : 'active');
  };

  const send = () => {
    const ready = withEmoji(text).replace(/\s+$/, '');
    if (uploads.items.value.some((item) => item.conversation === conversation.name)) uploads.sendAll(conversation.name);
    if (ready.trim() === '') return;
    const outcome = obey(client, conversation, ready, replyTo);
    if (outcome.kind === 'unknown') return client.note(words.composer.unknownCommand(outcome.name), true);
    if (outcome.kind === 'usage') return client.note(words.composer.usage(`/${outcome.command.name} ${outcome.command.usage}`), true);
    if (outcome.kind === 'unsendable' || outcome.kind === 'offline') return client.note(words.composer[outcome.kind], true);
    if (outcome.kind === 'help') help(app);
    // A password is not for the up arrow.
    if (!text.startsWith('/oper ')) sent.push(text);
    recalled.current = sent.length;
    app.replyTo(conversation.name, undefined);
    setCompletion(undefined);
    write('');
  };

  const recall = (step: number): boolean => {
    if (text !== '' && text !== sent[recalled.current]) return false;
    const next = recalled.current + step;
    if (next < 0 || next > sent.length) return false;
    recalled.current = next;
    write(sent[next] ?? '');
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (completion && onCompletionKey(event, completion, setCompletion, take)) return event.preventDefault();
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key === 'Enter' && isPlain) {
      event.preventDefault();
      send();
    } else if (event.key === 'Tab' && isPlain) {
      if (ask(text, field.current?.selectionStart ?? 0, true)) event.preventDefault();
    } else if (event.key === 'ArrowUp' && isPlain) {
      if (recall(-1)) event.preventDefault();
    } else if (event.key === 'ArrowDown' && isPlain) {
      if (recall(1)) event.preventDefault();
    } else if (event.key === 'Escape' && replyTo !== undefined) app.replyTo(conversation.name, undefined);
  };

  const onPaste = (event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    uploads.add(conversation.name, files);
  };

  return (
    <div class="composer">
      <Typing conversation={conversation} />
      {replyTo !== undefined && <ReplyBar conversation={conversation} id={replyTo} />}
      <UploadList uploads={uploads} conversation={conversation.name} />
      <form
        class="composer-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {completion && <Suggestions completion={completion} onTake={take} />}
        {uploads.isPossible && <AttachButton onFiles={(files) => uploads.add(conversation.name, files)} />}
        <textarea
          ref={field}
          rows={1}
          value={text}
          dir="auto"
          aria-label={words.composer.label(conversation.name)}
          placeholder={words.composer.placeholder(conversation.name)}
          title={words.composer.format}
          aria-autocomplete="list"
          aria-controls={completion ? 'suggestions' : undefined}
          aria-activedescendant={completion ? `suggestion-${completion.chosen}` : undefined}
          onInput={onInput}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => setCompletion(undefined)}
          data-testid="composer"
        />
        <IconButton icon="smile" label={words.composer.emoji} onClick={() => setPicking(true)} class="not-phone" />
        <button type="submit" class="send-button" aria-label={words.composer.send} title={words.composer.send}>
          <SendIcon />
        </button>
      </form>
      {isPicking && (
        <EmojiPicker
          onClose={() => setPicking(false)}
          onPick={(emoji) => {
            write(text + emoji);
            setPicking(false);
          }}
        />
      )}
    </div>
  );
}

function SendIcon(): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M5 12 4 4.500 21 12 4 19.500 5 12Zm0 0h8" />
    </svg>
  );
}

/** As high as its text, up to the bound that the style sheet sets. */
function grow(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}

function onCompletionKey(event: KeyboardEvent, completion: Completion & { chosen: number }, set: (next: (Completion & { chosen: number }) | undefined) => void, take: (suggestion: Suggestion) => void): boolean {
  const { suggestions, chosen } = completion;
  const isTab = event.key === 'Tab' && !event.altKey && !event.ctrlKey;
  if (event.key === 'ArrowDown') set({ ...completion, chosen: (chosen + 1) % suggestions.length });
  else if (event.key === 'ArrowUp') set({ ...completion, chosen: (chosen + suggestions.length - 1) % suggestions.length });
  else if (event.key === 'Escape') set(undefined);
  else if (isTab || (event.key === 'Enter' && !event.shiftKey)) {
    const suggestion = suggestions[chosen];
    if (suggestion) take(suggestion);
  } else return false;
  return true;
}

function vocabulary(app: App, conversation: Conversation) {
  const { client } = app;
  const spoke: string[] = [];
  for (const entry of conversation.timeline.entries.slice(-200).reverse()) if (isSpoken(entry) && !entry.isOwn && !spoke.includes(entry.by)) spoke.push(entry.by);
  const members = [...conversation.members.values()].map((member) => member.nick).filter((nick) => !client.chat.isMe(nick));
  const commands = [...COMMANDS.map((command) => command.name), 'help'].map((name) => ({ name, hint: app.words.value.commands[name] ?? '' }));
  return {
    nicks: [...new Set([...spoke, ...members.sort(), ...(conversation.isChannel ? [] : [conversation.name])])],
    channels: [...client.chat.conversations.values()].filter((other) => other.isChannel).map((other) => other.name),
    commands,
  };
}

function help(app: App): void {
  const lines = COMMANDS.map((command) => `/${command.name} ${command.usage} – ${app.words.value.commands[command.name] ?? ''}`);
  app.client.note([app.words.value.composer.help, ...lines].join('\n'));
}

function Suggestions({ completion, onTake }: { completion: Completion & { chosen: number }; onTake: (suggestion: Suggestion) => void }): JSX.Element {
  const { words } = useApp();
  return (
    <ul class="suggestions" id="suggestions" role="listbox" aria-label={words.composer.suggestions} data-testid="suggestions">
      {completion.suggestions.map((suggestion, index) => (
        <li
          key={suggestion.label + suggestion.hint}
          id={`suggestion-${index}`}
          role="option"
          aria-selected={index === completion.chosen}
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(suggestion);
          }}
        >
          <span>{suggestion.label}</span>
          <span class="soft">{suggestion.hint}</span>
        </li>
      ))}
    </ul>
  );
}

function AttachButton({ onFiles }: { onFiles: (files: File[]) => void }): JSX.Element {
  const { words } = useApp();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton icon="image" label={words.composer.attach} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        data-testid="file-input"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

function ReplyBar({ conversation, id }: { conversation: Conversation; id: string }): JSX.Element {
  const { app, words } = useApp();
  const original = conversation.timeline.find(id);
  return (
    <div class="reply-bar" data-testid="reply-bar">
      <span>
        <strong>{words.messages.replyTo(original?.by ?? '')}</strong> {plainText(quoted(original) ?? '').slice(0, 200)}
      </span>
      <IconButton icon="close" label={words.composer.cancelReply} onClick={() => app.replyTo(conversation.name, undefined)} />
    </div>
  );
}

function Typing({ conversation }: { conversation: Conversation }): JSX.Element {
  const { client, words } = useApp();
  const people = client.chat.typists(conversation, useNow(1000));
  return (
    <div class="typing" aria-live="off" data-testid="typing">
      {people.length > 0 && (
        <>
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {words.messages.typing(people)}
        </>
      )}
    </div>
  );
}
