import { expect, it } from 'vitest';
import { LANGUAGES, languageOf } from './words.ts';

function keys(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => keys(inner, `${path}.${key}`));
}

it('both languages say the same things', () => {
  expect(keys(LANGUAGES.ru).sort()).toEqual(keys(LANGUAGES.en).sort());
});

it('Russian has its plurals', () => {
  const { unread } = LANGUAGES.ru.sidebar;
  expect([1, 2, 5, 11, 21, 22, 112].map(unread)).toEqual([
    '1 непрочитанное сообщение',
    '2 непрочитанных сообщения',
    '5 непрочитанных сообщений',
    '11 непрочитанных сообщений',
    '21 непрочитанное сообщение',
    '22 непрочитанных сообщения',
    '112 непрочитанных сообщений',
  ]);
});

it('the language is the chosen one, or the first of the browser that there is', () => {
  expect(languageOf('ru', ['en'])).toBe('ru');
  expect(languageOf('system', ['de-DE', 'ru-RU', 'en'])).toBe('ru');
  expect(languageOf('system', ['de'])).toBe('en');
});
