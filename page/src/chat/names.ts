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

/** Whether a text calls somebody: their name as a word, in any case. */
export function mentions(text: string, nick: string): boolean {
  if (nick === '') return false;
  const quoted = nick.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}_\\-/.#])${quoted}(?![\\p{L}\\p{N}_\\-/])`, 'iu').test(text);
}
