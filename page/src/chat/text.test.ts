import { describe, expect, it } from 'vitest';
import { complete, insertSuggestion } from './completion.ts';
import { EMOJI, findEmoji, withEmoji } from './emoji.ts';
import { plainText } from './formatting.ts';
import { colourOf, initials, mentions } from './names.ts';
import { Queue } from './queue.ts';
import { isEmojiOnly, readText, type Block, type Inline } from './rich.ts';

const reader = { nick: 'ann', isChannel: (name: string) => name.startsWith('#') };

/** What was read, short: `b(…)` is bold, `i(…)` leans, `c(…)` is code. */
function short(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      switch (part.kind) {
        case 'text':
          return part.text;
        case 'styled':
          return `${part.style.bold ? 'b' : part.style.italic ? 'i' : part.style.strike ? 's' : part.style.colour !== undefined ? `colour${part.style.colour}` : 'u'}(${short(part.parts)})`;
        case 'code':
          return `c(${part.text})`;
        case 'link':
          return `<${part.text}>`;
        case 'channel':
          return `[${part.name}]`;
        case 'mention':
          return `@(${part.text})`;
      }
    })
    .join('');
}

function read(text: string): string {
  return readText(text, reader)
    .map((block: Block) => (block.kind === 'code' ? `code{${block.text}}` : `${block.kind === 'quote' ? '> ' : ''}${short(block.parts)}`))
    .join(' / ');
}

describe('a text', () => {
  it.each([
    ['plain', 'plain'],
    ['**bold** and *leaning* and _too_ and ~~gone~~', 'b(bold) and i(leaning) and i(too) and s(gone)'],
    ['2 * 3 * 4 and snake_case_name and a*b*c', '2 * 3 * 4 and snake_case_name and a*b*c'],
    ['`**no**` **`yes`**', 'c(**no**) b(c(yes))'],
    ['see https://example.org/a_(b)_c.', 'see <https://example.org/a_(b)_c>.'],
    ['(https://example.org)', '(<https://example.org>)'],
    ['(https://example.org/[a].), https://example.org/(b))', '(<https://example.org/[a]>.), <https://example.org/(b)>)'],
    ['javascript:alert(1) data:text/html,x file:///etc/passwd', 'javascript:alert(1) data:text/html,x file:///etc/passwd'],
    ['mailto:ann@example.org irc://irc.example.org/tea', '<mailto:ann@example.org> <irc://irc.example.org/tea>'],
    ['go to #tea-time, not a#b', 'go to [#tea-time], not a#b'],
    ['ann: Ann! annual @ann', '@(ann): @(Ann)! annual @@(ann)'],
    ['```js\nlet a = "**";\n```\nafter', 'code{let a = "**";} / after'],
    ['```a few words``` ```\n```', 'code{a few words} /   / code{}'],
    ['> quoted\nand not', '> quoted / and not'],
    ['\x02bold\x02 \x0304red\x03 \x1funder\x0f', 'b(bold) colour4(red) u(under)'],
    ['\x0399,99x\x16y\u202eevil', 'xyevil'],
  ])('%j', (text, expected) => expect(read(text)).toBe(expected));

  it('comes to an end, whatever it is', () => {
    for (const part of ['**', '*a ', '_', '`', '~~', 'https://', '```', '> ', '\x02', '((((', '#a', 'ann ', '** a', '*'.repeat(7) + 'b']) expect(readText(part.repeat(8192 / part.length), reader).length).toBeGreaterThan(0);
  });

  it.each([['links with brackets', `https://a/${')'.repeat(1990)} `.repeat(1000)], ['a block without an end', `\`\`\`${'a'.repeat(500_000)}`]])('costs no more for each sign when it is long: %s', (_, text) => {
    expect(readText(text, reader).length).toBe(1);
  });

  it('loses its codes where there is no room for them', () => expect(plainText('\x02a\x0304,05b\x0f')).toBe('ab'));

  it('is large when it is but a few emoji', () => {
    expect(['😀', '👍🏽 🎉', '👩‍💻'].every(isEmojiOnly)).toBe(true);
    expect(['a 😀', '', '12', '😀😀😀😀'].some(isEmojiOnly)).toBe(false);
  });
});

describe('completion', () => {
  const vocabulary = { nicks: ['boris', 'bea', 'carl'], channels: ['#tea', '#test'], commands: [{ name: 'join', hint: '' }, { name: 'me', hint: '' }] };
  const labels = (text: string, isAsked: boolean) => complete(text, text.length, vocabulary, isAsked)?.suggestions.map((each) => each.label);

  it('knows people, channels, emoji and commands', () => {
    expect(labels('b', true)).toEqual(['boris', 'bea']);
    expect(labels('b', false)).toBeUndefined();
    expect(labels('hi @c', false)).toEqual(['carl']);
    expect(labels('in #te', false)).toEqual(['#tea', '#test']);
    expect(labels('in #tea', false)).toBeUndefined();
    expect(labels('/j', false)).toEqual(['/join']);
    expect(labels('a /j', false)).toBeUndefined();
    expect(labels('x :tea', false)).toContain('🍵');
  });

  it('puts the word in, with what belongs behind it', () => {
    const found = complete('bo', 2, vocabulary, true);
    const suggestion = found?.suggestions[0];
    expect(suggestion && insertSuggestion('bo', 2, 0, suggestion)).toEqual({ text: 'boris: ', caret: 7 });
  });
});

describe('emoji', () => {
  it('are some hundreds, found by name', () => {
    expect(EMOJI.length).toBeGreaterThan(300);
    expect(findEmoji('heart', 3).map((emoji) => emoji.sign)).toContain('❤️');
    expect(withEmoji('well :+1: and :100: but 10:30:20 and `:tea:`')).toBe('well 👍 and 💯 but 10:30:20 and `:tea:`');
  });
});

describe('a name', () => {
  it('has initials and always the same colour', () => {
    expect(['ann', 'ann_lee', 'Марья Ивановна', '[x]', '_'].map(initials)).toEqual(['A', 'AL', 'МИ', 'X', '_']);
    expect(colourOf('Ann', 12)).toBe(colourOf('ann', 12));
  });

  it('is called as a word', () => {
    expect(['ann', 'hi ANN!', '(ann)', 'ann: x'].every((text) => mentions(text, 'ann'))).toBe(true);
    expect(['anna', 'joann', 'ann-marie', '#ann', ''].some((text) => mentions(text, 'ann'))).toBe(false);
    expect(mentions('привет, Анна', 'анна')).toBe(true);
  });
});

describe('the queue', () => {
  it('comes back after a reload, waiting', () => {
    let kept: string | undefined;
    const keep = { read: () => kept, write: (text: string) => (kept = text) };
    const queue = new Queue(keep);
    for (const id of ['a', 'b', 'c']) queue.add({ id, target: '#tea', text: id, isAction: false, replyTo: undefined, time: 0 });
    expect(queue.takeWaiting().length).toBe(3);
    queue.acknowledge('a');
    queue.refuse('b', 'no');
    expect(queue.remove('c')).toBeUndefined();
    expect(new Queue(keep).pending.map((item) => [item.id, item.state])).toEqual([['b', 'refused'], ['c', 'waiting']]);
  });

  it('is empty when what was kept makes no sense', () => {
    for (const text of ['', '{', '[1,null,{"id":3}]', '"x"']) expect(new Queue({ read: () => text, write: () => undefined }).pending).toEqual([]);
  });
});
