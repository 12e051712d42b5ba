/** What somebody said. */
export interface Spoken {
  readonly kind: 'said' | 'action' | 'notice';
  /** The server's id of the message; for what has none, one that sorts where it came. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly by: string;
  readonly isOwn: boolean;
  text: string;
  readonly replyTo: string | undefined;
  /** The id that the sender's program gave it (`+veche.chat/id`). */
  readonly clientId: string | undefined;
  /** Who reacted with what, in the order in which the reactions came. */
  readonly reactions: Map<string, Set<string>>;
  isDeleted: boolean;
}

/** What happened that is not speech. */
export type Happened =
  | { name: 'joined' }
  | { name: 'parted'; reason: string }
  | { name: 'quit'; reason: string }
  | { name: 'renamed'; to: string }
  | { name: 'kicked'; whom: string; reason: string }
  | { name: 'topic'; text: string }
  | { name: 'mode'; change: string }
  | { name: 'channel renamed'; to: string }
  /** Words of the server, or of the page. */
  | { name: 'note'; text: string; isError: boolean };

export interface Happening {
  readonly kind: 'event';
  readonly id: string;
  readonly time: number;
  readonly by: string;
  readonly what: Happened;
}

export type Entry = Spoken | Happening;

export function isSpoken(entry: Entry): entry is Spoken {
  return entry.kind !== 'event';
}
