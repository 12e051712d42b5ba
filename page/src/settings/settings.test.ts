import { expect, it } from 'vitest';
import { LoginKeep } from './login.ts';
import { DEFAULTS, readSettings, writeSettings } from './settings.ts';
import { MemoryStorage, storageFrom, writeText } from './storage.ts';

it('a storage that is forbidden forgets, and that is all', () => {
  const storage = storageFrom(() => {
    throw new DOMException('forbidden', 'SecurityError');
  });
  writeSettings(storage, { ...DEFAULTS, theme: 'dark' });
  expect(readSettings(storage).theme).toBe('dark');
});

it('a storage that is full keeps what it has', () => {
  const full = new MemoryStorage();
  writeText(full, 'tea', 'green');
  full.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  writeText(full, 'tea', 'black');
  new LoginKeep(full, full).write({ name: 'ann', secret: 'secret', token: undefined });
  expect([full.getItem('tea'), full.length]).toEqual(['green', 1]);
});
