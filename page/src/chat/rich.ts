import { PLAIN, plainText, runsOf, type Style } from './formatting.ts';
import { callsOf } from './names.ts';

/** A piece of a text. There is no piece that is markup: everything that people write is text in the end. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'mention'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'channel'; name: string }
  | { kind: 'code'; text: string }
  | { kind: 'styled'; style: Style; parts: Inline[] };

export type Block = { kind: 'lines'; parts: Inline[] } | { kind: 'code'; text: string } | { kind: 'quote'; parts: Inline[] };

export interface Reader {
  readonly nick: string;
  isChannel(name: string): boolean;
}

const SAFE = new Set(['http:', 'https:', 'irc:', 'ircs:', 'mailto:']);

/** A word behind the signs is the name of a language, if it has the line to itself. */
const FENCE = /```(?:[\w+-]*\n)?([\s\S]*?)```/g;

/** Emphasis has no blank inside its signs, and no letter outside them. Lengths are bounded, so that no text is slow. */
const PATTERN = new RegExp(
  [
    '`(?<code>[^`\\n]{1,500})`',
    '(?<![\\p{L}\\p{N}])(?<link>(?:https?://|ircs?://|mailto:)[^\\s<>"`\\x00-\\x1f]{1,2000})',
    '\\*\\*(?=\\S)(?<bold>[^\\n]{1,500}?)(?<=\\S)\\*\\*',
    '(?<![\\p{L}\\p{N}*])\\*(?=[^\\s*])(?<star>[^*\\n]{1,500}?)(?<=\\S)\\*(?![\\p{L}\\p{N}*])',
    '(?<![\\p{L}\\p{N}_])_(?=[^\\s_])(?<low>[^_\\n]{1,500}?)(?<=\\S)_(?![\\p{L}\\p{N}_])',
    '~~(?=\\S)(?<strike>[^~\\n]{1,500}?)(?<=\\S)~~',
    '(?<![\\p{L}\\p{N}&/#])(?<channel>#[\\p{L}\\p{N}][\\p{L}\\p{N}_\\-]{0,63})',
  ].join('|'),
  'gu',
);

/** Reads what somebody wrote: code, emphasis, links, and the codes of IRC. */
export function readText(text: string, reader: Reader): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  for (const match of text.matchAll(FENCE)) {
    blocks.push(...paragraphs(text.slice(at, match.index).replace(/\n$/, ''), reader));
    blocks.push({ kind: 'code', text: plainText(match[1] ?? '').replace(/\n$/, '') });
    at = match.index + match[0].length;
  }
  blocks.push(...paragraphs(text.slice(at).replace(at > 0 ? /^\n/ : /^(?!)/, ''), reader));
  return blocks;
}

function paragraphs(text: string, reader: Reader): Block[] {
  if (text === '') return [];
  const blocks: Block[] = [];
  let lines: string[] = [];
  let isQuote = false;
  const put = () => {
    if (lines.length > 0) blocks.push({ kind: isQuote ? 'quote' : 'lines', parts: styledRuns(lines.join('\n'), reader) });
    lines = [];
  };
  for (const line of text.split('\n')) {
    const quote = /^> ?(.*)$/.exec(line);
    if ((quote !== null) !== isQuote) put();
    isQuote = quote !== null;
    lines.push(quote?.[1] ?? line);
  }
  put();
  return blocks;
}

function styledRuns(text: string, reader: Reader): Inline[] {
  return runsOf(text).flatMap(({ text: part, style }): Inline[] => {
    const parts = inlines(part, reader, 0);
    return Object.values(style).some(Boolean) || style.colour !== undefined ? [{ kind: 'styled', style, parts }] : parts;
  });
}

function inlines(text: string, reader: Reader, depth: number): Inline[] {
  if (depth > 4) return words(text, reader);
  const parts: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(PATTERN)) {
    const found = read(match.groups ?? {}, reader, depth);
    if (!found) continue;
    parts.push(...words(text.slice(at, match.index), reader), found.part);
    at = match.index + match[0].length - found.rest;
  }
  parts.push(...words(text.slice(at), reader));
  return parts;
}

/** What was found; `rest` characters at its end do not belong to it. */
function read(groups: Record<string, string | undefined>, reader: Reader, depth: number): { part: Inline; rest: number } | undefined {
  const { code, link, bold, star, low, strike, channel } = groups;
  const styled = (inner: string, style: Partial<Style>) => ({
    part: { kind: 'styled' as const, style: { ...PLAIN, ...style }, parts: inlines(inner, reader, depth + 1) },
    rest: 0,
  });
  if (code !== undefined) return { part: { kind: 'code', text: code }, rest: 0 };
  if (link !== undefined) return readLink(link);
  if (bold !== undefined) return styled(bold, { bold: true });
  if (star !== undefined) return styled(star, { italic: true });
  if (low !== undefined) return styled(low, { italic: true });
  if (strike !== undefined) return styled(strike, { strike: true });
  if (channel !== undefined && reader.isChannel(channel)) return { part: { kind: 'channel', name: channel }, rest: 0 };
  return undefined;
}

function readLink(link: string): { part: Inline; rest: number } | undefined {
  const text = withoutTail(link);
  try {
    const url = new URL(text);
    if (!SAFE.has(url.protocol)) return undefined;
    return { part: { kind: 'link', text, href: url.href }, rest: link.length - text.length };
  } catch {
    return undefined;
  }
}

/** Signs at the end belong to the sentence, and a bracket to the one that was opened before the link. */
function withoutTail(link: string): string {
  const unopened = new Map([[')', count(link, ')') - count(link, '(')], [']', count(link, ']') - count(link, '[')]]);
  let end = link.length;
  for (;;) {
    const last = link.charAt(end - 1);
    const left = unopened.get(last) ?? Infinity;
    if (left <= 0 || !/[.,:;!?'"*_~)\]}»“”…]/.test(last)) return link.slice(0, end);
    unopened.set(last, left - 1);
    end -= 1;
  }
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

function words(text: string, reader: Reader): Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  for (const { start, end } of callsOf(text, reader.nick)) {
    if (start > at) parts.push({ kind: 'text', text: text.slice(at, start) });
    parts.push({ kind: 'mention', text: text.slice(start, end) });
    at = end;
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) });
  return parts;
}

/** Whether a text is nothing but a few emoji, which are shown larger. */
export function isEmojiOnly(text: string): boolean {
  return text.length < 40 && /^(?:\p{Extended_Pictographic}(?:\ufe0f|\u200d\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}])*\s*){1,3}$/u.test(text.trim());
}
