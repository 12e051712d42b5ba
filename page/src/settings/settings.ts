import { readObject, writeText } from './storage.ts';

/** What people choose for this browser. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  readonly language: 'system' | 'en' | 'ru';
  readonly notifications: boolean;
  /** Whether one sees who comes and goes. */
  readonly showsComings: boolean;
  readonly sendsTyping: boolean;
}

export const DEFAULTS: Settings = { theme: 'system', language: 'system', notifications: false, showsComings: false, sendsTyping: true };

const KEY = 'veche.settings';

/** Reads what was chosen. What cannot be read counts as not chosen. */
export function readSettings(storage: Storage): Settings {
  const read = readObject(storage, KEY);
  return {
    theme: oneOf(read['theme'], ['system', 'light', 'dark'], DEFAULTS.theme),
    language: oneOf(read['language'], ['system', 'en', 'ru'], DEFAULTS.language),
    notifications: read['notifications'] === true,
    showsComings: read['showsComings'] === true,
    sendsTyping: read['sendsTyping'] !== false,
  };
}

export function writeSettings(storage: Storage, settings: Settings): void {
  writeText(storage, KEY, JSON.stringify(settings));
}

function oneOf<T extends string>(value: unknown, choices: readonly T[], otherwise: T): T {
  return choices.find((choice) => choice === value) ?? otherwise;
}
