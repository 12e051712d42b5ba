import type { Conversation } from '../chat/conversation.ts';
import type { Spoken } from '../chat/entry.ts';
import type { Keep } from '../chat/queue.ts';
import type { Surroundings } from '../connection/connection.ts';
import type { OpenSocket } from '../connection/socket.ts';
import type { LoginKeep } from '../settings/login.ts';

/** Whether somebody is in: `coming` has no welcome yet, and shows nothing of the chat. */
export type Phase = 'out' | 'coming' | 'in';

export interface ClientListener {
  /** Something is not what it was. Comes often. */
  onChange(): void;
  /** Something to read came, which a notification may tell. */
  onNews(conversation: Conversation, entry: Spoken): void;
  /** Words for whoever is looking, which belong nowhere in the chat. */
  onToast(text: string, isError: boolean): void;
  /** Somebody else may come, or comes: what was written here is not theirs to see. */
  onForget(): void;
}

export interface ClientParts {
  readonly openSocket: OpenSocket;
  readonly surroundings: Surroundings;
  readonly login: LoginKeep;
  keepFor(name: string): Keep;
  /** What this browser is called among the sessions. */
  readonly label: string;
  readonly listener: ClientListener;
  newId(): string;
}
