import type { Socket, SocketListener } from '../connection/socket.ts';
import { LoginKeep } from '../settings/login.ts';
import { MemoryStorage } from '../settings/storage.ts';
import { message, parseMessage, printMessage, type Message } from '../wire/message.ts';
import { Client } from './client.ts';

/** Chance with a seed, so that what failed can be run again (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A clock that goes on only when somebody has nothing else to do. */
export class Timetable {
  now = Date.parse('2026-01-01T00:00:00Z');
  private entries: { at: number; order: number; action: () => void }[] = [];
  private count = 0;

  after(milliseconds: number, action: () => void): () => void {
    const entry = { at: this.now + milliseconds, order: (this.count += 1), action };
    this.entries.push(entry);
    return () => (this.entries = this.entries.filter((other) => other !== entry));
  }

  /** Does what comes next, and lets all promises go on. Answers whether there was anything before `until`. */
  async step(until: number): Promise<boolean> {
    const [next] = this.entries.sort((one, other) => one.at - other.at || one.order - other.order);
    if (!next || next.at > until) return false;
    this.entries.shift();
    this.now = Math.max(this.now, next.at);
    next.action();
    for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
    return true;
  }
}

export interface Stored {
  readonly id: string;
  readonly by: string;
  readonly clientId: string | undefined;
  readonly text: string;
  readonly time: number;
}

const CAPABILITIES = 'batch echo-message labeled-response message-tags sasl server-time draft/chathistory draft/multiline=max-bytes=8192,max-lines=100 veche.chat/sessions';

/** A server with one channel that stores messages in order, knows ids again, and loses connections whenever it likes. */
export class ModelServer {
  readonly journal: Stored[] = [];
  readonly account = 'ann';
  isUp = true;
  /** Whether it knows its accounts; it does not when they were cleared. */
  knowsAccounts = true;
  /** Where something was said, the latest last. */
  targets: readonly string[] = [];
  /** How long it holds back whether a password is right, in milliseconds. */
  delay = 0;
  private connections = new Set<ModelConnection>();

  constructor(
    readonly timetable: Timetable,
    readonly random: () => number,
    /** How likely it is that a connection is lost, at each line in either direction. */
    public loss: number,
    /** How many messages it gives at once at most. */
    readonly most: number,
  ) {}

  readonly open = (listener: SocketListener): Socket => {
    const connection = new ModelConnection(this, listener);
    this.connections.add(connection);
    return connection;
  };

  store(by: string, text: string, clientId: string | undefined): { stored: Stored; isNew: boolean } {
    const before = this.journal.find((each) => clientId !== undefined && each.by === by && each.clientId === clientId);
    if (before) return { stored: before, isNew: false };
    const stored = { id: String(this.journal.length).padStart(8, '0'), by, clientId, text, time: this.timetable.now };
    this.journal.push(stored);
    return { stored, isNew: true };
  }

  /** Somebody else says something. */
  sayAs(by: string, text: string): void {
    const { stored } = this.store(by, text, undefined);
    for (const connection of this.connections) connection.tell(stored);
  }

  /** Loses every connection. */
  hangUp(): void {
    for (const connection of this.connections) connection.lose();
  }

  forget(connection: ModelConnection): void {
    this.connections.delete(connection);
  }
}

class ModelConnection implements Socket {
  private isAlive = true;
  private isIn = false;
  private batches = 0;
  private incoming: { opening: Message; lines: Message[] } | undefined;

  constructor(
    private readonly server: ModelServer,
    private readonly listener: SocketListener,
  ) {
    this.later(() => (server.isUp ? listener.onOpen() : this.lose()));
  }

  send(line: string): void {
    this.later(() => {
      if (this.server.random() < this.server.loss) this.lose();
      else this.obey(parseMessage(line));
    });
  }

  close(): void {
    this.isAlive = false;
    this.server.forget(this);
  }

  tell(stored: Stored): void {
    if (this.isIn) this.reply(...this.printed(stored, {}));
  }

  lose(): void {
    if (!this.isAlive) return;
    this.close();
    this.listener.onClose();
  }

  private later(action: () => void): void {
    this.server.timetable.after(1, () => this.isAlive && action());
  }

  private reply(...lines: string[]): void {
    for (const line of lines) {
      this.later(() => {
        if (this.server.random() < this.server.loss) this.lose();
        else this.listener.onLine(line);
      });
    }
  }

  private obey(line: Message): void {
    const label = line.tags.get('label');
    const [first = '', second = ''] = line.params;
    switch (line.command) {
      case 'CAP':
        if (first === 'LS') this.reply(`:s CAP * LS :${CAPABILITIES}`);
        if (first === 'REQ') this.reply(`:s CAP * ACK :${second}`);
        if (first === 'END') this.welcome();
        return;
      case 'AUTHENTICATE':
        if (first === 'PLAIN') this.reply('AUTHENTICATE +');
        else this.server.timetable.after(this.server.delay, () => this.reply(this.server.knowsAccounts ? ':s 903 * :ok' : ':s 904 * :SASL authentication failed'));
        return;
      case 'PRIVMSG':
        if (line.tags.has('batch')) this.incoming?.lines.push(line);
        else this.said(second, line.tags.get('+veche.chat/id'), label);
        return;
      case 'BATCH':
        return this.batch(line);
      case 'CHATHISTORY':
        return this.history(line.params, label ?? '');
      case 'TOKEN':
        this.reply(`@label=${label} :s TOKEN CREATED 1 token-of-ann :a`);
        return;
      case 'PING':
        this.reply(`${label === undefined ? '' : `@label=${label} `}:s PONG s ${first}`);
        return;
      default:
        if (label !== undefined) this.reply(`@label=${label} :s ACK`);
    }
  }

  private welcome(): void {
    this.isIn = true;
    this.reply(':s 001 ann :Welcome', `:s 005 ann CHATHISTORY=${this.server.most} CHANTYPES=# :are supported`, ':s 376 ann :End', ':ann!u@h JOIN #tea', ':s 366 ann #tea :End');
  }

  private batch(line: Message): void {
    if ((line.params[0] ?? '').startsWith('+')) {
      this.incoming = { opening: line, lines: [] };
      return;
    }
    const batch = this.incoming;
    if (!batch) return;
    const text = batch.lines.reduce((all, each, index) => all + (index === 0 || each.tags.has('draft/multiline-concat') ? '' : '\n') + (each.params[1] ?? ''), '');
    this.said(text, batch.opening.tags.get('+veche.chat/id'), batch.opening.tags.get('label'));
  }

  private said(text: string, clientId: string | undefined, label: string | undefined): void {
    const { stored } = this.server.store(this.server.account, text, clientId);
    this.reply(...this.printed(stored, label === undefined ? {} : { label }));
  }

  private history([verb = '', , point = '', limit = '0']: readonly string[], label: string): void {
    const { journal } = this.server;
    const count = Math.min(Number(limit), this.server.most);
    const id = point.replace('msgid=', '');
    const from = journal.findIndex((each) => each.id === id);
    const found = verb === 'LATEST' ? journal.slice(-count) : verb === 'AFTER' ? journal.slice(from + 1, from + 1 + count) : verb === 'BEFORE' ? journal.slice(Math.max(0, from - count), from) : [];
    const batch = `h${(this.batches += 1)}`;
    const lines = verb === 'TARGETS' ? this.server.targets.slice(-count).map((name) => `@batch=${batch} :s CHATHISTORY TARGETS ${name} 2026-01-01T00:00:00.000Z`) : found.flatMap((each) => this.printed(each, { batch }));
    const type = verb === 'TARGETS' ? 'draft/chathistory-targets' : 'chathistory #tea';
    this.reply(`@label=${label} :s BATCH +${batch} ${type}`, ...lines, `:s BATCH -${batch}`);
  }

  /** A message as lines; one of several lines as a batch. */
  private printed(stored: Stored, tags: Record<string, string>): string[] {
    const all: [string, string][] = [['time', new Date(stored.time).toISOString()], ['msgid', stored.id], ...Object.entries(tags)];
    if (stored.clientId !== undefined) all.push(['+veche.chat/id', stored.clientId]);
    const line = (command: string, params: string[], lineTags: [string, string][]) => printMessage({ ...message(command, params, lineTags), source: `${stored.by}!u@h` });
    const parts = stored.text.split('\n');
    if (parts.length === 1) return [line('PRIVMSG', ['#tea', stored.text], all)];
    const batch = `m${(this.batches += 1)}`;
    const around: [string, string][] = tags['batch'] === undefined ? [] : [['batch', tags['batch']]];
    return [line('BATCH', [`+${batch}`, 'draft/multiline', '#tea'], all), ...parts.map((part) => line('PRIVMSG', ['#tea', part], [['batch', batch]])), line('BATCH', [`-${batch}`], around)];
  }
}

/** What a browser has for one tab, which outlives a reload. */
export class Tab {
  /** Whether the browser says that there is a network. */
  isOnline = true;
  /** How often it has forgotten what was written here. */
  forgotten = 0;
  readonly passing = new MemoryStorage();
  readonly lasting = new MemoryStorage();
}

export function clientAt(server: ModelServer, tab: Tab, random: () => number): Client {
  let ids = 0;
  const prefix = Math.floor(random() * 1e9).toString(36);
  return new Client({
    openSocket: server.open,
    surroundings: { now: () => server.timetable.now, after: (milliseconds, action) => server.timetable.after(milliseconds, action), random, isOnline: () => tab.isOnline },
    login: new LoginKeep(tab.lasting, tab.passing),
    keepFor: () => ({ read: () => tab.passing.getItem('queue') ?? undefined, write: (text) => tab.passing.setItem('queue', text) }),
    label: 'a test',
    newId: () => `${prefix}${(ids += 1)}`,
    listener: { onChange: () => undefined, onNews: () => undefined, onToast: () => undefined, onForget: () => (tab.forgotten += 1) },
  });
}

export async function run(timetable: Timetable, milliseconds: number): Promise<void> {
  const until = timetable.now + milliseconds;
  while (await timetable.step(until));
  timetable.now = until;
}
