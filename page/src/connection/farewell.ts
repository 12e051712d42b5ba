import type { Message } from '../wire/message.ts';

/** Why the server let one go for good: to come back by itself would be wrong or of no use. */
export type Parting = 'accounts-cleared' | 'account-removed' | 'token-revoked' | 'session-ended' | 'kicked' | 'banned';

/** Why the server is not there, or let one go for now. */
export type Pause = 'paused' | 'starting' | 'stopping' | 'unwell' | 'slow';

export type Farewell = { isFinal: true; code: Parting } | { isFinal: false; code: Pause };

const FAREWELLS = new Map<string, Farewell>([
  ['ACCOUNTS_CLEARED', { isFinal: true, code: 'accounts-cleared' }],
  ['ACCOUNT_REMOVED', { isFinal: true, code: 'account-removed' }],
  ['TOKEN_REVOKED', { isFinal: true, code: 'token-revoked' }],
  ['SESSION_ENDED', { isFinal: true, code: 'session-ended' }],
  ['KICKED', { isFinal: true, code: 'kicked' }],
  ['BANNED', { isFinal: true, code: 'banned' }],
  ['SERVER_PAUSED', { isFinal: false, code: 'paused' }],
  ['SERVER_STOPPING', { isFinal: false, code: 'stopping' }],
  ['SLOW_CONSUMER', { isFinal: false, code: 'slow' }],
]);

/** What Veche says before its last line, for programs: `FAIL * <code>`. */
export function farewellOf(line: Message): Farewell | undefined {
  return line.command === 'FAIL' && line.params[0] === '*' ? FAREWELLS.get(line.params[1] ?? '') : undefined;
}

/** What `/readyz` of Veche answers, where it is no `ok`: it is there, and lets nobody in. */
export function pauseOf(status: number, text: string): Pause | undefined {
  const word = text.trim();
  if (status === 503 && (word === 'paused' || word === 'starting' || word === 'stopping')) return word;
  return status === 503 && word.startsWith('journal:') ? 'unwell' : undefined;
}
