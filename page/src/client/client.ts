import { Chat } from '../chat/chat.ts';
import type { Conversation } from '../chat/conversation.ts';
import type { ChatEvent } from '../chat/events.ts';
import { Queue, type Pending } from '../chat/queue.ts';
import { translate } from '../chat/translate.ts';
import type { Incoming } from '../connection/batches.ts';
import { isBatch } from '../connection/batches.ts';
import { Connection, type ConnectionListener, type Standing } from '../connection/connection.ts';
import type { Refusal } from '../connection/registration.ts';
import { Support } from '../connection/support.ts';
import { History } from '../history/history.ts';
import type { Login } from '../settings/login.ts';
import { message, type Message } from '../wire/message.ts';
import { Console } from './console.ts';
import type { ClientParts, Phase } from './parts.ts';
import { Sending } from './sending.ts';
import { Sessions, type Session } from './sessions.ts';
import { Signs } from './signs.ts';

/** Where somebody is put who is nowhere, if the server does not name a channel. */
const FIRST_CHANNEL = '#veche';

/** How far back the page looks for private conversations, in milliseconds. */
const LOOK_BACK = 90 * 24 * 3_600_000;

/** What is kept of a login is of no use any more after these. */
const GONE: ReadonlySet<Refusal['code']> = new Set(['wrong-password', 'accounts-cleared', 'account-removed', 'token-revoked', 'session-ended']);

/** After these there may be another token for this browser, which another tab has been given. */
const REPLACED: ReadonlySet<Refusal['code']> = new Set(['wrong-password', 'token-revoked']);

/** Someone at the page: their connection, the chat that they see, and what they do in it. */
export class Client implements ConnectionListener {
  readonly connection: Connection;
  readonly sessions: Sessions;
  console: Console;
  chat: Chat;
  queue: Queue;
  history: History;
  signs: Signs;
  phase: Phase = 'out';
  refusal: (Refusal & { wasIn: boolean }) | undefined;
  login: Login | undefined;
  /** The name of the conversation that one looks at. */
  active = '';

  private sending: Sending;
  /** Whether the server has known these credentials before. */
  wasIn = false;
  /** Whether the server has told its greeting, and whether what was missed has been fetched since. */
  private isSettled = false;
  private isCaughtUp = false;
  /** Who was here last; a name in small letters. */
  private owner = '';

  constructor(private readonly parts: ClientParts) {
    this.connection = new Connection(parts.openSocket, parts.surroundings, this);
    this.sessions = new Sessions(this.connection);
    this.console = this.newConsole();
    this.chat = new Chat(new Support());
    this.queue = new Queue({ read: () => undefined, write: () => undefined });
    this.history = this.newHistory();
    this.signs = this.newSigns();
    this.sending = this.newSending();
  }

  /** Comes back as whoever was here last. Answers whether there is anybody. */
  resume(): boolean {
    const login = this.parts.login.read();
    if (login) this.begin(login, false);
    return login !== undefined;
  }

  /** Comes in with a name and a password. A name that nobody has becomes an account. */
  enter(name: string, password: string): void {
    this.begin({ name, secret: password, token: undefined }, true);
  }

  private begin(login: Login, mayRegister: boolean): void {
    const owner = login.name.toLowerCase();
    if (owner !== this.owner) this.parts.listener.onForget();
    this.owner = owner;
    this.login = login;
    this.wasIn = !mayRegister;
    this.refusal = undefined;
    this.phase = 'coming';
    this.isSettled = this.isCaughtUp = false;
    this.chat = new Chat(new Support());
    this.queue = new Queue(this.parts.keepFor(login.name));
    this.history = this.newHistory();
    this.signs = this.newSigns();
    this.sending = this.newSending();
    this.console = this.newConsole();
    this.connection.open({ name: login.name, secret: login.secret, mayRegister });
    this.changed();
  }

  /** Leaves for good: the token of this browser is revoked, and what was written here is forgotten. */
  logout(): void {
    if (this.login?.token !== undefined) this.connection.send(message('TOKEN', ['REVOKE', this.login.token]));
    this.connection.send(message('QUIT', []));
    this.parts.login.forget(this.login);
    // Who turns back at the door has not shown who they are: what was not sent waits for whoever can.
    if (this.phase === 'in') {
      this.queue.clear();
      this.parts.listener.onForget();
    }
    this.leave();
  }

  /** Another tab of this browser has come in anew, and keeps by what: that is good for this one, too. */
  loginChanged(): void {
    if (this.phase === 'out' && this.refusal?.wasIn && REPLACED.has(this.refusal.code)) this.resume();
  }

  /** Changes the password. The server revokes all tokens then, and this browser gets another. */
  async changePassword(present: string, next: string): Promise<void> {
    await this.sessions.changePassword(present, next);
    await this.renewLogin();
  }

  /** Ends another session of the account. A tab of this browser has the same token as this one, which then needs another. */
  async endSession(session: Session): Promise<void> {
    await this.sessions.end(session);
    if (session.token !== undefined && session.token === this.login?.token) await this.renewLogin();
  }

  private async renewLogin(): Promise<void> {
    if (!this.login) return;
    this.login = { ...this.login, token: undefined };
    await this.keepLogin(this.login);
    this.changed();
  }

  private leave(): void {
    this.phase = 'out';
    this.active = '';
    this.login = undefined;
    this.connection.close();
    this.changed();
  }

  get current(): Conversation | undefined {
    return this.active === '' ? undefined : this.chat.find(this.active);
  }

  /** Looks at a conversation; one that is not there yet is begun. */
  show(name: string): Conversation {
    const conversation = this.chat.open(name);
    this.active = conversation.name;
    conversation.newLine = conversation.readUpTo;
    if (!conversation.isChannel) this.meet(conversation);
    else if (!conversation.isJoined && this.isSettled) this.send(message('JOIN', [name]));
    this.changed();
    return conversation;
  }

  say(target: string, text: string, options: { isAction?: boolean; replyTo?: string | undefined } = {}): void {
    const { isAction = false, replyTo } = options;
    this.queue.add({ id: this.parts.newId(), target, text, isAction, replyTo, time: this.parts.surroundings.now() });
    this.signs.said();
    this.flush();
    this.changed();
  }

  retry(id: string): void {
    this.queue.retry(id);
    this.flush();
    this.changed();
  }

  /** Takes back what was not sent. Answers it, so that it can be written anew. */
  takeBack(id: string): Pending | undefined {
    const item = this.queue.remove(id);
    this.changed();
    return item;
  }

  /** Answers false when it cannot be told to the server now. */
  part(name: string, reason = ''): boolean {
    const conversation = this.chat.find(name);
    if (conversation?.isJoined && conversation.isChannel) return this.send(message('PART', reason === '' ? [name] : [name, reason]));
    this.close(name);
    return true;
  }

  /** Puts a conversation out of sight. */
  close(name: string): void {
    this.chat.forget(name);
    if (this.chat.fold(this.active) === this.chat.fold(name)) this.active = '';
    this.chooseAnother();
    this.changed();
  }

  /** Sends a line now, or says that it cannot. What people write goes by `say`. */
  send(line: Message): boolean {
    return this.connection.send(line);
  }

  /** A word of the page itself, in the conversation that one looks at. */
  note(text: string, isError = false, where: Conversation | undefined = this.current): void {
    if (where) this.chat.note(where, text, isError, this.parts.surroundings.now());
    else this.parts.listener.onToast(text, isError);
    this.changed();
  }

  onWelcome(nick: string): void {
    const { support, capabilities } = this.connection;
    this.chat.support = support;
    this.chat.nick = nick;
    this.chat.beginAnew();
    // Veche says that its ids rise; it is known by capabilities that only it has, or by its tag.
    this.chat.isOrderedById ||= capabilities.isOffered('veche.chat/sessions');
    this.phase = 'in';
    this.wasIn = true;
    this.isSettled = this.isCaughtUp = false;
    // Whoever reloads before there is a token comes back all the same.
    if (this.login && this.login.token === undefined) this.parts.login.writeForNow(this.login);
    this.changed();
  }

  onIncoming(item: Incoming, isAnswer: boolean): void {
    if (!isBatch(item) && (item.command === '376' || item.command === '422')) void this.settle();
    if (!isBatch(item)) this.console.hear(item);
    // One has become an operator (RPL_YOUREOPER).
    if (!isBatch(item) && item.command === '381') void this.console.find();
    for (const event of translate(item, this.parts.surroundings.now())) this.take(event, isAnswer);
    this.changed();
  }

  onLost(): void {
    this.isSettled = this.isCaughtUp = false;
    this.queue.connectionLost();
    this.chat.breakOff();
    this.changed();
  }

  onRefused(refusal: Refusal): void {
    // A password is kept to come back by itself, and not for whoever is turned away.
    if (this.wasIn && (GONE.has(refusal.code) || this.login?.token === undefined)) this.parts.login.forget(this.login);
    this.refusal = { ...refusal, wasIn: this.wasIn };
    this.leave();
  }

  onStanding(_standing: Standing): void {
    this.changed();
  }

  private take(event: ChatEvent, isAnswer: boolean): void {
    if (event.kind === 'note') {
      if (!isAnswer) this.tell(event);
      return;
    }
    // What a service answers goes to whoever asked.
    if (event.kind === 'said' && event.manner === 'notice' && isAnswer) return;
    if (event.kind === 'invited' && this.chat.isMe(event.whom)) this.parts.listener.onToast(`${event.by}: ${event.channel}`, false);
    if (event.kind === 'said' && event.manner === 'notice' && this.isFromStranger(event)) {
      this.note(`${event.by}: ${event.text}`);
      return;
    }
    this.acknowledge([event]);
    const news = this.chat.apply(event);
    if (news) this.parts.listener.onNews(news.conversation, news.entry);
    if (news && !news.conversation.isChannel) this.meet(news.conversation);
    if (event.kind === 'joined' && this.chat.isMe(event.by)) this.joined(event.channel, event.id !== undefined);
    if (event.kind === 'parted' && this.chat.isMe(event.by)) this.close(event.channel);
    if (event.kind === 'kicked' && this.chat.isMe(event.whom)) this.parts.listener.onToast(`${event.by}: ${event.channel} ${event.reason}`, true);
  }

  private isFromStranger(event: Extract<ChatEvent, { kind: 'said' }>): boolean {
    return !this.chat.support.isChannel(event.to) && !this.chat.isMe(event.by) && !this.chat.find(event.by);
  }

  private tell(event: Extract<ChatEvent, { kind: 'note' }>): void {
    const about = event.about === undefined ? undefined : this.chat.find(event.about);
    const text = event.about === undefined || about || !event.isError ? event.text : `${event.about}: ${event.text}`;
    this.note(text, event.isError, about ?? this.current);
  }

  private acknowledge(events: readonly ChatEvent[]): void {
    for (const event of events) {
      if (event.kind === 'said' && event.clientId !== undefined && this.chat.isMe(event.by)) this.queue.acknowledge(event.clientId);
    }
  }

  private joined(channel: string, isNew: boolean): void {
    const conversation = this.chat.open(channel);
    this.send(message('WHO', this.connection.support.text('WHOX') === undefined ? [channel] : [channel, '%cnf']));
    if (this.isSettled) void this.history.catchUp(conversation).then(() => this.changed(), () => undefined);
    if (this.isSettled && isNew) this.show(channel);
  }

  /** The server has told all of its greeting: who is in which channels is known. */
  private async settle(): Promise<void> {
    if (this.isSettled) return;
    this.isSettled = true;
    const { login } = this;
    if (!login) return;
    try {
      await this.catchUp();
    } catch {
      return; // The connection was lost again; what is missing is fetched after the next welcome.
    }
    this.isCaughtUp = true;
    this.flush();
    this.changed();
    await this.keepLogin(login);
    await this.console.find();
  }

  private async catchUp(): Promise<void> {
    // A server says in which channels one is only after its greeting: what answers this comes behind.
    if (this.connection.capabilities.has('labeled-response')) await this.connection.ask(message('PING', ['who-is-where']));
    if (![...this.chat.conversations.values()].some((conversation) => conversation.isChannel && conversation.isJoined)) {
      this.send(message('JOIN', [this.connection.support.text('veche.chat/FIRST') || FIRST_CHANNEL]));
    }
    const now = this.parts.surroundings.now();
    for (const name of await this.history.people(now - LOOK_BACK, now)) this.meet(this.chat.open(name));
    this.chooseAnother();
    this.changed();
    const all = [...this.chat.conversations.values()].filter((conversation) => conversation.isJoined);
    all.sort((one, other) => Number(other === this.current) - Number(one === this.current));
    await Promise.all(all.map((conversation) => this.history.catchUp(conversation).then(() => this.changed())));
  }

  /** Sends what waits, when what was missed is known. */
  private flush(): void {
    if (this.isCaughtUp && this.connection.standing.kind === 'online') this.sending.flush();
  }

  private async keepLogin(login: Login): Promise<void> {
    if (login.token !== undefined || login.secret === '') return;
    let kept = login;
    if (this.connection.capabilities.has('veche.chat/sessions')) {
      try {
        const token = await this.sessions.createToken(this.parts.label);
        kept = { name: login.name, secret: token.secret, token: token.id };
      } catch {
        // Without a token the password stays, for this tab.
      }
    }
    if (this.login !== login) return;
    this.login = kept;
    this.parts.login.write(kept);
    this.connection.comeBackWith({ name: kept.name, secret: kept.secret, mayRegister: false });
  }

  /** Learns of another person what one wants to know when talking with them. */
  private meet(conversation: Conversation): void {
    if (this.connection.standing.kind !== 'online') return;
    if (conversation.readUpTo === undefined && this.connection.capabilities.has('draft/read-marker')) {
      // Of somebody who is unknown the server knows nothing, and that is no news for anybody.
      this.connection.ask(message('MARKREAD', [conversation.name])).catch(() => undefined);
    }
    if (conversation.isOnline === undefined && this.connection.support.text('MONITOR') !== undefined) this.send(message('MONITOR', ['+', conversation.name]));
    if (!conversation.hasFetched && this.isSettled) {
      conversation.hasFetched = true;
      void this.history.catchUp(conversation).then(() => this.changed(), () => undefined);
    }
  }

  private chooseAnother(): void {
    if (this.current) return;
    const next = [...this.chat.conversations.values()].filter((conversation) => conversation.isJoined)[0];
    if (next) this.show(next.name);
  }

  private newHistory(): History {
    return new History(this.connection, this.chat, (events) => this.acknowledge(events));
  }

  private newConsole(): Console {
    return new Console(this.connection, () => this.changed());
  }

  private newSigns(): Signs {
    return new Signs(this.connection, this.chat, () => this.parts.surroundings.now(), () => this.changed());
  }

  private newSending(): Sending {
    return new Sending(this.connection, this.queue, (item) => this.sayHere(item));
  }

  /** A server that echoes nothing: what was sent is shown as it was written. */
  private sayHere(item: Pending): void {
    const conversation = this.chat.open(item.target);
    const now = this.parts.surroundings.now();
    this.chat.apply({ kind: 'said', manner: item.isAction ? 'action' : 'said', to: conversation.name, text: item.text, by: this.chat.nick, account: undefined, time: now, id: undefined, replyTo: item.replyTo });
  }

  private changed(): void {
    this.parts.listener.onChange();
  }
}
