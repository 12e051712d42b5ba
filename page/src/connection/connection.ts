import { message, parseMessage, printMessage, withTag, type Message } from '../wire/message.ts';
import { backOff } from './backoff.ts';
import { Batches, tagsOf, type Incoming } from './batches.ts';
import { Capabilities } from './capabilities.ts';
import { farewellOf, type Farewell, type Pause } from './farewell.ts';
import { Registration, type Credentials, type Refusal } from './registration.ts';
import type { OpenSocket, Socket } from './socket.ts';
import { Support } from './support.ts';

/** How it stands with the server, as people are told. */
export type Standing =
  | { kind: 'closed' }
  | { kind: 'connecting' }
  | { kind: 'online' }
  /** Tries again at `at`, in milliseconds since 1970; `reason` has the server's last words, if it is not known why. */
  | { kind: 'waiting'; at: number; reason: string; pause: Pause | undefined }
  /** The browser says that there is no network. It tries all the same, now and then. */
  | { kind: 'offline'; reason: string };

export interface ConnectionListener {
  /** Everything that comes after the welcome. Batches are complete. An answer goes to whoever asked, too. */
  onIncoming(item: Incoming, isAnswer: boolean): void;
  /** The welcome; what was agreed on is known, ISUPPORT comes after it. */
  onWelcome(nick: string): void;
  /** It was online and is not any more. */
  onLost(): void;
  /** The server does not want these credentials. It does not try again. */
  onRefused(refusal: Refusal): void;
  onStanding(standing: Standing): void;
}

/** Clock, timers and chance, so that tests hold them. */
export interface Surroundings {
  now(): number;
  after(milliseconds: number, action: () => void): () => void;
  random(): number;
  isOnline(): boolean;
  /** Asks a server that cannot be reached as a chat how it is. Never fails; undefined where it does not tell. */
  ask?(): Promise<Pause | undefined>;
}

/** A silence after which it asks, and how long it then waits for an answer, in milliseconds. */
const SILENCE = 30_000;
const PATIENCE = 15_000;

/** How long it may take until the server says anything, in milliseconds. */
const FIRST_LINE = 30_000;

/**
 * How long the server may then say nothing before the welcome, in milliseconds: after wrong passwords
 * it holds its answer back for up to a minute, and who comes anew waits from the beginning.
 */
const ANSWER = 70_000;

/** How often it tries while the browser says that there is no network, in milliseconds. */
const OFFLINE = 30_000;

type Settle = { answer: (item: Incoming) => void; lost: (reason: Error) => void };

/** A connection that comes back. One line at a time goes to the listener, in the order of the server. */
export class Connection {
  /** What was agreed on and said at the last welcome; it stays while the connection is gone. */
  capabilities = new Capabilities();
  support = new Support();
  standing: Standing = { kind: 'closed' };

  private socket: Socket | undefined;
  private credentials: Credentials | undefined;
  private generation = 0;
  private failures = 0;
  private lastWords = '';
  private farewell: Farewell | undefined;
  private labels = 0;
  private readonly awaited = new Map<string, Settle>();
  private cancelTimer: () => void = () => undefined;

  constructor(
    private readonly openSocket: OpenSocket,
    private readonly surroundings: Surroundings,
    private readonly listener: ConnectionListener,
  ) {}

  open(credentials: Credentials): void {
    this.close();
    this.credentials = credentials;
    this.connect();
  }

  /** Leaves, and does not come back. */
  close(): void {
    this.credentials = undefined;
    this.failures = 0;
    this.lastWords = '';
    this.farewell = undefined;
    this.drop(false);
    this.stand({ kind: 'closed' });
  }

  /** Comes back with these from now on, as when there is a token in place of the password. */
  comeBackWith(credentials: Credentials): void {
    if (this.credentials) this.credentials = credentials;
  }

  /** Does not wait any longer. */
  tryNow(): void {
    if (this.standing.kind === 'waiting' || this.standing.kind === 'offline') this.connect();
  }

  /** The browser says that the network has gone or come. */
  networkChanged(): void {
    if (this.standing.kind === 'offline' && this.surroundings.isOnline()) this.connect();
    else if (this.standing.kind === 'waiting' && !this.surroundings.isOnline()) this.wait();
    else if (this.standing.kind === 'online' && !this.surroundings.isOnline()) this.probe();
  }

  /** Whether it was sent on its way. It may be lost all the same. */
  send(line: Message): boolean {
    if (this.standing.kind !== 'online') return false;
    this.socket?.send(printMessage(line));
    return true;
  }

  /** Sends a line, and waits for what answers it (https://ircv3.net/specs/extensions/labeled-response). */
  ask(line: Message): Promise<Incoming> {
    if (this.standing.kind !== 'online') return Promise.reject(new Error('not connected'));
    if (!this.capabilities.has('labeled-response')) return Promise.reject(new Error('no labels here'));
    const label = `v${(this.labels += 1)}`;
    const answer = new Promise<Incoming>((resolve, reject) => this.awaited.set(label, { answer: resolve, lost: reject }));
    this.socket?.send(printMessage(withTag(line, 'label', label)));
    return answer;
  }

  private connect(): void {
    const credentials = this.credentials;
    if (!credentials) return;
    this.drop(false);
    this.stand({ kind: 'connecting' });
    const generation = (this.generation += 1);
    const isCurrent = () => generation === this.generation;
    const capabilities = new Capabilities();
    const batches = new Batches();
    const registration = new Registration(credentials, capabilities, (line) => this.socket?.send(printMessage(line)));
    this.timer(FIRST_LINE, () => this.drop(true));
    this.socket = this.openSocket({
      onOpen: () => isCurrent() && registration.begin(),
      onLine: (text) => {
        if (!isCurrent()) return;
        this.watch();
        const line = parseMessage(text);
        const farewell = farewellOf(line);
        if (farewell) this.farewell = farewell;
        else if (line.command === 'ERROR') this.lastWords = line.params.at(-1) ?? '';
        else if (line.command === 'PING') this.socket?.send(printMessage(message('PONG', line.params)));
        else if (this.standing.kind === 'online') this.hear(line, batches);
        else this.arrive(line, registration, capabilities);
      },
      onClose: () => isCurrent() && this.drop(true),
    });
  }

  private arrive(line: Message, registration: Registration, capabilities: Capabilities): void {
    const step = registration.hear(line);
    if (step.kind === 'refused') {
      const { refusal } = step;
      this.close();
      this.listener.onRefused(refusal);
    } else if (step.kind === 'not now') {
      this.lastWords = step.text;
      this.drop(true);
    } else if (step.kind === 'welcome') {
      this.failures = 0;
      this.lastWords = '';
      this.farewell = undefined;
      this.capabilities = capabilities;
      this.support = new Support();
      // Who has come in once is not registered again, should the account be gone later.
      if (this.credentials) this.credentials = { ...this.credentials, mayRegister: false };
      this.stand({ kind: 'online' });
      this.watch();
      this.listener.onWelcome(step.nick);
    }
  }

  private hear(line: Message, batches: Batches): void {
    if (line.command === '005') this.support.learn(line.params.slice(1, -1));
    if (line.command === 'CAP') this.capabilitiesChanged(line.params);
    const item = batches.take(line);
    if (!item) return;
    const label = tagsOf(item).get('label');
    const settle = label === undefined ? undefined : this.awaited.get(label);
    // The state changes before whoever asked goes on.
    this.listener.onIncoming(item, settle !== undefined);
    if (label !== undefined && settle) {
      this.awaited.delete(label);
      settle.answer(item);
    }
  }

  private capabilitiesChanged(params: readonly string[]): void {
    const words = params.at(-1) ?? '';
    if (params[1] === 'NEW') {
      this.capabilities.offer(words);
      const wishes = this.capabilities.wishes().filter((name) => name !== 'sasl');
      if (wishes.length > 0) this.send(message('CAP', ['REQ', wishes.join(' ')]));
    } else if (params[1] === 'DEL') this.capabilities.withdraw(words);
    else if (params[1] === 'ACK') this.capabilities.agree(words);
  }

  /** Starts the time of silence again. */
  private watch(): void {
    if (this.standing.kind === 'online') this.timer(SILENCE, () => this.probe());
    else this.timer(ANSWER, () => this.drop(true));
  }

  private probe(): void {
    this.socket?.send(printMessage(message('PING', ['still-there'])));
    this.timer(PATIENCE, () => this.drop(true));
  }

  /** Ends the connection that there is, and plans the next where `again`. */
  private drop(again: boolean): void {
    const wasOnline = this.standing.kind === 'online';
    this.generation += 1;
    this.cancelTimer();
    this.socket?.close();
    this.socket = undefined;
    for (const settle of this.awaited.values()) settle.lost(new Error('the connection was lost'));
    this.awaited.clear();
    const { farewell } = this;
    if (again && farewell?.isFinal) this.part(wasOnline, { code: farewell.code, text: '' });
    else {
      if (again) this.wait();
      if (wasOnline) this.listener.onLost();
    }
  }

  /** The server has said that it is of no use to come back. */
  private part(wasOnline: boolean, refusal: Refusal): void {
    this.standing = { kind: 'closed' };
    this.close();
    if (wasOnline) this.listener.onLost();
    this.listener.onRefused(refusal);
  }

  private wait(): void {
    if (!this.surroundings.isOnline()) {
      this.stand({ kind: 'offline', reason: this.lastWords });
      // The browser may be wrong, as where a machine is reached by another way than it looks for.
      this.timer(OFFLINE, () => this.connect());
      return;
    }
    const delay = backOff(this.failures, this.surroundings.random());
    this.failures += 1;
    const pause = this.farewell?.isFinal === false ? this.farewell.code : undefined;
    this.stand({ kind: 'waiting', at: this.surroundings.now() + delay, reason: pause === undefined ? this.lastWords : '', pause });
    this.timer(delay, () => this.connect());
    void this.inquire();
  }

  /** Why it cannot come in: the server may be there, and say. */
  private async inquire(): Promise<void> {
    const { generation } = this;
    const pause = await this.surroundings.ask?.();
    if (generation !== this.generation || this.standing.kind !== 'waiting') return;
    this.farewell = pause === undefined ? undefined : { isFinal: false, code: pause };
    if (pause !== undefined) this.stand({ ...this.standing, reason: '', pause });
  }

  private timer(milliseconds: number, action: () => void): void {
    this.cancelTimer();
    this.cancelTimer = this.surroundings.after(milliseconds, action);
  }

  private stand(standing: Standing): void {
    this.standing = standing;
    this.listener.onStanding(standing);
  }
}
