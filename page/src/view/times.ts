import type { Language, Words } from '../words/words.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(language === 'en' ? undefined : language, options)));
  return found;
}

export function clockTime(time: number, language: Language): string {
  return format(language, { hour: '2-digit', minute: '2-digit' }).format(time);
}

export function fullTime(time: number, language: Language): string {
  return format(language, { dateStyle: 'full', timeStyle: 'short' }).format(time);
}

export function shortTime(time: number, language: Language): string {
  return Number.isNaN(time) ? '' : format(language, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}

/** A number with a unit as `Intl` names it, such as `megabyte`; with one digit behind the point at most. */
export function inUnit(value: number, unit: string, language: Language): string {
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  return value.toLocaleString(language, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 });
}

export function dayOf(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}

export function dayName(time: number, now: number, language: Language, words: Words): string {
  const day = dayOf(time);
  const today = dayOf(now);
  if (day === today) return words.messages.today;
  if (day === dayOf(today - 3_600_000)) return words.messages.yesterday;
  const isThisYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return format(language, { weekday: 'long', day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) }).format(time);
}
