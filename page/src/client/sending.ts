import type { Pending, Queue } from '../chat/queue.ts';
import { isBatch, messagesOf, type Incoming } from '../connection/batches.ts';
import type { Connection } from '../connection/connection.ts';
import { byteLength } from '../wire/bytes.ts';
import { isWord, message, printMessage, type Message } from '../wire/message.ts';
import { linesOf, messagesWithin, type Bounds } from './pieces.ts';

/** Of a line of 512 bytes: what is left when the server has put the sender's name and address before it. */
const ROOM = 512 - 2 - 120;

/** In bytes. Behind a longer name there would be no room for words. */
const LONGEST_NAME = 300;

/** Whether words can go to somebody of that name. */
export function isTarget(name: string): boolean {
  return isWord(name) && byteLength(name) <= LONGEST_NAME;
}

/** Sends what waits, and keeps it in the queue until the server has acknowledged it. */
export class Sending {
  private batches = 0;

  constructor(
    private readonly connection: Connection,
    private readonly queue: Queue,
    private readonly onUnacknowledged: (item: Pending) => void,
  ) {}

  /** Sends all that waits, in order. What can go to nobody holds up nothing. */
  flush(): void {
    for (const item of this.queue.pending) {
      if (item.state !== 'waiting') continue;
      if (!isTarget(item.target)) {
        this.queue.refuse(item.id, '');
        continue;
      }
      const parts = messagesWithin(item.isAction ? item.text.replace(/\n/g, ' ') : item.text, this.bounds(item));
      if (parts.length !== 1 || parts[0] !== item.text) this.queue.replace(item.id, parts);
    }
    for (const item of this.queue.takeWaiting()) this.send(item);
  }

  private bounds(item: Pending): Bounds {
    const { capabilities } = this.connection;
    const line = ROOM - byteLength(`PRIVMSG ${item.target} :`) - (item.isAction ? 9 : 0);
    const isMultiline = capabilities.has('draft/multiline') && capabilities.has('batch') && !item.isAction;
    const bytes = Number(capabilities.value('draft/multiline', 'max-bytes') ?? 4096);
    const lines = Number(capabilities.value('draft/multiline', 'max-lines') ?? 24);
    return { line, multiline: isMultiline ? { bytes, lines } : undefined };
  }

  private send(item: Pending): void {
    const lines = this.linesFor(item);
    if (!this.connection.capabilities.has('echo-message')) {
      for (const line of lines) this.connection.send(line);
      this.queue.acknowledge(item.id);
      this.onUnacknowledged(item);
      return;
    }
    const [first, ...rest] = lines;
    if (!first) return;
    if (this.connection.capabilities.has('labeled-response')) {
      this.connection.ask(first).then(
        (answer) => this.answered(item, answer),
        () => undefined, // The connection was lost: it waits again.
      );
    } else this.connection.send(first);
    for (const line of rest) this.connection.send(line);
  }

  private linesFor(item: Pending): Message[] {
    const tags: [string, string][] = [];
    if (this.connection.capabilities.has('message-tags')) {
      tags.push(['+veche.chat/id', item.id]);
      if (item.replyTo !== undefined) tags.push(['+reply', item.replyTo]);
    }
    if (item.isAction) return [message('PRIVMSG', [item.target, `\x01ACTION ${item.text}\x01`], tags)];
    const lines = linesOf(item.text, this.bounds(item).line);
    const [only] = lines;
    if (lines.length === 1 && only) return [message('PRIVMSG', [item.target, only.text], tags)];
    const batch = `m${(this.batches += 1)}`;
    return [
      message('BATCH', [`+${batch}`, 'draft/multiline', item.target], tags),
      ...lines.map((line) => message('PRIVMSG', [item.target, line.text], [['batch', batch], ...(line.goesOn ? [GOES_ON] : [])])),
      message('BATCH', [`-${batch}`]),
    ];
  }

  private answered(item: Pending, answer: Incoming): void {
    const refusal = messagesOf(answer).find((line) => line.command === 'FAIL' || /^[45]\d\d$/.test(line.command));
    const isEcho = isBatch(answer) ? !refusal : ['PRIVMSG', 'NOTICE', 'ACK'].includes(answer.command);
    if (refusal && !isEcho) this.queue.refuse(item.id, refusal.params.at(-1) ?? printMessage(refusal));
    else this.queue.acknowledge(item.id);
  }
}

const GOES_ON: [string, string] = ['draft/multiline-concat', ''];
