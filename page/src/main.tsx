import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { Client } from './client/client.ts';
import { pauseOf } from './connection/farewell.ts';
import { ownAddress, webSocket } from './connection/socket.ts';
import { LoginKeep } from './settings/login.ts';
import { readSettings, writeSettings } from './settings/settings.ts';
import { storageFrom, writeText } from './settings/storage.ts';
import { App } from './view/app-context.ts';
import { Attention } from './view/attention.ts';
import { Page } from './view/page.tsx';
import { Uploads } from './view/uploads.ts';
import './view/styles/base.css';
import './view/styles/room.css';
import './view/styles/messages.css';
import './view/styles/panels.css';

// Everything is put together here, from below to above.

const lasting = storageFrom(() => localStorage);
const passing = storageFrom(() => sessionStorage);
const login = new LoginKeep(lasting, passing);
const settings = signal(readSettings(lasting));
let isChanged = false;

const client: Client = new Client({
  openSocket: webSocket(ownAddress(location)),
  surroundings: {
    now: () => Date.now(),
    after: (milliseconds, action) => {
      const timer = setTimeout(action, milliseconds);
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
    isOnline: () => navigator.onLine,
    ask: async () => {
      try {
        const answer = await fetch('/readyz', { credentials: 'omit', cache: 'no-store' });
        return pauseOf(answer.status, await answer.text());
      } catch {
        return undefined; // Not even that can be reached.
      }
    },
  },
  login,
  keepFor: (name) => {
    const key = `veche.queue.${name.toLowerCase()}`;
    return { read: () => passing.getItem(key) ?? undefined, write: (text) => writeText(passing, key, text) };
  },
  label: `${/Firefox|Edg|Chrome|Safari/.exec(navigator.userAgent)?.[0] ?? 'Browser'}, ${/Android|iPhone|iPad|Windows|Mac|Linux/.exec(navigator.userAgent)?.[0] ?? ''}`,
  newId: () => crypto.getRandomValues(new Uint32Array(3)).reduce((id, part) => id + part.toString(36), ''),
  listener: {
    // A thousand lines in one go are drawn once. A page that nobody sees may have no frames, but it has a title.
    onChange: () => {
      if (isChanged) return;
      isChanged = true;
      const draw = () => {
        if (!isChanged) return;
        isChanged = false;
        app.revision.value += 1;
      };
      requestAnimationFrame(draw);
      setTimeout(draw, 150);
    },
    onNews: (conversation, entry) => attention.tell(conversation, entry),
    onToast: (text, isError) => app.toast(text, isError),
    onForget: () => {
      app.forget();
      uploads.forget();
    },
  },
});

const app = new App(client, settings, navigator.languages);
const attention = new Attention(app);
const uploads = new Uploads(app);

effect(() => {
  void app.revision.value;
  attention.show();
});

effect(() => {
  const { theme } = settings.value;
  writeSettings(lasting, settings.value);
  document.documentElement.dataset['theme'] = theme;
  document.documentElement.lang = app.language.value;
});

addEventListener('storage', () => client.loginChanged());
for (const event of ['online', 'offline']) addEventListener(event, () => client.connection.networkChanged());

// A lit message is lit for a while only.
effect(() => {
  const target = app.target.value;
  if (target) setTimeout(() => app.target.value === target && (app.target.value = undefined), 4_000);
});

const place = document.getElementById('page');
if (!place) throw new Error('index.html has no place for the page');
render(<Page app={app} uploads={uploads} lastName={() => login.lastName} />, place);
client.resume();
