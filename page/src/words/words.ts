import { en, type Words } from './en.ts';
import { ru } from './ru.ts';

export type { Words } from './en.ts';

export type Language = 'en' | 'ru';

export const LANGUAGES: Record<Language, Words> = { en, ru };

/** The language that somebody has chosen, or the first one of the browser's that the page speaks. */
export function languageOf(chosen: 'system' | Language, browser: readonly string[]): Language {
  if (chosen !== 'system') return chosen;
  for (const tag of browser) {
    const language = tag.toLowerCase().split('-')[0];
    if (language === 'en' || language === 'ru') return language;
  }
  return 'en';
}
