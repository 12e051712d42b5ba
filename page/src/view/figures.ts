import type { Language, Words } from '../words/words.ts';
import { inUnit, shortTime } from './times.ts';

type Group = keyof Words['status']['groups'];
type Unit = 'count' | 'bytes' | 'milliseconds' | 'seconds' | 'time' | 'text';
type Known = keyof Words['status']['figures'];

interface Kind {
  readonly group: Group;
  readonly unit: Unit;
  /** Whether it shows how the figure went. */
  readonly hasCourse: boolean;
}

/** A figure of the server as somebody reads it. */
export interface Figure {
  /** The server's own name for it, with dots before its parts. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly isNumber: boolean;
  readonly isAlert: boolean;
  readonly hasCourse: boolean;
}

const kind = (group: Group, unit: Unit, hasCourse = unit !== 'text'): Kind => ({ group, unit, hasCourse });

/** In the order in which they are shown. */
const KINDS: Record<Known, Kind> = {
  trouble: kind('server', 'text'),
  version: kind('server', 'text'),
  uptime: kind('server', 'seconds', false),
  paused: kind('server', 'text'),
  listening: kind('server', 'text'),
  http: kind('server', 'text'),
  certificates_expire: kind('server', 'time', false),
  certificates: kind('server', 'text'),
  connections: kind('connections', 'count'),
  connections_most: kind('connections', 'count', false),
  connections_by_listener: kind('connections', 'count'),
  accepted: kind('connections', 'count'),
  queued_bytes: kind('connections', 'bytes'),
  accounts: kind('chat', 'count'),
  channels: kind('chat', 'count'),
  messages: kind('chat', 'count'),
  files: kind('chat', 'count'),
  files_bytes: kind('chat', 'bytes'),
  waiting: kind('disk', 'count'),
  commits: kind('disk', 'count'),
  commit_p50_ms: kind('disk', 'milliseconds'),
  commit_p99_ms: kind('disk', 'milliseconds'),
  commit_max_ms: kind('disk', 'milliseconds'),
  ended: kind('ended', 'count'),
};

const ORDER = Object.keys(KINDS);

/** The figures by what they are about. What the page does not know comes last, under its own name. */
export function grouped(figures: Record<string, unknown>, language: Language, words: Words): [string, Figure[]][] {
  const groups = new Map<Group, Figure[]>(Object.keys(words.status.groups).map((group) => [group as Group, []]));
  const names = Object.keys(figures).sort((one, other) => place(one) - place(other));
  for (const name of names) {
    const { group, unit, hasCourse } = kindOf(name, figures[name]);
    const isNumber = typeof figures[name] === 'number';
    groups.get(group)?.push({
      name,
      label: labelOf(name, words),
      value: valueOf(figures[name], unit, language, words),
      isNumber,
      isAlert: name === 'trouble' || (name === 'paused' && figures[name] === true),
      hasCourse: isNumber && hasCourse,
    });
  }
  return [...groups].filter(([, all]) => all.length > 0).map(([group, all]) => [words.status.groups[group], all]);
}

function place(name: string): number {
  const at = ORDER.indexOf(name.split('.')[0] ?? '');
  return at < 0 ? ORDER.length : at;
}

function isKnown(name: string): name is Known {
  return Object.hasOwn(KINDS, name);
}

function kindOf(name: string, value: unknown): Kind {
  const whole = name.split('.')[0] ?? '';
  return isKnown(whole) ? KINDS[whole] : kind('other', typeof value === 'number' ? 'count' : 'text');
}

function labelOf(name: string, words: Words): string {
  const dot = name.indexOf('.');
  const whole = dot < 0 ? name : name.slice(0, dot);
  const part = name.slice(dot + 1);
  if (!isKnown(whole)) return name;
  if (dot < 0) return words.status.figures[whole];
  if (whole === 'ended') return words.status.ends[part] ?? part;
  return `${words.status.figures[whole]} ${part}`;
}

function valueOf(value: unknown, unit: Unit, language: Language, words: Words): string {
  if (typeof value === 'boolean') return value ? words.status.yes : words.status.no;
  if (unit === 'time' && typeof value === 'string') return shortTime(Date.parse(value), language) || value;
  if (typeof value !== 'number') return [value].flat().join(', ');
  switch (unit) {
    case 'bytes':
      return size(value, language);
    case 'milliseconds':
      return inUnit(value, 'millisecond', language);
    case 'seconds':
      return duration(value, language);
    default:
      return value.toLocaleString(language);
  }
}

/** In the largest unit of which there is one: 512 bytes, 1.5 MB. */
function size(bytes: number, language: Language): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
  const power = Math.min(Math.floor(Math.log10(Math.max(1, bytes)) / 3), units.length - 1);
  return inUnit(bytes / 1000 ** power, units[power] ?? 'byte', language);
}

/** In two units at most: 3 days 4 hr, 25 sec. */
function duration(seconds: number, language: Language): string {
  const units: [string, number][] = [['day', Math.floor(seconds / 86_400)], ['hour', Math.floor(seconds / 3_600) % 24], ['minute', Math.floor(seconds / 60) % 60], ['second', Math.floor(seconds) % 60]];
  const first = units.findIndex(([, count]) => count > 0);
  const shown = first < 0 ? units.slice(-1) : units.slice(first, first + 2).filter(([, count]) => count > 0);
  return shown.map(([unit, count]) => inUnit(count, unit, language)).join(' ');
}
