import { isBatch, type Batch, type Incoming } from '../connection/batches.ts';
import { nickOf, type Message } from '../wire/message.ts';
import type { ChatEvent, Origin } from './events.ts';

/** Batches that belong to whoever asked for them. */
const ANSWERS = new Set(['chathistory', 'soju.im/search', 'draft/chathistory-targets', 'veche.chat/tokens', 'veche.chat/sessions']);

/** Replies that people are not shown: greetings, counts, and what the page asked for itself. */
const QUIET = new Set(
  '001 002 003 004 005 221 250 251 252 253 254 255 265 266 315 324 328 329 333 352 354 366 372 375 376 422 396 670 728 729 730 731 732 733 734 900 901 903'.split(' '),
);

/** What an incoming line or batch says, in order. */
export function translate(item: Incoming, now: number): ChatEvent[] {
  if (!isBatch(item)) return translateLine(item, now);
  if (item.type === 'draft/multiline') return [spokenTogether(item, now)];
  if (ANSWERS.has(item.type)) return [];
  return item.items.flatMap((inner) => translate(inner, now));
}

/** What a batch of history says. */
export function translateHistory(batch: Batch, now: number): ChatEvent[] {
  return batch.items.flatMap((inner) => translate(inner, now));
}

function origin(line: Message, now: number): Origin {
  const time = Date.parse(line.tags.get('time') ?? '');
  return {
    by: nickOf(line.source),
    account: line.tags.get('account'),
    time: Number.isNaN(time) ? now : time,
    id: line.tags.get('msgid'),
  };
}

/** Lines of one message: joined by line feeds, or directly where the line goes on. */
function spokenTogether(batch: Batch, now: number): ChatEvent {
  let text = '';
  let isNotice = false;
  batch.items.forEach((item, index) => {
    if (isBatch(item)) return;
    isNotice ||= item.command === 'NOTICE';
    text += (index === 0 || item.tags.has('draft/multiline-concat') ? '' : '\n') + (item.params[1] ?? '');
  });
  return spoken(batch.opening, origin(batch.opening, now), batch.params[0] ?? '', text, isNotice);
}

function spoken(line: Message, from: Origin, to: string, text: string, isNotice: boolean): ChatEvent {
  const action = /^\x01ACTION (.*?)\x01?$/s.exec(text);
  return {
    ...from,
    kind: 'said',
    manner: action ? 'action' : isNotice ? 'notice' : 'said',
    to,
    text: action?.[1] ?? text,
    replyTo: line.tags.get('+reply') ?? line.tags.get('+draft/reply'),
    clientId: line.tags.get('+veche.chat/id'),
  };
}

/** Typing holds by the clock here, which may not be the server's. */
function tagged(line: Message, from: Origin, now: number): ChatEvent[] {
  const to = line.params[0] ?? '';
  const events: ChatEvent[] = [];
  const typing = line.tags.get('+typing') ?? line.tags.get('+draft/typing');
  if (typing !== undefined) events.push({ ...from, time: now, kind: 'typing', to, state: typing });
  const replied = line.tags.get('+reply') ?? line.tags.get('+draft/reply');
  for (const [tag, isRemoved] of [['+draft/react', false], ['+draft/unreact', true]] as const) {
    const emoji = line.tags.get(tag);
    if (emoji && replied) events.push({ ...from, kind: 'reacted', to, message: replied, emoji, isRemoved });
  }
  return events;
}

function translateLine(line: Message, now: number): ChatEvent[] {
  const from = origin(line, now);
  const [first = '', second = '', third = ''] = line.params;
  const last = line.params.at(-1) ?? '';
  switch (line.command) {
    case 'PRIVMSG':
    case 'NOTICE':
      // Questions from one program to another are not for people.
      if (second.startsWith('\x01') && !second.startsWith('\x01ACTION ')) return [];
      if (line.command === 'NOTICE' && isFromServer(line)) return [{ ...from, kind: 'note', about: undefined, text: second, isError: false }];
      return [spoken(line, from, first, second, line.command === 'NOTICE')];
    case 'TAGMSG':
      return tagged(line, from, now);
    case 'JOIN':
      return [{ ...from, kind: 'joined', channel: first }];
    case 'PART':
      return [{ ...from, kind: 'parted', channel: first, reason: second }];
    case 'QUIT':
      return [{ ...from, kind: 'quit', reason: first }];
    case 'NICK':
      return [{ ...from, kind: 'renamed', to: first }];
    case 'KICK':
      return [{ ...from, kind: 'kicked', channel: first, whom: second, reason: third }];
    case 'TOPIC':
      return [{ ...from, kind: 'topic', channel: first, text: second }];
    case '331':
      return [{ ...from, kind: 'topic is', channel: second, text: '' }];
    case '332':
      return [{ ...from, kind: 'topic is', channel: second, text: third }];
    case 'MODE':
      return [{ ...from, kind: 'mode', channel: first, modes: second, params: line.params.slice(2) }];
    case 'RENAME':
      return [{ ...from, kind: 'channel renamed', channel: first, to: second }];
    case 'REDACT':
      return [{ ...from, kind: 'redacted', to: first, message: second }];
    case 'AWAY':
      return [{ ...from, kind: 'away', text: line.params.length > 0 && first !== '' ? first : undefined }];
    case 'INVITE':
      return [{ ...from, kind: 'invited', channel: second, whom: first }];
    case '301':
      return [{ ...from, kind: 'person away', nick: second, text: third }];
    case '305':
    case '306':
      return [{ ...from, kind: 'own away', isAway: line.command === '306' }];
    case 'MARKREAD':
      return [{ ...from, kind: 'read up to', target: first, at: marker(second) }];
    case '353':
      return [{ ...from, kind: 'names', channel: third, names: last.split(' ').filter(Boolean) }];
    case '366':
      return [{ ...from, kind: 'names end', channel: second }];
    case '352':
      return [{ ...from, kind: 'seen', channel: second, nick: line.params[5] ?? '', isAway: (line.params[6] ?? '').startsWith('G') }];
    case '354':
      return [{ ...from, kind: 'seen', channel: second, nick: third, isAway: (line.params[3] ?? '').startsWith('G') }];
    case '730':
    case '731':
      return [{ ...from, kind: 'presence', nicks: second.split(',').map(nickOf), isOnline: line.command === '730' }];
    case 'PERSISTENCE':
      return first === 'STATUS' ? [{ ...from, kind: 'persistence', choice: second, isOn: third === 'ON' }] : [];
    case 'FAIL':
    case 'WARN':
    case 'NOTE':
      return [{ ...from, kind: 'note', about: line.params.slice(2, -1).find((word) => word !== '*'), text: last, isError: line.command === 'FAIL' }];
    default:
      return numeric(line, from);
  }
}

function isFromServer(line: Message): boolean {
  return !line.source.includes('!') && (line.source === '' || line.source.includes('.'));
}

function numeric(line: Message, from: Origin): ChatEvent[] {
  if (!/^\d{3}$/.test(line.command) || QUIET.has(line.command)) return [];
  const words = line.params.slice(1);
  const isError = line.command >= '400' && line.command < '600';
  if (isError) {
    return [{ ...from, kind: 'note', about: words.length > 1 ? words[0] : undefined, text: words.at(-1) ?? '', isError }];
  }
  return [{ ...from, kind: 'note', about: undefined, text: words.join(' '), isError }];
}

function marker(text: string): number | undefined {
  const time = Date.parse(text.replace(/^timestamp=/, ''));
  return Number.isNaN(time) ? undefined : time;
}
