import { messagesOf } from '../connection/batches.ts';
import type { Connection } from '../connection/connection.ts';
import { message, type Message } from '../wire/message.ts';

export interface LogEntry {
  readonly level: string;
  readonly time: string;
  readonly logger: string;
  readonly text: string;
}

export interface Candidate {
  /** Where in the line it begins, in characters. */
  readonly start: number;
  readonly text: string;
}

/** How many lines of the log are kept to look at. */
const LOG = 1000;

/** The operator's console, where the server lets one (`veche.chat/console`). */
export class Console {
  isThere = false;
  log: readonly LogEntry[] = [];
  /** Whether the server tells what is logged from now on. */
  isFollowing = false;

  constructor(
    private readonly connection: Connection,
    private readonly onChange: () => void,
  ) {}

  /** Finds out whether one is an operator. */
  async find(): Promise<void> {
    this.isThere = false;
    if (!this.connection.capabilities.has('veche.chat/console')) return;
    try {
      this.isThere = (await this.status()) !== undefined;
    } catch {
      this.isThere = false;
    }
    this.onChange();
  }

  /** Runs a line. Answers the lines that it prints. */
  async run(line: string): Promise<string[]> {
    const answer = messagesOf(await this.connection.ask(message('CONSOLE', [line])));
    const failure = answer.find((part) => part.command === 'FAIL' || /^[45]\d\d$/.test(part.command));
    if (failure) throw new Error(failure.params.at(-1) ?? '');
    return answer.filter((part) => part.command === 'CONSOLE' && part.params[0] === 'OUT').map((part) => part.params[1] ?? '');
  }

  async complete(line: string): Promise<Candidate[]> {
    const answer = messagesOf(await this.connection.ask(message('COMPLETE', [line])));
    return answer
      .filter((part) => part.command === 'COMPLETE' && part.params[0] === 'ENTRY')
      .map((part) => ({ start: Number(part.params[1] ?? 0), text: part.params[2] ?? '' }));
  }

  /** The figures of the server, by name; undefined for those who may not see them. */
  async status(): Promise<Record<string, unknown> | undefined> {
    const answer = messagesOf(await this.connection.ask(message('STATUS')));
    const lines = answer.filter((line) => line.command === 'STATUS' && line.params[0] === 'FIGURES');
    return lines.length === 0 ? undefined : lines.map((line) => figuresIn(line.params[1] ?? '')).reduce(merge);
  }

  follow(isOn: boolean): void {
    this.isFollowing = false;
    this.connection.send(message('LOGS', [isOn ? 'FOLLOW' : 'STOP']));
  }

  hear(line: Message): void {
    if (line.command !== 'LOGS') return;
    if (line.params[0] === 'FOLLOWING') this.isFollowing = true;
    if (line.params[0] !== 'ENTRY') return;
    const [, level = '', time = '', logger = '', text = ''] = line.params;
    this.log = [...this.log.slice(1 - LOG), { level, time, logger, text }];
  }
}

function figuresIn(text: string): Record<string, unknown> {
  const read: unknown = JSON.parse(text);
  return isObject(read) ? read : {};
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Objects in several lines belong together, and so does what is in them, one level down. */
function merge(all: Record<string, unknown>, more: Record<string, unknown>): Record<string, unknown> {
  const merged = { ...all };
  for (const [name, value] of Object.entries(more)) {
    const before = merged[name];
    if (isObject(before) && isObject(value)) merged[name] = { ...before, ...value };
    else if (Array.isArray(before) && Array.isArray(value)) merged[name] = [...(before as unknown[]), ...(value as unknown[])];
    else merged[name] = value;
  }
  return merged;
}
