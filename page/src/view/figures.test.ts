import { expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../words/words.ts';
import { grouped } from './figures.ts';

function shown(figures: Record<string, unknown>, language: Language = 'en'): string[] {
  return grouped(figures, language, LANGUAGES[language]).flatMap(([title, all]) => all.map(({ label, value }) => `${title}: ${label} ${value}`.replaceAll('\u00a0', ' ')));
}

it('each figure has its words and its unit', () => {
  const figures = { uptime: 93_784, files_bytes: 1_520_000, commit_p50_ms: 0.64, messages: 12_345, paused: false, 'connections_by_listener.irc:6667': 3, 'ended.QUIT': 2 };
  expect(shown(figures)).toEqual([
    'Server: Up for 1 day 2 hr',
    'Server: Paused No',
    'Connections: Open by irc:6667 3',
    'Chat: Messages kept 12,345',
    'Chat: Size of the files 1.5 MB',
    'Disk: Half of the commits within 0.6 ms',
    'Connections that ended: Said goodbye 2',
  ]);
  expect(shown(figures, 'ru')).toEqual([
    'Сервер: Работает 1 дн. 2 ч',
    'Сервер: Пауза Нет',
    'Соединения: Открыто через irc:6667 3',
    'Беседы: Хранится сообщений 12 345',
    'Беседы: Размер файлов 1,5 МБ',
    'Диск: Половина фиксаций не дольше 0,6 мс',
    'Законченные соединения: Попрощались 2',
  ]);
});

it('small and large figures have units of their own', () => {
  const value = (figures: Record<string, unknown>) => shown(figures)[0];
  expect([0, 1, 59, 60, 3_600, 7_260].map((uptime) => value({ uptime }))).toEqual(['0 sec', '1 sec', '59 sec', '1 min', '1 hr', '2 hr 1 min'].map((time) => `Server: Up for ${time}`));
  expect([0, 1, 999, 1_000, 4e18].map((bytes) => value({ queued_bytes: bytes }))).toEqual(['0 bytes', '1 byte', '999 bytes', '1 kB', '4,000,000 TB'].map((size) => `Connections: Waiting for slow clients ${size}`));
});

it('a figure or a reason that the page does not know is shown under its own name', () => {
  expect(shown({ moons: 2, 'ended.BORED': 1, constructor: 'x' })).toEqual(['Connections that ended: BORED 1', 'More: moons 2', 'More: constructor x']);
});
