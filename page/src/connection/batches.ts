import type { Message } from '../wire/message.ts';

/** Lines that belong together (https://ircv3.net/specs/extensions/batch), complete. */
export interface Batch {
  readonly type: string;
  readonly params: readonly string[];
  /** The line that began it: its source and tags are the batch's. */
  readonly opening: Message;
  readonly items: Incoming[];
}

export type Incoming = Message | Batch;

export function isBatch(item: Incoming): item is Batch {
  return 'items' in item;
}

export function tagsOf(item: Incoming): ReadonlyMap<string, string> {
  return isBatch(item) ? item.opening.tags : item.tags;
}

/** Every line of it, however deep. */
export function messagesOf(item: Incoming): Message[] {
  return isBatch(item) ? item.items.flatMap(messagesOf) : [item];
}

/** Puts lines into their batches. A batch comes out when it is complete, and an inner one inside its outer. */
export class Batches {
  private readonly open = new Map<string, { batch: Batch; outer: string | undefined }>();

  /** What is complete with this line: itself if it is in no batch, a batch, or nothing yet. */
  take(line: Message): Incoming | undefined {
    const outer = line.tags.get('batch');
    if (line.command !== 'BATCH') return this.put(line, outer);
    const [reference = '', type = '', ...params] = line.params;
    const id = reference.slice(1);
    if (reference.startsWith('+')) {
      this.open.set(id, { batch: { type, params, opening: line, items: [] }, outer });
      return undefined;
    }
    const closed = this.open.get(id);
    this.open.delete(id);
    return closed && this.put(closed.batch, closed.outer);
  }

  private put(item: Incoming, outer: string | undefined): Incoming | undefined {
    const around = outer === undefined ? undefined : this.open.get(outer);
    if (!around) return item;
    around.batch.items.push(item);
    return undefined;
  }
}
