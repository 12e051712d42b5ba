import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Candidate } from '../client/console.ts';
import { useApp, type App } from './app-context.ts';
import { IconButton } from './icons.tsx';
import { StatusCharts } from './status-charts.tsx';

type Tab = 'commands' | 'log' | 'status';

/** What the operator has at the server's own console, in the page. */
export function ConsoleView(): JSX.Element {
  const { app, words } = useApp();
  const [tab, setTab] = useState<Tab>('commands');
  return (
    <section class="console" aria-label={words.console.title} data-testid="console" onKeyDown={(event) => event.key === 'Escape' && (app.panel.value = 'none')}>
      <header class="header">
        <h1>{words.console.title}</h1>
        <div class="choice" role="group" aria-label={words.console.title}>
          {(['commands', 'log', 'status'] as const).map((each) => (
            <button type="button" key={each} aria-pressed={each === tab} onClick={() => setTab(each)}>
              {words.console[each]}
            </button>
          ))}
        </div>
        <IconButton icon="close" label={words.console.close} onClick={() => (app.panel.value = 'none')} />
      </header>
      {tab === 'commands' && <Commands />}
      {tab === 'log' && <Log />}
      {tab === 'status' && <StatusCharts />}
    </section>
  );
}

function Commands(): JSX.Element {
  const { app, client, words } = useApp();
  const history = app.consoleHistory;
  const [line, setLine] = useState('');
  const [done, setDone] = useState<App['consoleHistory']>(history);
  const [candidates, setCandidates] = useState<readonly Candidate[]>([]);
  const at = useRef(history.length);
  const end = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => end.current?.scrollIntoView({ block: 'end' }), [done]);
  useEffect(() => field.current?.focus(), []);

  const run = async (event: Event) => {
    event.preventDefault();
    const command = line.trim();
    if (command === '') return;
    setLine('');
    setCandidates([]);
    let output: readonly string[];
    try {
      output = await client.console.run(command);
    } catch (failure) {
      output = [words.console.failed(failure instanceof Error ? failure.message : '')];
    }
    history.push({ line: command, output });
    at.current = history.length;
    setDone([...history]);
  };

  const complete = async () => {
    const found = await client.console.complete(line).catch(() => []);
    const [only] = found;
    if (found.length === 1 && only) setLine(`${line.slice(0, only.start)}${only.text} `);
    setCandidates(found.length > 1 ? found : []);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab' && !event.shiftKey && line !== '') {
      event.preventDefault();
      void complete();
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      at.current = Math.min(Math.max(at.current + (event.key === 'ArrowUp' ? -1 : 1), 0), history.length);
      setLine(history[at.current]?.line ?? '');
    }
  };

  return (
    <div class="console-body">
      <div class="console-output" role="log" tabIndex={0} aria-label={words.console.commands}>
        {done.map((exchange, index) => (
          <div key={index}>
            <p class="console-line">{`veche> ${exchange.line}`}</p>
            <pre>{exchange.output.join('\n')}</pre>
          </div>
        ))}
        <div ref={end} />
      </div>
      {candidates.length > 0 && (
        <div class="console-candidates">
          {candidates.map((candidate) => (
            <button type="button" key={candidate.text} class="button button-small" onClick={() => setLine(`${line.slice(0, candidate.start)}${candidate.text} `)}>
              {candidate.text}
            </button>
          ))}
        </div>
      )}
      <form class="console-form" onSubmit={(event) => void run(event)}>
        <span aria-hidden="true">veche&gt;</span>
        <input ref={field} aria-label={words.console.field} spellcheck={false} autocomplete="off" autocapitalize="none" value={line} onKeyDown={onKeyDown} onInput={(event) => setLine(event.currentTarget.value)} data-testid="console-field" />
        <button type="submit" class="button button-small">
          {words.console.run}
        </button>
      </form>
    </div>
  );
}

function Log(): JSX.Element {
  const { client, words } = useApp();
  const end = useRef<HTMLDivElement>(null);
  const { log } = client.console;
  useEffect(() => {
    client.console.follow(true);
    return () => client.console.follow(false);
  }, []);
  useEffect(() => end.current?.scrollIntoView({ block: 'end' }), [log.length]);
  return (
    <div class="console-output console-log" role="log" tabIndex={0} aria-label={words.console.follow} aria-live="off">
      {log.length === 0 && client.console.isFollowing && <p class="soft">{words.console.quiet}</p>}
      {log.map((entry, index) => (
        <p key={index} class={`log-${entry.level.toLowerCase()}`}>
          <time>{entry.time.replace(/^.*T|\..*$/g, '')}</time> <b>{entry.level}</b> <span class="soft">{entry.logger.replace(/^.*\./, '')}</span> {entry.text}
        </p>
      ))}
      <div ref={end} />
    </div>
  );
}
