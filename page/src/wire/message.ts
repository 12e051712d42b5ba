import { parseTags, printTags } from './tags.ts';

/** One line of IRC (https://modern.ircdocs.horse/#message-format). */
export interface Message {
  readonly tags: ReadonlyMap<string, string>;
  /** `nick!user@host` or the name of a server; empty when the line has none. */
  readonly source: string;
  readonly command: string;
  readonly params: readonly string[];
}

/** Reads a line without its end. Whatever a server sends becomes a message: a line that is empty has no command. */
export function parseMessage(line: string): Message {
  let rest = line;
  let tags = new Map<string, string>();
  let source = '';
  if (rest.startsWith('@')) {
    const end = endOfWord(rest);
    tags = parseTags(rest.slice(1, end));
    rest = rest.slice(end).trimStart();
  }
  if (rest.startsWith(':')) {
    const end = endOfWord(rest);
    source = rest.slice(1, end);
    rest = rest.slice(end).trimStart();
  }
  const [command = '', ...params] = words(rest);
  return { tags, source, command: command.toUpperCase(), params };
}

function endOfWord(text: string): number {
  const space = text.indexOf(' ');
  return space < 0 ? text.length : space;
}

function words(text: string): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest !== '') {
    if (rest.startsWith(':') && found.length > 0) {
      found.push(rest.slice(1));
      break;
    }
    const end = endOfWord(rest);
    found.push(rest.slice(0, end));
    rest = rest.slice(end).replace(/^ +/, '');
  }
  return found;
}

/** Makes a message to send. No line end and no NUL gets through: that would be a second message. */
export function message(command: string, params: readonly string[] = [], tags: Iterable<[string, string]> = []): Message {
  return { tags: new Map(tags), source: '', command, params };
}

export function withTag(message: Message, key: string, value: string): Message {
  return { ...message, tags: new Map([...message.tags, [key, value]]) };
}

export function printMessage(message: Message): string {
  const tags = message.tags.size > 0 ? `@${printTags(message.tags)} ` : '';
  const source = message.source === '' ? '' : `:${message.source} `;
  return tags + source + [message.command, ...message.params.map(printParameter)].join(' ');
}

function printParameter(text: string, index: number, all: readonly string[]): string {
  const clean = text.replace(/[\r\n\0]/g, ' ');
  const isLast = index === all.length - 1;
  if (isLast) return clean === '' || clean.startsWith(':') || clean.includes(' ') ? `:${clean}` : clean;
  if (!isWord(text)) throw new Error(`only the last parameter can be like that: ${clean}`);
  return text;
}

/** Whether a parameter can be like that and have others behind it. */
export function isWord(text: string): boolean {
  return /^[^: \r\n\0][^ \r\n\0]*$/.test(text);
}

/** Whether it can be printed. */
export function isPrintable(message: Message): boolean {
  return message.params.slice(0, -1).every(isWord);
}

/** The nickname of whoever sent it, or the server's name. */
export function nickOf(source: string): string {
  const end = source.search(/[!@]/);
  return end < 0 ? source : source.slice(0, end);
}
