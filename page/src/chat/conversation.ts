import { isSpoken, type Spoken } from './entry.ts';
import { Timeline } from './timeline.ts';

export interface Member {
  readonly nick: string;
  /** Signs of ranks, the highest first, such as `@+`; empty for most. */
  ranks: string;
  isAway: boolean;
}

/** A channel, or what two people say to each other. */
export class Conversation {
  readonly timeline: Timeline;
  readonly members = new Map<string, Member>();
  topic = '';
  /** Whether one is in the channel; a private conversation is always. */
  isJoined = false;
  /** Up to when it is read, in milliseconds since 1970; nothing is known of it while undefined. */
  readUpTo: number | undefined;
  /** Where the line "new" stands: what was read when one came here. */
  newLine: number | undefined;
  unread = 0;
  mentions = 0;
  /** The other person of a private conversation. */
  isOnline: boolean | undefined;
  isAway = false;
  awayText = '';
  /** Who is typing, and until when that holds, in milliseconds since 1970. */
  readonly typing = new Map<string, { nick: string; until: number }>();
  /** Reactions and deletions to messages that have not been fetched. */
  readonly waitingReactions = new Map<string, { emoji: string; by: string; isRemoved: boolean }[]>();
  hasFetched = false;

  constructor(
    public name: string,
    readonly isChannel: boolean,
    isOrderedById: boolean,
  ) {
    this.timeline = new Timeline(isOrderedById);
    this.isJoined = !isChannel;
  }

  get lastTime(): number {
    return this.timeline.entries.at(-1)?.time ?? 0;
  }

  /** Counts again what has not been read. */
  recount(isMention: (entry: Spoken) => boolean): void {
    this.unread = 0;
    this.mentions = 0;
    const entries = this.timeline.entries;
    for (let index = entries.length - 1; index >= 0; index -= 1) {
      const entry = entries[index];
      if (!entry || entry.time <= (this.readUpTo ?? 0)) break;
      if (isSpoken(entry) && !entry.isOwn && !entry.isDeleted) {
        this.unread += 1;
        if (isMention(entry)) this.mentions += 1;
      }
    }
  }
}
