import { findEmoji } from './emoji.ts';

export interface Suggestion {
  /** What people see. */
  readonly label: string;
  readonly hint: string;
  /** What stands in the text afterwards. */
  readonly insert: string;
  readonly kind: 'nick' | 'channel' | 'emoji' | 'command';
}

export interface Completion {
  /** Where in the text the word begins that is completed. */
  readonly start: number;
  readonly suggestions: readonly Suggestion[];
}

export interface Vocabulary {
  /** Who spoke last comes first. */
  readonly nicks: readonly string[];
  readonly channels: readonly string[];
  readonly commands: readonly { name: string; hint: string }[];
}

const MOST = 8;

/**
 * What the word before the caret may become. Without `isAsked` (the Tab key) only what has a sign of
 * its own is completed: `@name`, `#channel`, `:emoji` and `/command`.
 */
export function complete(text: string, caret: number, vocabulary: Vocabulary, isAsked: boolean): Completion | undefined {
  const start = text.slice(0, caret).search(/\S*$/);
  const word = text.slice(start, caret);
  const suggestions = suggest(word, start, vocabulary, isAsked);
  // A word that is whole already needs no help, and Enter sends it.
  if (!isAsked && suggestions.some((suggestion) => suggestion.insert.trim() === word)) return undefined;
  return suggestions.length > 0 ? { start, suggestions: suggestions.slice(0, MOST) } : undefined;
}

function suggest(word: string, start: number, vocabulary: Vocabulary, isAsked: boolean): Suggestion[] {
  const has = (name: string, part: string) => name.toLowerCase().startsWith(part.toLowerCase());
  if (word.startsWith('/') && start === 0) {
    return vocabulary.commands
      .filter((command) => has(command.name, word.slice(1)))
      .map((command): Suggestion => ({ label: `/${command.name}`, hint: command.hint, insert: `/${command.name} `, kind: 'command' }));
  }
  if (word.startsWith('#')) {
    return vocabulary.channels.filter((name) => has(name, word)).map((name): Suggestion => ({ label: name, hint: '', insert: `${name} `, kind: 'channel' }));
  }
  const emoji = /^:([a-z0-9_+-]{2,})$/i.exec(word);
  if (emoji?.[1]) {
    return findEmoji(emoji[1], MOST).map((found): Suggestion => ({ label: found.sign, hint: `:${found.name}:`, insert: `${found.sign} `, kind: 'emoji' }));
  }
  const isCalled = word.startsWith('@');
  const part = isCalled ? word.slice(1) : word;
  if (!isCalled && (!isAsked || part === '')) return [];
  return vocabulary.nicks
    .filter((nick) => has(nick, part))
    .map((nick): Suggestion => ({ label: nick, hint: '', insert: start === 0 ? `${nick}: ` : `${nick} `, kind: 'nick' }));
}

/** The text with a suggestion in it, and where the caret is then. */
export function insertSuggestion(text: string, caret: number, start: number, suggestion: Suggestion): { text: string; caret: number } {
  const rest = text.slice(caret).replace(/^ /, '');
  return { text: text.slice(0, start) + suggestion.insert + rest, caret: start + suggestion.insert.length };
}
