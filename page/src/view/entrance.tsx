import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useApp } from './app-context.ts';
import { Banner } from './banner.tsx';
import { Icon, IconButton } from './icons.tsx';

/** The first screen: a name, a password, one button. */
export function Entrance({ lastName }: { lastName: string }): JSX.Element {
  const { client, words } = useApp();
  const [name, setName] = useState(lastName);
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const isComing = client.phase === 'coming';
  const enter = (event: Event) => {
    event.preventDefault();
    if (name.trim() !== '' && password !== '' && !isComing) client.enter(name.trim(), password);
  };
  return (
    <main class="entrance">
      {isComing && client.connection.standing.kind !== 'connecting' && <Banner />}
      <form class="entrance-card" onSubmit={enter} data-testid="entrance">
        <img class="entrance-bell" src="/favicon.svg" alt="" width="52" height="52" />
        <h1>Veche</h1>
        <p class="soft">{words.entrance.lead}</p>
        <Refused />
        <label class="field">
          <span>{words.entrance.name}</span>
          <input name="username" autocomplete="username" autocapitalize="none" spellcheck={false} required maxLength={64} autofocus={lastName === ''}
            value={name} disabled={isComing} onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>{words.entrance.password}</span>
          <span class="field-row">
            <input name="password" type={kindOf(isShown)} autocomplete="current-password" required maxLength={300} autofocus={lastName !== ''}
              value={password} disabled={isComing} onInput={(event) => setPassword(event.currentTarget.value)} />
            <IconButton icon="eye" label={isShown ? words.entrance.hidePassword : words.entrance.showPassword} isPressed={isShown} onClick={() => setShown(!isShown)} />
          </span>
        </label>
        <button type="submit" class="button button-main" disabled={isComing}>
          {isComing ? words.entrance.entering : words.entrance.enter}
        </button>
        {isComing && (
          <button type="button" class="button button-plain" onClick={() => client.logout()}>
            {words.entrance.cancel}
          </button>
        )}
      </form>
    </main>
  );
}

/** The page was opened again, and comes in by itself. What was not sent is not forgotten meanwhile. */
export function ComingBack(): JSX.Element {
  const { client, words } = useApp();
  const waiting = client.queue.pending.length;
  return (
    <main class="entrance coming-back">
      {client.connection.standing.kind !== 'connecting' && <Banner />}
      <div class="entrance-card">
        <img class="entrance-bell" src="/favicon.svg" alt="" width="52" height="52" />
        <h1>Veche</h1>
        <p role="status">{words.entrance.back(client.login?.name ?? '')}</p>
        {waiting > 0 && <p class="soft">{words.refused.unsent(waiting)}</p>}
        <button type="button" class="button" onClick={() => client.logout()}>
          {words.entrance.other}
        </button>
      </div>
    </main>
  );
}

/** Why one was not let in: what it means, and the server's own words. */
function Refused(): JSX.Element | null {
  const { client, words } = useApp();
  const { refusal } = client;
  if (!refusal) return null;
  const isGone = refusal.wasIn && refusal.code === 'wrong-password';
  const waiting = client.queue.pending.length;
  return (
    <div class="refused" role="alert" data-testid="refusal">
      <Icon name="alert" />
      <div>
        <p>{isGone ? words.refused.gone : words.refused[refusal.code]}</p>
        {refusal.text !== '' && !isGone && <p class="soft">{refusal.text}</p>}
        {waiting > 0 && <p>{words.refused.unsent(waiting)}</p>}
      </div>
    </div>
  );
}

/** Preact's types know of no field that is now one kind and now another. */
function kindOf(isShown: boolean): 'password' {
  return (isShown ? 'text' : 'password') as 'password';
}
