import type { Chat } from '../chat/chat.ts';
import type { Conversation } from '../chat/conversation.ts';
import type { Spoken } from '../chat/entry.ts';
import type { Connection } from '../connection/connection.ts';
import { message } from '../wire/message.ts';

/** What one lets others know without a word. Without a connection nobody learns it later, either. */
export class Signs {
  private typingSent = { target: '', at: 0 };

  constructor(
    private readonly connection: Connection,
    private readonly chat: Chat,
    private readonly now: () => number,
    private readonly onChange: () => void,
  ) {}

  react(conversation: Conversation, entry: Spoken, emoji: string): void {
    const isMine = [...(entry.reactions.get(emoji) ?? [])].some((nick) => this.chat.isMe(nick));
    this.connection.send(message('TAGMSG', [conversation.name], [['+reply', entry.id], [isMine ? '+draft/unreact' : '+draft/react', emoji]]));
  }

  /** Deletes a message. What refuses it is said where the message stands. */
  delete(conversation: Conversation, entry: Spoken): void {
    this.connection.send(message('REDACT', [conversation.name, entry.id]));
  }

  /** Who has said something is not typing any more, as all know by what was said. */
  said(): void {
    this.typingSent = { target: '', at: 0 };
  }

  /** Tells others that one is typing: at most every three seconds (client-tags/typing). */
  typing(target: string, state: 'active' | 'done'): void {
    if (!this.connection.capabilities.has('message-tags')) return;
    const now = this.now();
    const { target: last, at } = this.typingSent;
    if (state === 'active' ? last === target && now - at < 3_000 : last !== target) return;
    this.typingSent = state === 'active' ? { target, at: now } : { target: '', at: 0 };
    this.connection.send(message('TAGMSG', [target], [['+typing', state]]));
  }

  /** Somebody sees the end of a conversation. All their devices learn it. */
  sawEnd(conversation: Conversation): void {
    const last = conversation.timeline.lastStored;
    if (!last || (conversation.unread === 0 && conversation.readUpTo !== undefined) || last.time <= (conversation.readUpTo ?? 0)) return;
    this.chat.markRead(conversation.name, last.time);
    if (this.connection.capabilities.has('draft/read-marker')) {
      this.connection.send(message('MARKREAD', [conversation.name, `timestamp=${new Date(last.time).toISOString()}`]));
    }
    this.onChange();
  }
}
