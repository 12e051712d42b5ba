/** One of `count` colours for a name, the same on every device. */
export function colourOf(name: string, count: number): number {
  let hash = 2166136261;
  for (const character of name.toLowerCase()) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return (hash >>> 0) % count;
}

/** One or two letters that stand for a name: `Ann Lee`, `ann_lee` and `ann.lee` are AL. */
export function initials(name: string): string {
  const parts = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters = parts.length > 1 ? parts.slice(0, 2).map(firstOf) : [...(parts[0] ?? name)].slice(0, 1);
  return letters.join('').toUpperCase();
}

function firstOf(word: string): string {
  return [...word][0] ?? '';
}

const patterns = new Map<string, RegExp>();

/** Where a text calls somebody: their name as a word, in any case. */
export function callsOf(text: string, nick: string): { start: number; end: number }[] {
  if (nick === '') return [];
  let pattern = patterns.get(nick);
  if (!pattern) {
    const quoted = nick.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    pattern = new RegExp(`(?<![\\p{L}\\p{N}_\\-/.#])${quoted}(?![\\p{L}\\p{N}_\\-/])`, 'giu');
    patterns.set(nick, pattern);
  }
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

export function mentions(text: string, nick: string): boolean {
  return callsOf(text, nick).length > 0;
}
