import type { Conversation } from '../chat/conversation.ts';
import type { Spoken } from '../chat/entry.ts';
import { plainText } from '../chat/formatting.ts';
import type { App } from './app-context.ts';

/** What calls people from elsewhere: the title, the little picture beside it, notifications, and the voice. */
export class Attention {
  private drawn = '';

  constructor(private readonly app: App) {}

  /** Puts the counts into the title and onto the picture. */
  show(): void {
    const { client } = this.app;
    const all = client.phase === 'in' ? [...client.chat.conversations.values()] : [];
    const loud = all.reduce((sum, conversation) => sum + (conversation.isChannel ? conversation.mentions : conversation.unread), 0);
    const isUnread = all.some((conversation) => conversation.unread > 0);
    const place = client.phase === 'in' ? client.current?.name : undefined;
    const mark = loud > 0 ? `(${loud}) ` : isUnread ? '• ' : '';
    const title = `${mark}${place === undefined ? '' : `${place} – `}Veche`;
    if (document.title !== title) document.title = title;
    this.draw(loud > 0 ? (loud > 9 ? '9+' : String(loud)) : isUnread ? '•' : '');
  }

  /** Something to read came. */
  tell(conversation: Conversation, entry: Spoken): void {
    const { app } = this;
    const isLooking = document.hasFocus() && app.client.current === conversation;
    const text = plainText(entry.text).slice(0, 200);
    if (app.client.current === conversation) app.announcement.value = `${entry.by}: ${text}`;
    const isLoud = !conversation.isChannel || app.client.chat.isMention(entry);
    if (!isLooking && isLoud && app.settings.value.notifications && 'Notification' in window && Notification.permission === 'granted') this.notify(conversation, entry, text);
  }

  private notify(conversation: Conversation, entry: Spoken, text: string): void {
    const { app } = this;
    const title = conversation.isChannel ? app.words.value.page.message(entry.by, conversation.name) : entry.by;
    try {
      // Several tabs tell of the same message: the tag makes it one notification.
      const notification = new Notification(title, { body: text, tag: `${conversation.name} ${entry.id}`, icon: '/favicon.svg' });
      notification.onclick = () => {
        window.focus();
        app.show(conversation.name);
        notification.close();
      };
    } catch {
      // Chrome on Android has them, and lets no page make one; the title and the picture still tell.
    }
  }

  private draw(mark: string): void {
    if (mark === this.drawn) return;
    this.drawn = mark;
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (!link) return;
    const image = new Image();
    image.onload = () => {
      if (this.drawn === mark) link.href = mark === '' ? '/favicon.svg' : withMark(image, mark);
    };
    image.src = '/favicon.svg';
  }
}

function withMark(image: HTMLImageElement, mark: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 64;
  const pen = canvas.getContext('2d');
  if (!pen) return '/favicon.svg';
  pen.drawImage(image, 0, 0, 64, 64);
  pen.fillStyle = mark === '•' ? '#e8a33d' : '#d93025';
  pen.beginPath();
  pen.arc(46, 18, mark === '•' ? 13 : 18, 0, Math.PI * 2);
  pen.fill();
  if (mark !== '•') {
    pen.fillStyle = '#fff';
    pen.font = 'bold 26px sans-serif';
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(mark, 46, 20);
  }
  return canvas.toDataURL('image/png');
}
