import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Session, Token } from '../client/sessions.ts';
import { useApp } from './app-context.ts';
import { shortTime } from './times.ts';

/** Where one is logged in, and what may log in. Each can be ended. */
export function SessionSettings(): JSX.Element {
  const { app, client, words } = useApp();
  const [sessions, setSessions] = useState<readonly Session[]>([]);
  const [tokens, setTokens] = useState<readonly Token[]>([]);
  const [error, setError] = useState('');
  const language = app.language.value;
  const attempt = async (action: () => Promise<void>) => {
    try {
      setError('');
      await action();
    } catch (failure) {
      setError(words.settings.failed(failure instanceof Error ? failure.message : ''));
    }
  };
  const load = async () => {
    setSessions(await client.sessions.sessions());
    setTokens(await client.sessions.tokens());
  };
  useEffect(() => {
    if (client.sessions.isThere) void attempt(load);
  }, []);
  if (!client.sessions.isThere) return <p class="soft">{words.settings.unavailable}</p>;
  return (
    <>
      <p role="alert" class="setting-answer">
        {error}
      </p>
      <h3>{words.settings.devices}</h3>
      <ul class="entries">
        {sessions.map((session) => (
          <li key={session.id} data-testid="session">
            <div>
              <strong>{session.software || session.device || session.protocol}</strong> {session.isThis && <span class="tag">{words.settings.this}</span>}
              <p class="soft">{[session.protocol, session.address, words.settings.since(shortTime(session.since, language))].filter(Boolean).join(' · ')}</p>
            </div>
            {!session.isThis && (
              <button type="button" class="button button-small" onClick={() => void attempt(() => client.endSession(session).then(load))}>
                {words.settings.end}
              </button>
            )}
          </li>
        ))}
      </ul>
      <h3>{words.settings.tokens}</h3>
      <ul class="entries">
        {tokens.map((token) => (
          <li key={token.id} data-testid="token">
            <div>
              <strong>{token.label || token.id}</strong> {token.id === client.login?.token && <span class="tag">{words.settings.this}</span>}
              <p class="soft">{token.used === undefined ? words.settings.never : words.settings.used(shortTime(token.used, language))}</p>
            </div>
            {token.id !== client.login?.token && (
              <button type="button" class="button button-small" onClick={() => void attempt(() => client.sessions.revoke(token.id).then(load))}>
                {words.settings.revoke}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
