import { describe, expect, it } from 'vitest';
import { base64, byteLength, splitBytes } from './bytes.ts';
import { message, nickOf, parseMessage, printMessage } from './message.ts';
import { escapeTag, unescapeTag } from './tags.ts';

describe('a message', () => {
  it('is read with tags, source and a last parameter of words', () => {
    const read = parseMessage('@time=2026-01-01T00:00:00.000Z;+a=b\\sc;flag :ann!u@h PRIVMSG #tea :good  morning :)');
    expect([...read.tags]).toEqual([['time', '2026-01-01T00:00:00.000Z'], ['+a', 'b c'], ['flag', '']]);
    expect(read.source).toBe('ann!u@h');
    expect(read.command).toBe('PRIVMSG');
    expect(read.params).toEqual(['#tea', 'good  morning :)']);
    expect(nickOf(read.source)).toBe('ann');
  });

  it('is printed as it is read', () => {
    for (const line of ['PING', 'PRIVMSG #tea ::)', 'TOPIC #tea :', '@+x=\\:\\s\\\\\\n JOIN #a', ':s 001 ann :Welcome ann']) {
      expect(printMessage(parseMessage(line))).toBe(line);
    }
  });

  it('never becomes two', () => {
    expect(printMessage(message('PRIVMSG', ['#tea', 'a\r\nQUIT\0']))).toBe('PRIVMSG #tea :a  QUIT ');
    expect(() => printMessage(message('PRIVMSG', ['#tea QUIT', 'a']))).toThrow();
  });

  it('can be empty', () => {
    expect(parseMessage('').command).toBe('');
    expect(parseMessage('@a :b').command).toBe('');
  });
});

describe('the value of a tag', () => {
  it('comes back from any text', () => {
    for (const value of ['', 'a;b c\\d\r\n', '\\', '😀;', 'плов']) expect(unescapeTag(escapeTag(value))).toBe(value);
  });

  it('loses backslashes that mean nothing', () => expect(unescapeTag('a\\bc\\')).toBe('abc'));
});

describe('a long line', () => {
  it('is split between words, and joined is the same', () => {
    const text = 'Пойдём на вече, колокол звонит! '.repeat(20) + '😀'.repeat(50);
    const pieces = splitBytes(text, 100);
    expect(pieces.join('')).toBe(text);
    for (const piece of pieces) expect(byteLength(piece)).toBeLessThanOrEqual(100);
    expect(pieces[0]?.endsWith(' ')).toBe(true);
  });

  it('is one piece when it is short', () => expect(splitBytes('', 10)).toEqual(['']));

  it('is base64 in UTF-8', () => expect(base64('\0ann\0плов')).toBe('AGFubgDQv9C70L7Qsg=='));
});
