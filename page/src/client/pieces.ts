import { byteLength, splitBytes } from '../wire/bytes.ts';

/** What a message may be. Without `multiline` it is one line. */
export interface Bounds {
  /** Of the words in one line, in bytes. */
  readonly line: number;
  readonly multiline: { readonly bytes: number; readonly lines: number } | undefined;
}

/** One line of a message; `goesOn` joins it to the line before without a break. */
export interface Line {
  readonly text: string;
  readonly goesOn: boolean;
}

/** The lines in which a text goes out. */
export function linesOf(text: string, limit: number): Line[] {
  return text.split('\n').flatMap((line) => splitBytes(line, limit).map((piece, index) => ({ text: piece, goesOn: index > 0 })));
}

/** Messages that are within the bounds, and together the text. Usually one. */
export function messagesWithin(text: string, bounds: Bounds): string[] {
  if (!bounds.multiline) {
    return linesOf(text, bounds.line)
      .map((line) => line.text)
      .filter((line) => line.trim() !== '');
  }
  const { bytes, lines } = bounds.multiline;
  const messages: string[] = [];
  let current = '';
  let size = 0;
  let count = 0;
  for (const line of linesOf(text, Math.min(bounds.line, bytes))) {
    const added = byteLength(line.text) + (line.goesOn || count === 0 ? 0 : 1);
    if (count > 0 && (size + added > bytes || count + 1 > lines)) {
      messages.push(current);
      current = '';
      size = count = 0;
    }
    current += (line.goesOn || count === 0 ? '' : '\n') + line.text;
    size += added;
    count += 1;
  }
  messages.push(current);
  return messages.filter((message) => message.trim() !== '');
}
