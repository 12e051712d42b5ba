import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useApp } from './app-context.ts';
import { Icon } from './icons.tsx';

/** A time that goes on, in milliseconds since 1970, while somebody looks at it. */
export function useNow(step: number): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), step);
    return () => clearInterval(timer);
  }, [step]);
  return now;
}

/** What is going on with the connection, when it is not as it should be. */
export function Banner(): JSX.Element | null {
  const { client, words } = useApp();
  const { standing } = client.connection;
  if (standing.kind === 'online' || standing.kind === 'closed') return null;
  const reason = 'reason' in standing ? standing.reason : '';
  return (
    <div class={`banner banner-${standing.kind}`} role="status" data-testid="banner">
      <Icon name={standing.kind === 'connecting' ? 'clock' : 'alert'} />
      <span class="banner-text">
        <strong>{standing.kind === 'waiting' ? words.standing.pauses[standing.pause ?? 'gone'] : words.standing[standing.kind]}</strong>
        {standing.kind === 'waiting' && <Countdown at={standing.at} />}
        {reason !== '' && <span> {words.standing.said(reason)}</span>}
        {client.phase === 'in' && standing.kind !== 'connecting' && <span class="banner-hint"> {words.standing.kept}</span>}
      </span>
      {standing.kind !== 'connecting' && (
        <button type="button" class="button button-small" onClick={() => client.connection.tryNow()}>
          {words.standing.tryNow}
        </button>
      )}
    </div>
  );
}

function Countdown({ at }: { at: number }): JSX.Element {
  const { words } = useApp();
  const seconds = Math.max(0, Math.ceil((at - useNow(250)) / 1000));
  return <span> {words.standing.next(seconds)}</span>;
}
