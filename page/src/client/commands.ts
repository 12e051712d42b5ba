import type { Conversation } from '../chat/conversation.ts';
import { message } from '../wire/message.ts';
import type { Client } from './client.ts';

/** What a command needs and does. */
export interface SlashCommand {
  readonly name: string;
  readonly usage: string;
  /** Runs it with the words behind its name. Answers false when they are not what it needs. */
  run(client: Client, here: Conversation | undefined, words: string): boolean;
}

export const COMMANDS: readonly SlashCommand[] = [
  command('join', '#channel [key]', (client, _, words) => {
    const [name = '', ...key] = words.split(' ');
    if (name === '') return false;
    const channel = client.chat.support.isChannel(name) ? name : `#${name}`;
    if (client.chat.find(channel)?.isJoined) client.show(channel);
    else client.send(message('JOIN', [channel, ...key.slice(0, 1)]));
    return true;
  }),
  command('part', '[#channel] [reason]', (client, here, words) => {
    const [first = '', ...rest] = words.split(' ');
    const isNamed = client.chat.support.isChannel(first);
    const name = isNamed ? first : here?.name;
    if (name === undefined) return false;
    client.part(name, isNamed ? rest.join(' ') : words);
    return true;
  }),
  command('msg', 'name words', (client, _, words) => {
    const { first, rest } = split(words);
    if (first === '' || rest === '') return false;
    client.show(first);
    client.say(first, rest);
    return true;
  }),
  command('query', 'name', (client, _, words) => {
    const { first, rest } = split(words);
    if (first === '') return false;
    client.show(first);
    if (rest !== '') client.say(first, rest);
    return true;
  }),
  command('me', 'words', (client, here, words) => {
    if (!here || words === '') return false;
    client.say(here.name, words, { isAction: true });
    return true;
  }),
  command('topic', '[words]', (client, here, words) => {
    if (!here?.isChannel) return false;
    client.send(message('TOPIC', words === '' ? [here.name] : [here.name, words]));
    return true;
  }),
  command('away', '[words]', (client, _, words) => {
    client.send(message('AWAY', [words || 'away']));
    return true;
  }),
  command('back', '', (client) => {
    client.send(message('AWAY'));
    return true;
  }),
  command('nick', 'name', (client, _, words) => words !== '' && client.send(message('NICK', [words]))),
  command('who', '[#channel]', (client, here, words) => {
    const place = words === '' ? here : client.chat.find(words);
    if (!place) return false;
    client.note([...place.members.values()].map((member) => member.ranks.charAt(0) + member.nick).join(', '));
    return true;
  }),
  command('whois', 'name', (client, _, words) => words !== '' && client.send(message('WHOIS', [words]))),
  command('invite', 'name [#channel]', (client, here, words) => {
    const { first, rest } = split(words);
    const channel = rest || here?.name;
    return first !== '' && channel !== undefined && client.send(message('INVITE', [first, channel]));
  }),
  command('kick', 'name [reason]', (client, here, words) => {
    const { first, rest } = split(words);
    if (first === '' || !here?.isChannel) return false;
    client.send(message('KICK', rest === '' ? [here.name, first] : [here.name, first, rest]));
    return true;
  }),
  command('mode', '[#channel] modes', (client, here, words) => {
    const parts = words.split(' ').filter(Boolean);
    const isNamed = client.chat.support.isChannel(parts[0] ?? '');
    const params = isNamed || !here ? parts : [here.name, ...parts];
    return params.length > 0 && client.send(message('MODE', params));
  }),
  command('oper', 'name password', (client, _, words) => {
    const { first, rest } = split(words);
    return rest !== '' && client.send(message('OPER', [first, rest]));
  }),
  command('list', '', (client) => client.send(message('LIST'))),
  command('quote', 'line', (client, _, words) => {
    const [verb = '', ...params] = words.split(' ');
    const colon = params.findIndex((word) => word.startsWith(':'));
    const last = colon < 0 ? [] : [params.slice(colon).join(' ').slice(1)];
    return verb !== '' && client.send(message(verb, [...(colon < 0 ? params : params.slice(0, colon)), ...last]));
  }),
];

function command(name: string, usage: string, run: SlashCommand['run']): SlashCommand {
  return { name, usage, run };
}

function split(words: string): { first: string; rest: string } {
  const space = words.indexOf(' ');
  return space < 0 ? { first: words, rest: '' } : { first: words.slice(0, space), rest: words.slice(space + 1).trim() };
}

export type Outcome = { kind: 'done' } | { kind: 'help' } | { kind: 'unknown'; name: string } | { kind: 'usage'; command: SlashCommand };

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
  return found.run(client, here, rest) ? { kind: 'done' } : { kind: 'usage', command: found };
}
