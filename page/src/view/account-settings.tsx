import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Failure } from '../client/sessions.ts';
import { message } from '../wire/message.ts';
import { useApp } from './app-context.ts';
import { Avatar } from './avatar.tsx';
import { Choice } from './settings-dialog.tsx';

type Persistence = 'ON' | 'OFF' | 'DEFAULT';

export function AccountSettings(): JSX.Element {
  const { client, words } = useApp();
  const { persistence, nick } = client.chat;
  const choices: Record<Persistence, string> = { DEFAULT: words.settings.alwaysOnDefault, ON: words.settings.on, OFF: words.settings.off };
  return (
    <>
      <div class="setting account">
        <Avatar name={nick} />
        <div>
          <span class="soft">{words.settings.loggedInAs}</span> <strong>{nick}</strong>
        </div>
        <button type="button" class="button" onClick={() => client.logout()} data-testid="logout">
          {words.settings.logout}
        </button>
      </div>
      {client.queue.pending.length > 0 && <p class="soft setting-hint">{words.settings.logoutHint}</p>}
      <Away />
      {persistence && (
        <>
          <Choice label={words.settings.alwaysOn} value={persistence.choice as Persistence} choices={choices} onChoose={(choice) => void client.sessions.persist(choice).catch(() => undefined)} />
          <p class="soft setting-hint">{words.settings.alwaysOnHint}</p>
        </>
      )}
      <Password />
    </>
  );
}

function Away(): JSX.Element {
  const { client, words } = useApp();
  const [text, setText] = useState('');
  const { isAway } = client.chat;
  return (
    <form
      class="setting"
      onSubmit={(event) => {
        event.preventDefault();
        client.send(isAway ? message('AWAY') : message('AWAY', [text || words.header.away]));
      }}
    >
      <span class="legend">{words.settings.away}</span>
      <div class="setting-row">
        {!isAway && <input class="input" aria-label={words.settings.awayText} placeholder={words.settings.awayText} maxLength={200} value={text} onInput={(event) => setText(event.currentTarget.value)} />}
        <button type="submit" class="button">
          {isAway ? words.settings.comeBack : words.settings.goAway}
        </button>
      </div>
    </form>
  );
}

function Password(): JSX.Element {
  const { client, words } = useApp();
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const [answer, setAnswer] = useState('');
  const change = async (event: Event) => {
    event.preventDefault();
    try {
      await client.changePassword(old, next);
      setAnswer(words.settings.passwordChanged);
      setOld('');
      setNext('');
    } catch (failure) {
      const reason = failure instanceof Failure ? words.settings.passwordRefused[failure.code] : undefined;
      setAnswer(words.settings.failed(reason ?? (failure instanceof Error ? failure.message : '')));
    }
  };
  return (
    <form class="setting" onSubmit={(event) => void change(event)}>
      <span class="legend">{words.settings.password}</span>
      <input type="text" class="hidden" name="username" autocomplete="username" value={client.chat.nick} readOnly tabIndex={-1} aria-hidden="true" />
      <div class="setting-row">
        <input type="password" class="input" autocomplete="current-password" required aria-label={words.settings.oldPassword} placeholder={words.settings.oldPassword} value={old} onInput={(event) => setOld(event.currentTarget.value)} />
        <input type="password" class="input" autocomplete="new-password" required aria-label={words.settings.newPassword} placeholder={words.settings.newPassword} value={next} onInput={(event) => setNext(event.currentTarget.value)} />
        <button type="submit" class="button">
          {words.settings.changePassword}
        </button>
      </div>
      <p class="setting-answer" role="status">
        {answer}
      </p>
    </form>
  );
}
