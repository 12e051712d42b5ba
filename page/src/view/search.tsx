import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Conversation } from '../chat/conversation.ts';
import { plainText } from '../chat/formatting.ts';
import type { Found } from '../history/history.ts';
import { useApp } from './app-context.ts';
import { Avatar, hueOf } from './avatar.tsx';
import { IconButton } from './icons.tsx';
import { shortTime } from './times.ts';

/** How many messages are shown at most. */
const MOST = 60;

type Result = { kind: 'none yet' } | { kind: 'found'; list: readonly Found[] } | { kind: 'failed'; reason: string };

export function Search({ conversation }: { conversation: Conversation | undefined }): JSX.Element {
  const { app, client, words } = useApp();
  const [text, setText] = useState('');
  const [isHere, setHere] = useState(conversation !== undefined);
  const [result, setResult] = useState<Result>({ kind: 'none yet' });
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const search = async (event: Event) => {
    event.preventDefault();
    if (text.trim() === '') return;
    try {
      setResult({ kind: 'found', list: await client.history.search(text.trim(), isHere ? conversation?.name : undefined, MOST) });
    } catch (failure) {
      setResult({ kind: 'failed', reason: failure instanceof Error ? failure.message : '' });
    }
  };
  const jump = (found: Found) => {
    app.client.show(found.place);
    app.target.value = { conversation: client.current?.name ?? found.place, message: found.event.id ?? '' };
    if (!matchMedia('(min-width: 1100px)').matches) app.panel.value = 'none';
  };
  return (
    <aside class="search" aria-label={words.search.title} data-testid="search" tabIndex={-1} onKeyDown={(event) => event.key === 'Escape' && (app.panel.value = 'none')}>
      <div class="search-head">
        <h2>{words.search.title}</h2>
        <IconButton icon="close" label={words.settings.close} onClick={() => (app.panel.value = 'none')} />
      </div>
      <form role="search" onSubmit={(event) => void search(event)}>
        <input ref={field} type="search" class="input" aria-label={words.search.field} placeholder={words.search.field} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        {conversation && (
          <div class="choice" role="group" aria-label={words.search.title}>
            <button type="button" aria-pressed={isHere} onClick={() => setHere(true)}>
              {words.search.here(conversation.name)}
            </button>
            <button type="button" aria-pressed={!isHere} onClick={() => setHere(false)}>
              {words.search.everywhere}
            </button>
          </div>
        )}
      </form>
      <Results result={result} text={text} onJump={jump} />
    </aside>
  );
}

function Results({ result, text, onJump }: { result: Result; text: string; onJump: (found: Found) => void }): JSX.Element {
  const { app, words } = useApp();
  if (result.kind === 'none yet') return <p class="soft search-note">{words.search.hint}</p>;
  if (result.kind === 'failed') return <p class="search-note" role="alert">{`${words.search.failed} ${result.reason}`}</p>;
  return (
    <div class="search-results">
      <p class="soft search-note" role="status">
        {result.list.length === 0 ? words.search.none : words.search.found(result.list.length)}
      </p>
      {result.list.map((found) => (
        <button type="button" key={found.event.id} class="hit" title={words.search.jump} onClick={() => onJump(found)} data-testid="hit">
          <Avatar name={found.event.by} small />
          <span class="hit-main">
            <span class="hit-head">
              <strong class={hueOf(found.event.by)}>{found.event.by}</strong>
              <span class="soft">{`${found.place} · ${shortTime(found.event.time, app.language.value)}`}</span>
            </span>
            <span class="hit-text">
              <Highlighted text={plainText(found.event.text)} words={text} />
            </span>
          </span>
        </button>
      ))}
    </div>
  );
}

/** A text with the words that were searched for marked. */
export function Highlighted({ text, words }: { text: string; words: string }): JSX.Element {
  const parts = words.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (parts.length === 0) return <>{text}</>;
  const pattern = new RegExp(`(${parts.join('|')})`, 'giu');
  return <>{text.split(pattern).map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))}</>;
}
