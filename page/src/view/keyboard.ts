import type { App } from './app-context.ts';
import { ordered } from './sidebar.tsx';

/** The parts of the page that F6 goes through. */
const LANDMARKS = ['.sidebar', '.scroller', '.composer textarea', '.members', '.search'];

/** Keys that work everywhere in the page. Answers whether it was one of them. */
export function onPageKey(app: App, event: KeyboardEvent): boolean {
  if (app.client.phase !== 'in') return false;
  if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    app.panel.value = app.panel.value === 'jump' ? 'none' : 'jump';
    return true;
  }
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    move(app, event.key === 'ArrowUp' ? -1 : 1, event.shiftKey);
    return true;
  }
  if (event.key === 'F6') {
    focusNext(event.shiftKey ? -1 : 1);
    return true;
  }
  // A dialog over the drawer is closed first, by the browser.
  if (event.key === 'Escape' && app.drawer.value !== 'none' && !document.querySelector('dialog[open]')) {
    app.drawer.value = 'none';
    return true;
  }
  return (event.key === 'ArrowUp' || event.key === 'ArrowDown') && moveBetweenMessages(event.key === 'ArrowUp' ? -1 : 1);
}

/** To the next conversation; with Shift, to the next one that has something unread. */
function move(app: App, step: number, onlyUnread: boolean): void {
  const { channels, people } = ordered(app.client.chat.conversations.values());
  const all = [...channels, ...people];
  const { current } = app.client;
  const at = current ? all.indexOf(current) : -1;
  for (let count = 1; count <= all.length; count += 1) {
    const next = all[(at + step * count + all.length * count) % all.length];
    if (next && (!onlyUnread || next.unread > 0)) return app.show(next.name);
  }
}

function focusNext(step: number): void {
  const parts = LANDMARKS.flatMap((selector) => {
    const part = document.querySelector<HTMLElement>(selector);
    return part && part.offsetParent !== null ? [part] : [];
  });
  const at = parts.findIndex((part) => part.contains(document.activeElement));
  parts[(at + step + parts.length) % parts.length]?.focus();
}

/** In the list of messages the arrows go from one message to the next. */
function moveBetweenMessages(step: number): boolean {
  const scroller = document.querySelector('.scroller');
  const { activeElement } = document;
  if (!scroller || !activeElement || !scroller.contains(activeElement)) return false;
  const messages = [...scroller.querySelectorAll<HTMLElement>('article')];
  const at = messages.findIndex((message) => message.contains(activeElement));
  const next = at < 0 ? (step < 0 ? messages.at(-1) : undefined) : messages[at + step];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
  return next !== undefined;
}
