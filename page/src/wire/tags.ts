// Tags of messages as text (https://ircv3.net/specs/extensions/message-tags#escaping-values).

const ESCAPES = new Map([[';', '\\:'], [' ', '\\s'], ['\\', '\\\\'], ['\r', '\\r'], ['\n', '\\n']]);

const MEANINGS = new Map([[':', ';'], ['s', ' '], ['\\', '\\'], ['r', '\r'], ['n', '\n']]);

export function escapeTag(value: string): string {
  return value.replace(/[; \\\r\n]/g, (sign) => ESCAPES.get(sign) ?? sign);
}

/** A backslash before anything else, or at the end, is left out, as the specification wants it. */
export function unescapeTag(value: string): string {
  return value.replace(/\\(.?)/gs, (_, sign: string) => MEANINGS.get(sign) ?? sign);
}

export function parseTags(text: string): Map<string, string> {
  const tags = new Map<string, string>();
  for (const part of text.split(';')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    if (equals < 0) tags.set(part, '');
    else tags.set(part.slice(0, equals), unescapeTag(part.slice(equals + 1)));
  }
  return tags;
}

export function printTags(tags: ReadonlyMap<string, string>): string {
  return [...tags].map(([key, value]) => (value === '' ? key : `${key}=${escapeTag(value)}`)).join(';');
}
