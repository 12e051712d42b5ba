import type { Chat } from '../chat/chat.ts';
import type { Conversation } from '../chat/conversation.ts';
import { isSpoken, type Entry } from '../chat/entry.ts';
import type { ChatEvent } from '../chat/events.ts';
import { translateHistory } from '../chat/translate.ts';
import { isBatch, messagesOf, type Batch } from '../connection/batches.ts';
import type { Connection } from '../connection/connection.ts';
import { escapeTag } from '../wire/tags.ts';
import { message } from '../wire/message.ts';

/** How many messages a page shows first, and around one that is looked for. */
const PAGE = 80;

/** How many it fetches at once to close a gap, and with each step back: who scrolls up scrolls far. */
const STRIDE = 500;

/** With how many people one sees what was said: those with whom something was said last. */
const PEOPLE = 50;

export interface Found {
  readonly place: string;
  readonly event: Extract<ChatEvent, { kind: 'said' }>;
}

/** Fetches what was said before (https://ircv3.net/specs/extensions/chathistory). */
export class History {
  /** What is being fetched, so that scrolling does not ask twice. */
  private readonly underWay = new Set<string>();
  private readonly catchingUp = new Map<Conversation, Promise<void>>();

  constructor(
    private readonly connection: Connection,
    private readonly chat: Chat,
    /** Is told every event that the past has, before it is shown. */
    private readonly onEvents: (events: readonly ChatEvent[]) => void,
  ) {}

  get isThere(): boolean {
    return this.connection.capabilities.has('draft/chathistory') && this.connection.capabilities.has('labeled-response');
  }

  /** Fetches what is missing since the connection was lost, until nothing is; or the last page of what is new here. */
  catchUp(conversation: Conversation): Promise<void> {
    let under = this.catchingUp.get(conversation);
    if (!under) {
      under = this.fetchMissed(conversation).finally(() => this.catchingUp.delete(conversation));
      this.catchingUp.set(conversation, under);
    }
    return under;
  }

  private async fetchMissed(conversation: Conversation): Promise<void> {
    if (!this.isThere) return;
    const { timeline } = conversation;
    if (!timeline.lastStored) await this.latest(conversation);
    // Each round closes a gap or moves its end on; where the server gives nothing, it stays for the view.
    for (let end = timeline.firstMissed; end !== undefined; ) {
      await this.step(conversation, end, STRIDE);
      const next = timeline.firstMissed;
      end = next === end ? undefined : next;
    }
    conversation.hasFetched = true;
  }

  /** Fetches what stands before the first entry. Answers whether there was anything. */
  async older(conversation: Conversation): Promise<boolean> {
    const first = conversation.timeline.entries.find((entry) => !entry.id.includes('~'));
    if (!first || conversation.timeline.isComplete) return false;
    const events = await this.fetch(conversation, 'BEFORE', `msgid=${first.id}`, STRIDE);
    if (!events) return false;
    this.chat.applyHistory(conversation, events.list, { before: first }, { isFirst: events.isAll });
    return events.list.length > 0;
  }

  /** Fetches one page behind a gap. The gap is closed then, or stands where the page ends. */
  async step(conversation: Conversation, end: string, limit = PAGE): Promise<void> {
    const { timeline } = conversation;
    const anchor = timeline.find(end);
    const gap = timeline.gapAfter(end);
    const events = anchor && gap && (await this.fetch(conversation, 'AFTER', `msgid=${end}`, limit));
    if (events) this.chat.applyHistory(conversation, events.list, { after: anchor }, { isLast: events.isAll, gap });
  }

  /** Fetches what stands around a message, and answers whether it is there now. */
  async around(conversation: Conversation, id: string): Promise<boolean> {
    if (conversation.timeline.find(id)) return true;
    const events = await this.fetch(conversation, 'AROUND', `msgid=${id}`, PAGE);
    if (events) this.chat.applyHistory(conversation, events.list, {}, {});
    return conversation.timeline.find(id) !== undefined;
  }

  /** With whom there were private messages since a time, in milliseconds since 1970. Of channels, which the server counts as well, there may be many. */
  async people(since: number, now: number): Promise<string[]> {
    if (!this.isThere) return [];
    const bounds = [now + 60_000, since].map((time) => `timestamp=${new Date(time).toISOString()}`);
    const most = this.connection.support.number('CHATHISTORY', STRIDE) || STRIDE;
    const answer = await this.connection.ask(message('CHATHISTORY', ['TARGETS', ...bounds, String(most)]));
    return messagesOf(answer)
      .filter((line) => line.command === 'CHATHISTORY' && line.params[0] === 'TARGETS')
      .map((line) => line.params[1] ?? '')
      .filter((name) => name !== '' && !this.chat.support.isChannel(name))
      .slice(-PEOPLE);
  }

  /** Finds messages (https://soju.im/search), the newest first. */
  async search(text: string, place: string | undefined, limit: number): Promise<Found[]> {
    const attributes = [`text=${escapeTag(text)}`, ...(place ? [`in=${escapeTag(place)}`] : []), `limit=${limit}`];
    const answer = await this.connection.ask(message('SEARCH', [attributes.join(';')]));
    if (!isBatch(answer)) throw new Error(answer.params.at(-1) ?? '');
    return translateHistory(answer, Date.now())
      .flatMap((event) => (event.kind === 'said' ? [{ event, place: this.placeOf(event) }] : []))
      .sort((one, other) => other.event.time - one.event.time);
  }

  private placeOf(event: Extract<ChatEvent, { kind: 'said' }>): string {
    if (this.chat.support.isChannel(event.to)) return event.to;
    return this.chat.isMe(event.by) ? event.to : event.by;
  }

  private async latest(conversation: Conversation): Promise<void> {
    const events = await this.fetch(conversation, 'LATEST', '*', PAGE);
    // Where the server gives nothing, nothing was said.
    if (events) this.chat.applyHistory(conversation, events.list, {}, { isFirst: events.isAll, isLast: true });
    else conversation.timeline.isComplete = true;
  }

  private async fetch(conversation: Conversation, verb: string, point: string, limit: number): Promise<{ list: ChatEvent[]; isAll: boolean } | undefined> {
    const most = this.connection.support.number('CHATHISTORY', limit) || limit;
    const count = Math.min(limit, most);
    const key = `${verb} ${conversation.name} ${point}`;
    if (!this.isThere || this.underWay.has(key)) return undefined;
    this.underWay.add(key);
    try {
      const answer = await this.connection.ask(message('CHATHISTORY', [verb, conversation.name, point, String(count)]));
      const batch = chatHistory(answer);
      if (!batch) return undefined;
      const list = translateHistory(batch, Date.now());
      this.onEvents(list);
      return { list, isAll: batch.items.length < count };
    } finally {
      this.underWay.delete(key);
    }
  }
}

function chatHistory(answer: Batch | { params: readonly string[] }): Batch | undefined {
  return 'items' in answer && answer.type === 'chathistory' ? answer : undefined;
}

/** The text of a message for a quotation, if it is there. */
export function quoted(entry: Entry | undefined): string | undefined {
  return entry && isSpoken(entry) && !entry.isDeleted ? entry.text : undefined;
}
