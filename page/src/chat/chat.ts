import type { Support } from '../connection/support.ts';
import { Conversation, type Member } from './conversation.ts';
import { isSpoken, type Entry, type Happened, type Spoken } from './entry.ts';
import type { ChatEvent } from './events.ts';
import type { Ends } from './timeline.ts';
import { mentions } from './names.ts';

/** How long somebody counts as typing after the last sign of it, in milliseconds (client-tags/typing). */
const TYPING_ACTIVE = 6_000;
const TYPING_PAUSED = 30_000;

type Said = Extract<ChatEvent, { kind: 'said' }>;

/** Everything that is known of the chat. Knows no DOM and no connection; changes by events alone. */
export class Chat {
  readonly conversations = new Map<string, Conversation>();
  nick = '';
  isAway = false;
  persistence: { choice: string; isOn: boolean } | undefined;
  isOrderedById = false;

  constructor(public support: Support) {}

  fold(name: string): string {
    return this.support.fold(name);
  }

  isMe(name: string): boolean {
    return this.fold(name) === this.fold(this.nick);
  }

  find(name: string): Conversation | undefined {
    return this.conversations.get(this.fold(name));
  }

  open(name: string): Conversation {
    const key = this.fold(name);
    let conversation = this.conversations.get(key);
    if (!conversation) {
      conversation = new Conversation(name, this.support.isChannel(name), this.isOrderedById);
      this.conversations.set(key, conversation);
    }
    return conversation;
  }

  forget(name: string): void {
    this.conversations.delete(this.fold(name));
  }

  isMention(entry: Spoken): boolean {
    return !entry.isOwn && mentions(entry.text, this.nick);
  }

  /** The connection is gone: what is missing later is asked for from here. */
  breakOff(): void {
    for (const conversation of this.conversations.values()) {
      conversation.timeline.breakOff();
      conversation.typing.clear();
    }
  }

  /** A new connection: the server says again in which channels one is. */
  beginAnew(): void {
    for (const conversation of this.conversations.values()) {
      if (conversation.isChannel) conversation.isJoined = false;
    }
  }

  /** Takes what has just happened. Answers what is new to read, for notifications. */
  apply(event: ChatEvent): { conversation: Conversation; entry: Spoken } | undefined {
    switch (event.kind) {
      case 'said':
        return this.say(event);
      case 'joined':
        return this.join(event.channel, event);
      case 'parted':
        return this.leave(event.channel, event.by, event, { name: 'parted', reason: event.reason });
      case 'kicked':
        return this.leave(event.channel, event.whom, event, { name: 'kicked', whom: event.whom, reason: event.reason });
      case 'quit':
        return this.quit(event, event.reason);
      case 'renamed':
        return this.rename(event, event.to);
      case 'topic':
        this.open(event.channel).topic = event.text;
        return this.happened(this.open(event.channel), event, { name: 'topic', text: event.text });
      case 'topic is':
        this.open(event.channel).topic = event.text;
        return undefined;
      case 'mode':
        return this.mode(event);
      case 'channel renamed':
        return this.renameChannel(event);
      case 'redacted':
        return this.redact(this.placeOf(event.by, event.to), event.message);
      case 'reacted':
        return this.react(this.placeOf(event.by, event.to), event);
      case 'typing':
        return this.type(event);
      case 'away':
        return this.goAway(event.by, event.text);
      case 'own away':
        this.isAway = event.isAway;
        return undefined;
      case 'person away':
        return this.goAway(event.nick, event.text);
      case 'read up to':
        return this.markRead(event.target, event.at);
      case 'names':
        for (const name of event.names) this.addName(this.open(event.channel), name);
        return undefined;
      case 'seen':
        return this.seen(event.channel, event.nick, event.isAway);
      case 'presence':
        for (const nick of event.nicks) {
          const conversation = this.find(nick);
          if (conversation) conversation.isOnline = event.isOnline;
        }
        return undefined;
      case 'persistence':
        this.persistence = { choice: event.choice, isOn: event.isOn };
        return undefined;
      case 'names end':
      case 'invited':
      case 'note':
        // Shown by whoever knows where one is looking.
        return undefined;
    }
  }

  /** Takes what the server gave of a conversation's past, in order and without holes. Answers the new entries. */
  applyHistory(conversation: Conversation, events: readonly ChatEvent[], anchors: { before?: Entry; after?: Entry }, ends: Ends): Entry[] {
    const run: Entry[] = anchors.after ? [anchors.after] : [];
    const later: ChatEvent[] = [];
    for (const event of events) {
      const entry = this.entryOf(event);
      if (entry) run.push(entry);
      else later.push(event);
    }
    if (anchors.before) run.push(anchors.before);
    const fresh = conversation.timeline.insertRun(run, ends);
    for (const entry of fresh) this.catchUp(conversation, entry);
    for (const event of later) {
      if (event.kind === 'redacted') this.redact(conversation, event.message);
      else if (event.kind === 'reacted') this.react(conversation, event);
    }
    conversation.recount((entry) => this.isMention(entry));
    return fresh;
  }

  /** A line of the server or of the page itself, where somebody sees it. */
  note(conversation: Conversation, text: string, isError: boolean, time: number): void {
    const what: Happened = { name: 'note', text, isError };
    // The clock of this machine may be behind the server's, and the line belongs at the end.
    const at = Math.max(time, conversation.lastTime);
    conversation.timeline.append({ kind: 'event', id: conversation.timeline.localId(), time: at, by: '', what });
  }

  markRead(target: string, at: number | undefined): undefined {
    const conversation = this.conversations.get(this.fold(target)) ?? (at === undefined ? undefined : this.open(target));
    if (!conversation) return;
    conversation.readUpTo = Math.max(conversation.readUpTo ?? 0, at ?? 0);
    conversation.recount((entry) => this.isMention(entry));
  }

  /** Who is typing there now, besides oneself. */
  typists(conversation: Conversation, now: number): string[] {
    return [...conversation.typing.values()].filter((typist) => typist.until > now).map((typist) => typist.nick);
  }

  /** Where a message belongs: what two people say to each other is called by the other one. */
  private placeOf(by: string, to: string): Conversation {
    const target = to.replace(/^[~&@%+]+(?=[#&])/, '');
    if (this.support.isChannel(target)) return this.open(target);
    return this.open(this.isMe(by) ? target : this.isMe(target) || target === '*' ? by : target);
  }

  private entryOf(event: ChatEvent): Entry | undefined {
    const happening = (what: Happened): Entry => ({ kind: 'event', id: event.id ?? `${event.time}-${event.by}-${what.name}`, time: event.time, by: event.by, what });
    switch (event.kind) {
      case 'said':
        return this.spoken(event, event.id ?? `${event.time}-${event.by}-${event.text.length}`);
      case 'joined':
        return happening({ name: 'joined' });
      case 'parted':
        return happening({ name: 'parted', reason: event.reason });
      case 'quit':
        return happening({ name: 'quit', reason: event.reason });
      case 'renamed':
        return happening({ name: 'renamed', to: event.to });
      case 'kicked':
        return happening({ name: 'kicked', whom: event.whom, reason: event.reason });
      case 'topic':
        return happening({ name: 'topic', text: event.text });
      case 'mode':
        return happening({ name: 'mode', change: [event.modes, ...event.params].join(' ') });
      case 'channel renamed':
        return happening({ name: 'channel renamed', to: event.to });
      default:
        return undefined;
    }
  }

  private spoken(event: Said, id: string): Spoken {
    return {
      kind: event.manner,
      id,
      time: event.time,
      by: event.by,
      isOwn: this.isMe(event.by),
      text: event.text,
      replyTo: event.replyTo,
      clientId: event.clientId,
      reactions: new Map(),
      isDeleted: false,
    };
  }

  private say(event: Said): { conversation: Conversation; entry: Spoken } | undefined {
    const conversation = this.placeOf(event.by, event.to);
    conversation.typing.delete(this.fold(event.by));
    const entry = this.spoken(event, event.id ?? conversation.timeline.localId());
    if (!conversation.timeline.append(entry)) return undefined;
    if (entry.isOwn || entry.time <= (conversation.readUpTo ?? 0)) return undefined;
    conversation.unread += 1;
    if (this.isMention(entry)) conversation.mentions += 1;
    return { conversation, entry };
  }

  private happened(conversation: Conversation, event: ChatEvent, what: Happened): undefined {
    const id = event.id ?? conversation.timeline.localId();
    conversation.timeline.append({ kind: 'event', id, time: event.time, by: event.by, what });
  }

  private join(channel: string, event: ChatEvent): undefined {
    const conversation = this.open(channel);
    if (this.isMe(event.by)) {
      conversation.isJoined = true;
      conversation.name = channel;
      conversation.members.clear();
    }
    conversation.members.set(this.fold(event.by), { nick: event.by, ranks: '', isAway: false });
    // Without an id it is no news: the server says where one already is.
    if (event.id !== undefined || !this.isMe(event.by)) this.happened(conversation, event, { name: 'joined' });
  }

  private leave(channel: string, who: string, event: ChatEvent, what: Happened): undefined {
    const conversation = this.open(channel);
    conversation.members.delete(this.fold(who));
    if (this.isMe(who)) conversation.isJoined = false;
    this.happened(conversation, event, what);
  }

  private quit(event: ChatEvent, reason: string): undefined {
    for (const conversation of this.conversations.values()) {
      if (conversation.members.delete(this.fold(event.by))) this.happened(conversation, event, { name: 'quit', reason });
    }
  }

  private rename(event: ChatEvent, to: string): undefined {
    if (this.isMe(event.by)) this.nick = to;
    for (const conversation of this.conversations.values()) {
      const member = conversation.members.get(this.fold(event.by));
      if (!member) continue;
      conversation.members.delete(this.fold(event.by));
      conversation.members.set(this.fold(to), { ...member, nick: to });
      this.happened(conversation, event, { name: 'renamed', to });
    }
  }

  private renameChannel(event: Extract<ChatEvent, { kind: 'channel renamed' }>): undefined {
    const conversation = this.open(event.channel);
    this.forget(event.channel);
    conversation.name = event.to;
    this.conversations.set(this.fold(event.to), conversation);
    this.happened(conversation, event, { name: 'channel renamed', to: event.to });
  }

  private mode(event: Extract<ChatEvent, { kind: 'mode' }>): undefined {
    if (!this.support.isChannel(event.channel)) return;
    const conversation = this.open(event.channel);
    const { letters, signs } = this.support.ranks;
    const params = [...event.params];
    let isAdded = true;
    for (const letter of event.modes) {
      if (letter === '+' || letter === '-') {
        isAdded = letter === '+';
        continue;
      }
      const param = this.support.hasParameter(letter, isAdded) ? params.shift() : undefined;
      const sign = signs.charAt(letters.indexOf(letter));
      const member = param === undefined ? undefined : conversation.members.get(this.fold(param));
      if (!member || !letters.includes(letter)) continue;
      const held = new Set(member.ranks);
      if (isAdded) held.add(sign);
      else held.delete(sign);
      member.ranks = [...signs].filter((rank) => held.has(rank)).join('');
    }
    this.happened(conversation, event, { name: 'mode', change: [event.modes, ...event.params].join(' ') });
  }

  private redact(conversation: Conversation, id: string): undefined {
    const entry = conversation.timeline.find(id);
    if (!entry || !isSpoken(entry)) return;
    entry.isDeleted = true;
    entry.text = '';
    entry.reactions.clear();
    conversation.timeline.changed();
    conversation.recount((other) => this.isMention(other));
  }

  private react(conversation: Conversation, event: { message: string; emoji: string; by: string; isRemoved: boolean }): undefined {
    const entry = conversation.timeline.find(event.message);
    if (!entry) {
      const waiting = conversation.waitingReactions.get(event.message) ?? [];
      conversation.waitingReactions.set(event.message, [...waiting, event]);
      return;
    }
    if (!isSpoken(entry) || entry.isDeleted) return;
    const people = entry.reactions.get(event.emoji) ?? new Set<string>();
    if (event.isRemoved) people.delete(event.by);
    else people.add(event.by);
    if (people.size > 0) entry.reactions.set(event.emoji, people);
    else entry.reactions.delete(event.emoji);
    conversation.timeline.changed();
  }

  private catchUp(conversation: Conversation, entry: Entry): void {
    const waiting = conversation.waitingReactions.get(entry.id);
    if (!waiting) return;
    conversation.waitingReactions.delete(entry.id);
    for (const reaction of waiting) this.react(conversation, { ...reaction, message: entry.id });
  }

  private type(event: Extract<ChatEvent, { kind: 'typing' }>): undefined {
    if (this.isMe(event.by)) return;
    const conversation = this.placeOf(event.by, event.to);
    const lasts = event.state === 'active' ? TYPING_ACTIVE : event.state === 'paused' ? TYPING_PAUSED : 0;
    if (lasts === 0) conversation.typing.delete(this.fold(event.by));
    else conversation.typing.set(this.fold(event.by), { nick: event.by, until: event.time + lasts });
  }

  private goAway(nick: string, text: string | undefined): undefined {
    const key = this.fold(nick);
    for (const conversation of this.conversations.values()) {
      const member = conversation.members.get(key);
      if (member) member.isAway = text !== undefined;
    }
    const own = this.conversations.get(key);
    if (!own) return;
    own.isAway = text !== undefined;
    own.awayText = text ?? '';
  }

  private seen(channel: string, nick: string, isAway: boolean): undefined {
    const member = this.find(channel)?.members.get(this.fold(nick));
    if (member) member.isAway = isAway;
  }

  private addName(conversation: Conversation, name: string): void {
    const { signs } = this.support.ranks;
    let length = 0;
    while (signs.includes(name.charAt(length)) && length < name.length) length += 1;
    const nick = name.slice(length).replace(/!.*/, '');
    const key = this.fold(nick);
    const member: Member = { nick, ranks: name.slice(0, length), isAway: conversation.members.get(key)?.isAway ?? false };
    conversation.members.set(key, member);
  }
}
