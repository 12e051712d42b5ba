import { beforeEach, describe, expect, it } from 'vitest';
import { Batches } from '../connection/batches.ts';
import { Support } from '../connection/support.ts';
import { parseMessage } from '../wire/message.ts';
import { Chat } from './chat.ts';
import type { Conversation } from './conversation.ts';
import { isSpoken } from './entry.ts';
import { translate, translateHistory } from './translate.ts';

let chat: Chat;
let batches: Batches;

beforeEach(() => {
  const support = new Support();
  support.learn(['CHANTYPES=#', 'PREFIX=(qaohv)~&@%+', 'CHANMODES=Ibe,k,fl,mnt']);
  chat = new Chat(support);
  chat.nick = 'ann';
  batches = new Batches();
});

function hear(...lines: string[]): void {
  for (const line of lines) {
    const item = batches.take(parseMessage(line));
    if (item) for (const event of translate(item, 0)) chat.apply(event);
  }
}

function said(id: string, by: string, text: string, to = '#tea', tags = ''): string {
  return `@time=2026-01-01T00:00:${id.slice(-2)}.000Z;msgid=${id}${tags} :${by}!u@h PRIVMSG ${to} :${text}`;
}

function texts(conversation: Conversation): string[] {
  return conversation.timeline.entries.filter(isSpoken).map((entry) => entry.text);
}

describe('a channel', () => {
  it('has members with their ranks, who come, change and go', () => {
    hear(':ann!u@h JOIN #tea', ':s 353 ann = #tea :@ann ~&bob +cid', ':cid!u@h NICK kid', ':bob!u@h MODE #tea +o-v kid kid', ':bob!u@h QUIT :bye');
    const { members } = chat.open('#tea');
    expect([...members.values()].map((member) => member.ranks + member.nick).sort()).toEqual(['@ann', '@kid']);
  });

  it('counts what is not read, and calls', () => {
    hear(said('01', 'bob', 'hello'), said('02', 'bob', 'Ann, tea?'), said('03', 'bob', 'annual plans'), said('04', 'ann', 'mine'));
    const tea = chat.open('#TEA');
    expect([tea.unread, tea.mentions]).toEqual([3, 1]);
    hear(':s MARKREAD #tea timestamp=2026-01-01T00:00:02.000Z');
    expect([tea.unread, tea.mentions]).toEqual([1, 0]);
    hear(':s MARKREAD #tea timestamp=2026-01-01T00:00:01.000Z');
    expect(tea.unread).toBe(1);
  });

  it('takes a message of several lines as one', () => {
    hear('@time=2026-01-01T00:00:01.000Z;msgid=01 :bob!u@h BATCH +a draft/multiline #tea', '@batch=a :bob!u@h PRIVMSG #tea :one ', '@batch=a;draft/multiline-concat :bob!u@h PRIVMSG #tea :line', '@batch=a :bob!u@h PRIVMSG #tea :two', ':s BATCH -a');
    expect(texts(chat.open('#tea'))).toEqual(['one line\ntwo']);
  });

  it('forgets the words of a message that is deleted', () => {
    hear(said('01', 'bob', 'oh'), ':bob!u@h REDACT #tea 01');
    const entry = chat.open('#tea').timeline.find('01');
    expect(entry && isSpoken(entry) && entry.isDeleted && entry.text === '').toBe(true);
  });

  it('has reactions, also those that came before their message', () => {
    hear('@+reply=02;+draft/react=👍 :bob!u@h TAGMSG #tea', said('01', 'bob', 'a'), '@+reply=01;+draft/react=🍵 :cid!u@h TAGMSG #tea', '@+reply=01;+draft/react=🍵 :ann!u@h TAGMSG #tea', '@+reply=01;+draft/unreact=🍵 :cid!u@h TAGMSG #tea');
    const tea = chat.open('#tea');
    chat.applyHistory(tea, translate(parseMessage(said('02', 'bob', 'b')), 0), {}, { isLast: true });
    const reactions = (id: string) => {
      const entry = tea.timeline.find(id);
      return entry && isSpoken(entry) ? [...entry.reactions].map(([emoji, people]) => [emoji, ...people]) : [];
    };
    expect(reactions('01')).toEqual([['🍵', 'ann']]);
    expect(reactions('02')).toEqual([['👍', 'bob']]);
  });

  it('says who is typing until they have said it', () => {
    hear('@+typing=active :bob!u@h TAGMSG #tea');
    expect(chat.typists(chat.open('#tea'), 5_000)).toEqual(['bob']);
    expect(chat.typists(chat.open('#tea'), 6_001)).toEqual([]);
    hear('@+typing=active :bob!u@h TAGMSG #tea', said('01', 'bob', 'so'));
    expect(chat.typists(chat.open('#tea'), 1)).toEqual([]);
  });
});

describe('a private message', () => {
  it('belongs to the other person, whoever wrote it', () => {
    hear(said('01', 'bob', 'psst', 'ann'), said('02', 'ann', 'yes?', 'bob'), said('03', 'ann', 'note to self', 'ann'));
    expect(texts(chat.open('bob'))).toEqual(['psst', 'yes?']);
    expect(texts(chat.open('ann'))).toEqual(['note to self']);
  });
});

describe('the past', () => {
  function history(from: number, to: number) {
    const lines = [':s BATCH +h chathistory #tea'];
    for (let id = from; id <= to; id += 1) lines.push(`@batch=h;${said(String(id), 'bob', `m${id}`).slice(1)}`);
    for (const line of [...lines, ':s BATCH -h']) {
      const item = batches.take(parseMessage(line));
      if (item && 'items' in item) return translateHistory(item, 0);
    }
    return [];
  }

  it('is put before, between and behind, each message once', () => {
    const tea = chat.open('#tea');
    chat.applyHistory(tea, history(30, 33), {}, { isLast: true });
    const first = tea.timeline.entries[0];
    chat.applyHistory(tea, history(28, 29), first ? { before: first } : {}, { isFirst: true });
    chat.applyHistory(tea, history(31, 35), {}, {});
    expect(texts(tea)).toEqual(['m28', 'm29', 'm30', 'm31', 'm32', 'm33', 'm34', 'm35']);
    expect(tea.timeline.isComplete).toBe(true);
  });

  it('shows where something is missing, until it is there', () => {
    const tea = chat.open('#tea');
    chat.applyHistory(tea, history(50, 52), {}, { isLast: true });
    chat.applyHistory(tea, history(20, 22), {}, {});
    expect(tea.timeline.hasGapAfter('22')).toBe(true);
    const anchor = tea.timeline.find('22');
    chat.applyHistory(tea, history(23, 40), anchor ? { after: anchor } : {}, {});
    expect([tea.timeline.hasGapAfter('22'), tea.timeline.hasGapAfter('40')]).toEqual([false, true]);
    const next = tea.timeline.find('40');
    chat.applyHistory(tea, history(41, 52), next ? { after: next } : {}, {});
    expect(tea.timeline.entries.filter((entry) => tea.timeline.hasGapAfter(entry.id))).toEqual([]);
    expect(texts(tea).length).toBe(33);
  });

  it('may be a hundred thousand messages long', () => {
    const tea = chat.open('#tea');
    for (let id = 0; id < 100_000; id += 1) hear(`@time=2026-01-01T00:00:00.000Z;msgid=${String(id).padStart(8, '0')} :bob!u@h PRIVMSG #tea :m`);
    expect(tea.timeline.entries.length).toBe(100_000);
    expect(tea.timeline.indexOf('00077777')).toBe(77_777);
  });
});
