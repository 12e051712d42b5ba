import { describe, expect, it } from 'vitest';
import { parseMessage, printMessage } from '../wire/message.ts';
import { backOff } from './backoff.ts';
import { Batches, isBatch, messagesOf } from './batches.ts';
import { Capabilities } from './capabilities.ts';
import { farewellOf, pauseOf } from './farewell.ts';
import { Registration, type Step } from './registration.ts';
import { Support } from './support.ts';

/** Acts out an arrival: `<` is what the server says, `>` what the page must have said by then. */
function arrival(script: string, mayRegister = true, name = 'ann'): Step {
  const sent: string[] = [];
  const registration = new Registration({ name, secret: 'secret', mayRegister }, new Capabilities(), (line) => sent.push(printMessage(line)));
  registration.begin();
  let step: Step = { kind: 'going on' };
  for (const line of script.trim().split('\n').map((each) => each.trim())) {
    if (line.startsWith('< ')) step = registration.hear(parseMessage(line.slice(2)));
    else expect(sent.shift()).toBe(line.slice(2));
  }
  expect(sent).toEqual([]);
  return step;
}

const UP_TO_PROOF = `
  > CAP LS 302
  < :s CAP * LS * :batch sasl=PLAIN
  < :s CAP * LS :draft/account-registration=before-connect,custom-account-name other
  > CAP REQ :batch draft/account-registration sasl
  < :s CAP * ACK :batch sasl
  < :s CAP * ACK draft/account-registration
  > AUTHENTICATE PLAIN
  < AUTHENTICATE +
  > AUTHENTICATE AGFubgBzZWNyZXQ=`;

const REGISTERING = `${UP_TO_PROOF}
  < :s 904 * :SASL authentication failed
  > NICK ann
  > USER ann 0 * ann
  > REGISTER * * secret`;

describe('an arrival', () => {
  it('proves who it is', () => {
    const step = arrival(`${UP_TO_PROOF}
      < :s 900 * * ann :You are now logged in
      < :s 903 * :ok
      > NICK ann
      > USER ann 0 * ann
      > CAP END
      < :s 001 Ann :Welcome`);
    expect(step).toEqual({ kind: 'welcome', nick: 'Ann' });
  });

  it('makes an account of a name that nobody has', () => {
    const step = arrival(`${REGISTERING}
      < :s REGISTER SUCCESS ann :The account is yours
      > CAP END
      < :s 001 ann :Welcome`);
    expect(step.kind).toBe('welcome');
  });

  it.each([
    ['ACCOUNT_EXISTS', 'wrong-password'],
    ['WEAK_PASSWORD', 'weak-password'],
    ['BAD_ACCOUNT_NAME', 'bad-name'],
    ['DISALLOWED', 'closed'],
    ['SOMETHING_NEW', 'other'],
  ])('is told why it cannot: %s', (code, expected) => {
    const step = arrival(`${REGISTERING}
      < :s FAIL REGISTER ${code} ann :because`);
    expect(step).toEqual({ kind: 'refused', refusal: { code: expected, text: 'because' } });
  });

  it('makes no account when it comes back by itself', () => {
    const step = arrival(`${UP_TO_PROOF}
      < :s 904 * :SASL authentication failed`, false);
    expect(step).toEqual({ kind: 'refused', refusal: { code: 'wrong-password', text: 'SASL authentication failed' } });
  });

  it.each([true, false])('tries again later where the server has too much to do, new or not: %s', (mayRegister) => {
    const step = arrival(`${UP_TO_PROOF}
      < :s FAIL AUTHENTICATE TEMPORARILY_UNAVAILABLE :busy`, mayRegister);
    expect(step).toEqual({ kind: 'not now', text: 'busy' });
  });

  it('comes in where there are no accounts', () => {
    const step = arrival(`
      > CAP LS 302
      < :s CAP * LS :multi-prefix
      > CAP REQ multi-prefix
      < :s CAP * NAK multi-prefix
      > NICK ann
      > USER ann 0 * ann
      > CAP END
      < :s 001 ann :Welcome`);
    expect(step.kind).toBe('welcome');
  });
});

describe('batches', () => {
  it('come out whole, those inside others as well', () => {
    const batches = new Batches();
    const take = (line: string) => batches.take(parseMessage(line));
    expect(take('@label=l :s BATCH +a chathistory #tea')).toBeUndefined();
    expect(take('@batch=a :s PRIVMSG #tea one')).toBeUndefined();
    expect(take('@batch=a :s BATCH +b draft/multiline #tea')).toBeUndefined();
    expect(take('@batch=b :s PRIVMSG #tea two')).toBeUndefined();
    expect(take(':s PRIVMSG #tea between')).toMatchObject({ params: ['#tea', 'between'] });
    expect(take('@batch=a :s BATCH -b')).toBeUndefined();
    const whole = take(':s BATCH -a');
    expect(whole && isBatch(whole) && whole.items.map((item) => isBatch(item))).toEqual([false, true]);
    expect(whole && messagesOf(whole).map((line) => line.params[1])).toEqual(['one', 'two']);
  });
});

describe('waiting', () => {
  it('is longer with each failure, up to a bound, and never the same for all', () => {
    expect([0, 1, 2, 3, 10, 1000].map((failures) => backOff(failures, 1))).toEqual([1_000, 2_000, 4_000, 8_000, 30_000, 30_000]);
    expect(backOff(10, 0)).toBe(300);
    expect(backOff(10, 0.5)).toBe(15_150);
  });
});

describe('a farewell', () => {
  it('is final, or for now, or none', () => {
    const read = (text: string) => farewellOf(parseMessage(text));
    expect(read(':s FAIL * SESSION_ENDED :Session ended')).toEqual({ isFinal: true, code: 'session-ended' });
    expect(read(':s FAIL * SERVER_PAUSED :Server paused')).toEqual({ isFinal: false, code: 'paused' });
    expect([read(':s FAIL * NEED_MORE_PARAMS :x'), read(':s FAIL JOIN BANNED :x'), read(':s PRIVMSG * BANNED')]).toEqual([undefined, undefined, undefined]);
  });

  it('may be asked for where nobody is let in', () => {
    expect([pauseOf(503, 'paused\n'), pauseOf(503, 'journal: full'), pauseOf(200, 'ok\n'), pauseOf(503, '<html>'), pauseOf(200, 'paused')]).toEqual(['paused', 'unwell', undefined, undefined, undefined]);
  });
});

describe('what the server says of itself', () => {
  it('is known until it takes it back', () => {
    const support = new Support();
    support.learn(['NETWORK=Tea\\x20House', 'CHANTYPES=#', 'CASEMAPPING=rfc1459', 'CHATHISTORY=50']);
    expect([support.network, support.isChannel('&a'), support.fold('A[b]'), support.number('CHATHISTORY', 1)]).toEqual(['Tea House', false, 'a{b}', 50]);
    support.learn(['-NETWORK', '-CHATHISTORY']);
    expect([support.network, support.number('CHATHISTORY', 1)]).toEqual(['IRC', 1]);
  });
});
