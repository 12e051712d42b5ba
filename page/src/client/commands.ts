import type { Conversation } from '../chat/conversation.ts';
import { isPrintable, message, parseMessage } from '../wire/message.ts';
import type { Client } from './client.ts';
import { isTarget } from './sending.ts';

/**
 * What became of a command: `usage` needs other words, `unsendable` has a name that nobody can have,
 * and `offline` would have to wait, until it is not meant any more.
 */
type Result = 'done' | 'usage' | 'unsendable' | 'offline';

/** What a command needs and does. */
export interface SlashCommand {
  readonly name: string;
  readonly usage: string;
  /** Runs it with the words behind its name. */
  run(client: Client, here: Conversation | undefined, words: string): Result;
}

export const COMMANDS: readonly SlashCommand[] = [
  command('join', '#channel [key]', (client, _, words) => {
    const [name = '', ...key] = words.split(' ');
    if (name === '') return 'usage';
    const channel = client.chat.support.isChannel(name) ? name : `#${name}`;
    if (!client.chat.find(channel)?.isJoined) return send(client, 'JOIN', channel, ...key.slice(0, 1));
    client.show(channel);
    return 'done';
  }),
  command('part', '[#channel] [reason]', (client, here, words) => {
    const [first = '', ...rest] = words.split(' ');
    const isNamed = client.chat.support.isChannel(first);
    const name = isNamed ? first : here?.name;
    if (name === undefined) return 'usage';
    return client.part(name, isNamed ? rest.join(' ') : words) ? 'done' : 'offline';
  }),
  command('msg', 'name words', (client, _, words) => {
    const { first, rest } = split(words);
    return first === '' || rest === '' ? 'usage' : talk(client, first, rest);
  }),
  command('query', 'name', (client, _, words) => {
    const { first, rest } = split(words);
    return first === '' ? 'usage' : talk(client, first, rest);
  }),
  command('me', 'words', (client, here, words) => {
    if (!here || words === '') return 'usage';
    client.say(here.name, words, { isAction: true });
    return 'done';
  }),
  command('topic', '[words]', (client, here, words) => {
    if (!here?.isChannel) return 'usage';
    return send(client, 'TOPIC', here.name, ...(words === '' ? [] : [words]));
  }),
  command('away', '[words]', (client, _, words) => send(client, 'AWAY', words || 'away')),
  command('back', '', (client) => send(client, 'AWAY')),
  command('nick', 'name', (client, _, words) => (words === '' ? 'usage' : send(client, 'NICK', words))),
  command('who', '[#channel]', (client, here, words) => {
    const place = words === '' ? here : client.chat.find(words);
    if (!place) return 'usage';
    client.note([...place.members.values()].map((member) => member.ranks.charAt(0) + member.nick).join(', '));
    return 'done';
  }),
  command('whois', 'name', (client, _, words) => (words === '' ? 'usage' : send(client, 'WHOIS', words))),
  command('invite', 'name [#channel]', (client, here, words) => {
    const { first, rest } = split(words);
    const channel = rest || here?.name;
    return first === '' || channel === undefined ? 'usage' : send(client, 'INVITE', first, channel);
  }),
  command('kick', 'name [reason]', (client, here, words) => {
    const { first, rest } = split(words);
    if (first === '' || !here?.isChannel) return 'usage';
    return send(client, 'KICK', here.name, first, ...(rest === '' ? [] : [rest]));
  }),
  command('mode', '[#channel] modes', (client, here, words) => {
    const parts = words.split(' ').filter(Boolean);
    const isNamed = client.chat.support.isChannel(parts[0] ?? '');
    const params = isNamed || !here ? parts : [here.name, ...parts];
    return params.length === 0 ? 'usage' : send(client, 'MODE', ...params);
  }),
  command('oper', 'name password', (client, _, words) => {
    const { first, rest } = split(words);
    return rest === '' ? 'usage' : send(client, 'OPER', first, rest);
  }),
  command('list', '', (client) => send(client, 'LIST')),
  command('quote', 'line', (client, _, words) => {
    const { command, params } = parseMessage(words);
    return command === '' ? 'usage' : send(client, command, ...params);
  }),
];

function command(name: string, usage: string, run: SlashCommand['run']): SlashCommand {
  return { name, usage, run };
}

function send(client: Client, command: string, ...params: string[]): Result {
  const line = message(command, params);
  if (!isPrintable(line)) return 'unsendable';
  return client.send(line) ? 'done' : 'offline';
}

/** Looks at what one says with somebody, and says something at once if there are words. */
function talk(client: Client, name: string, words: string): Result {
  if (!isTarget(name)) return 'unsendable';
  client.show(name);
  if (words !== '') client.say(name, words);
  return 'done';
}

function split(words: string): { first: string; rest: string } {
  const space = words.indexOf(' ');
  return space < 0 ? { first: words, rest: '' } : { first: words.slice(0, space), rest: words.slice(space + 1).trim() };
}

export type Outcome = { kind: Exclude<Result, 'usage'> } | { kind: 'help' } | { kind: 'unknown'; name: string } | { kind: 'usage'; command: SlashCommand };

/** Says what somebody wrote, or does it when it begins with a slash. Two slashes are said as one. */
export function obey(client: Client, here: Conversation | undefined, text: string, replyTo?: string): Outcome {
  if (!text.startsWith('/') || text.startsWith('//')) {
    if (here) client.say(here.name, text.replace(/^\/\//, '/'), { replyTo });
    return { kind: 'done' };
  }
  const { first, rest } = split(text.slice(1).trim());
  const name = first.toLowerCase();
  if (name === 'help') return { kind: 'help' };
  const found = COMMANDS.find((each) => each.name === name);
  if (!found) return { kind: 'unknown', name };
  const result = found.run(client, here, rest);
  return result === 'usage' ? { kind: result, command: found } : { kind: result };
}
