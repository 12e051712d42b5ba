/** Something that was written and is not known to be stored. */
export interface Pending {
  /** What the server knows it by, however often it is sent (`+veche.chat/id`). */
  readonly id: string;
  readonly target: string;
  readonly text: string;
  readonly isAction: boolean;
  readonly replyTo: string | undefined;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** `sent` is on its way: it may be there or not. `refused` has the server's words. */
  readonly state: 'waiting' | 'sent' | 'refused';
  readonly reason?: string;
}

/** Where a queue outlives a reload. */
export interface Keep {
  read(): string | undefined;
  write(text: string): void;
}

/**
 * What was written, in order, until the server has acknowledged it. After a lost connection all that
 * was on its way waits again, under the same id: the server stores an id once.
 */
export class Queue {
  private items: Pending[];

  constructor(private readonly keep: Keep) {
    this.items = restore(keep.read()).map((item) => (item.state === 'sent' ? { ...item, state: 'waiting' } : item));
  }

  get pending(): readonly Pending[] {
    return this.items;
  }

  in(target: string, fold: (name: string) => string): Pending[] {
    const key = fold(target);
    return this.items.filter((item) => fold(item.target) === key);
  }

  add(item: Omit<Pending, 'state'>): void {
    this.set([...this.items, { ...item, state: 'waiting' }]);
  }

  /** What can be sent now, oldest first; it is on its way from then on. */
  takeWaiting(): Pending[] {
    const waiting = this.items.filter((item) => item.state === 'waiting');
    if (waiting.length > 0) this.set(this.items.map((item) => (item.state === 'waiting' ? { ...item, state: 'sent' } : item)));
    return waiting;
  }

  /** The server has it. Answers whether it was in the queue. */
  acknowledge(id: string): boolean {
    const rest = this.items.filter((item) => item.id !== id);
    const wasThere = rest.length < this.items.length;
    if (wasThere) this.set(rest);
    return wasThere;
  }

  /** Puts several messages in the place of one that is too long; each has an id of its own. */
  replace(id: string, texts: readonly string[]): void {
    this.set(this.items.flatMap((item) => (item.id === id ? texts.map((text, index) => ({ ...item, text, id: texts.length > 1 ? `${id}-${index}` : id })) : [item])));
  }

  refuse(id: string, reason: string): void {
    this.set(this.items.map((item) => (item.id === id ? { ...item, state: 'refused', reason } : item)));
  }

  /** Sends what was refused once more. */
  retry(id: string): void {
    this.set(this.items.map((item) => (item.id === id && item.state === 'refused' ? { ...item, state: 'waiting' } : item)));
  }

  /** Its author does not want it any more. What is on its way cannot be called back. */
  remove(id: string): Pending | undefined {
    const item = this.items.find((other) => other.id === id && other.state !== 'sent');
    if (item) this.set(this.items.filter((other) => other !== item));
    return item;
  }

  /** Its author has left for good. */
  clear(): void {
    this.set([]);
  }

  /** Nobody knows what became of what was on its way. */
  connectionLost(): void {
    if (this.items.some((item) => item.state === 'sent')) {
      this.set(this.items.map((item) => (item.state === 'sent' ? { ...item, state: 'waiting' } : item)));
    }
  }

  private set(items: Pending[]): void {
    this.items = items;
    this.keep.write(JSON.stringify(items));
  }
}

function restore(text: string | undefined): Pending[] {
  if (!text) return [];
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.filter(isPending) : [];
  } catch {
    return [];
  }
}

function isPending(value: unknown): value is Pending {
  if (typeof value !== 'object' || value === null) return false;
  const item = value as Record<string, unknown>;
  return typeof item['id'] === 'string' && typeof item['target'] === 'string' && typeof item['text'] === 'string' && typeof item['time'] === 'number';
}
