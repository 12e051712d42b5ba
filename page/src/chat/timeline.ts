import type { Entry } from './entry.ts';

/** What is known about the ends of a run of entries that the server gave in one piece. */
export interface Ends {
  /** Nothing comes before it but what is known. */
  readonly isFirst?: boolean;
  /** Nothing comes after it but what is known. */
  readonly isLast?: boolean;
  /** What a gap behind it is, if there is one. */
  readonly gap?: GapKind;
}

/** `missed` is what came while the connection was lost; `far` lies between two places that one looked at. */
export type GapKind = 'missed' | 'far';

/**
 * What was said in one place, in order and each once, with its gaps: a gap stands after the last
 * entry before it, and means that the server may have more there.
 */
export class Timeline {
  private readonly list: Entry[] = [];
  private readonly known = new Map<string, Entry>();
  private readonly gaps = new Map<string, GapKind>();
  /** Whether nothing came before the first entry. */
  isComplete = false;
  /** Counts changes, so that a view knows when to look again. */
  revision = 0;
  private locals = 0;

  /** @param isOrderedById whether the ids of this server rise with its messages, as Veche's do */
  constructor(private readonly isOrderedById: boolean) {}

  get entries(): readonly Entry[] {
    return this.list;
  }

  find(id: string): Entry | undefined {
    return this.known.get(id);
  }

  indexOf(id: string): number {
    const entry = this.known.get(id);
    // No two entries compare as the same, so it stands right before its place.
    return entry ? this.place(entry) - 1 : -1;
  }

  hasGapAfter(id: string): boolean {
    return this.gaps.has(id);
  }

  gapAfter(id: string): GapKind | undefined {
    return this.gaps.get(id);
  }

  /** The last entry that the server knows, from where what is missing is asked for. */
  get lastStored(): Entry | undefined {
    return this.list.findLast((entry) => !isLocal(entry.id));
  }

  /** Says that something may be missing after the last entry: the connection was lost. */
  breakOff(): void {
    const last = this.lastStored;
    if (last) this.gaps.set(last.id, 'missed');
    this.changed();
  }

  /** The oldest entry after which something came while the connection was lost. */
  get firstMissed(): string | undefined {
    let first: Entry | undefined;
    for (const [id, kind] of this.gaps) {
      const entry = kind === 'missed' ? this.known.get(id) : undefined;
      if (entry && (!first || this.compare(entry, first) < 0)) first = entry;
    }
    return first?.id;
  }

  /** Puts in what has just happened. Answers whether it is new. */
  append(entry: Entry): boolean {
    if (this.known.has(entry.id)) return false;
    const last = this.list.at(-1);
    // The echo of what was stored long before: what lies between was not told.
    if (last && !isLocal(entry.id) && this.compare(last, entry) > 0) return this.insertRun([entry], {}).length > 0;
    this.put(entry);
    this.changed();
    return true;
  }

  /** An id for what the server gave none: it sorts behind what is the last now. */
  localId(): string {
    const last = (this.list.at(-1)?.id ?? '').replace(/~.*/, '');
    return `${last}~${String((this.locals += 1)).padStart(9, '0')}`;
  }

  /** Puts in entries between which nothing is missing, in order. Answers the new ones. */
  insertRun(run: readonly Entry[], ends: Ends): Entry[] {
    const first = run[0];
    const last = run.at(-1);
    if (!first || !last) {
      if (ends.isFirst && this.list.length === 0) this.isComplete = true;
      this.changed();
      return [];
    }
    const isFirstNew = !this.known.has(first.id);
    const isLastNew = !this.known.has(last.id);
    const fresh = run.filter((entry) => !this.known.has(entry.id));
    for (const entry of fresh) this.known.set(entry.id, entry);
    this.putAll(fresh);
    for (const entry of run.slice(0, -1)) this.gaps.delete(entry.id);
    this.closeLow(first, isFirstNew, ends.isFirst ?? false);
    this.closeHigh(last, isLastNew, ends);
    this.changed();
    return fresh;
  }

  remove(id: string): void {
    const index = this.indexOf(id);
    if (index < 0) return;
    this.list.splice(index, 1);
    this.known.delete(id);
    this.changed();
  }

  /** Says that an entry is not what it was. */
  changed(): void {
    this.revision += 1;
  }

  private closeLow(first: Entry, isNew: boolean, isEnd: boolean): void {
    const before = this.list[this.indexOf(first.id) - 1];
    if (!before) {
      if (isEnd) this.isComplete = true;
      else if (isNew) this.isComplete = false;
    } else if (isEnd) this.gaps.delete(before.id);
    else if (isNew && !this.gaps.has(before.id)) this.gaps.set(before.id, 'far');
  }

  private closeHigh(last: Entry, isNew: boolean, ends: Ends): void {
    if (ends.isLast) this.gaps.delete(last.id);
    else if (isNew) this.gaps.set(last.id, ends.gap ?? 'far');
  }

  private put(entry: Entry): void {
    this.known.set(entry.id, entry);
    const last = this.list.at(-1);
    if (!last || this.compare(last, entry) <= 0) this.list.push(entry);
    else this.list.splice(this.place(entry), 0, entry);
  }

  /** A run of ten thousand costs one pass, not ten thousand splices. */
  private putAll(fresh: readonly Entry[]): void {
    const first = fresh[0];
    const last = fresh.at(-1);
    if (!first || !last) return;
    const at = this.place(first);
    const next = this.list[at];
    if (!next || this.compare(last, next) < 0) {
      const tail = this.list.splice(at);
      for (const entry of fresh) this.list.push(entry);
      for (const entry of tail) this.list.push(entry);
    } else {
      for (const entry of fresh) this.put(entry);
    }
  }

  /** Behind everything that is not after it. */
  private place(entry: Entry): number {
    let low = 0;
    let high = this.list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(this.list[middle], entry) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private compare(one: Entry | undefined, other: Entry): number {
    if (!one) return 1;
    if (!this.isOrderedById && one.time !== other.time) return one.time - other.time;
    return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
  }
}

/** Whether the page made the id itself. */
export function isLocal(id: string): boolean {
  return id.includes('~');
}
