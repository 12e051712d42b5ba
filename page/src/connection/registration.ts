import { base64 } from '../wire/bytes.ts';
import { message, type Message } from '../wire/message.ts';
import type { Capabilities } from './capabilities.ts';
import type { Parting } from './farewell.ts';

/** Who comes, and how they prove it. */
export interface Credentials {
  readonly name: string;
  /** A password, or a token that the server takes in its place. */
  readonly secret: string;
  /** Whether a name that nobody has becomes an account. Never when the page comes back by itself. */
  readonly mayRegister: boolean;
}

/** Why the server did not let somebody in; `text` has the server's own words, if it said any. */
export interface Refusal {
  readonly code: 'wrong-password' | 'weak-password' | 'bad-name' | 'name-taken' | 'closed' | 'verify' | 'other' | Parting;
  readonly text: string;
}

export type Step =
  | { kind: 'going on' }
  | { kind: 'welcome'; nick: string }
  | { kind: 'refused'; refusal: Refusal }
  /** The server has too much to do to say whether it is the right password. */
  | { kind: 'not now'; text: string };

const GOING_ON: Step = { kind: 'going on' };

/**
 * The talk from the first line to the welcome: capabilities, then SASL PLAIN, and where the server
 * does not know the name, an account for it (https://ircv3.net/specs/extensions/account-registration).
 */
export class Registration {
  constructor(
    private readonly credentials: Credentials,
    private readonly capabilities: Capabilities,
    private readonly send: (message: Message) => void,
  ) {}

  private stage: 'agreeing' | 'proving' | 'registering' | 'finished' = 'agreeing';
  private saidWhoItIs = false;
  private tries = 0;
  /** Names of capabilities that were asked for and not yet answered. */
  private readonly askedFor = new Set<string>();

  begin(): void {
    this.send(message('CAP', ['LS', '302']));
  }

  hear(line: Message): Step {
    switch (line.command) {
      case 'CAP':
        return this.negotiate(line.params);
      case 'AUTHENTICATE':
        return this.prove();
      case '903':
        return this.finish();
      case '902':
      case '904':
      case '905':
      case '906':
        return this.failed(line.params.at(-1) ?? '');
      case 'REGISTER':
        return this.registered(line);
      case 'FAIL':
        return this.refused(line);
      case '432':
        return refuse('bad-name', line.params.at(-1) ?? '');
      case '433':
        return this.taken(line.params.at(-1) ?? '');
      case '464':
      case '465':
        return refuse('closed', line.params.at(-1) ?? '');
      case '001':
        return { kind: 'welcome', nick: line.params[0] ?? this.credentials.name };
      default:
        return GOING_ON;
    }
  }

  private negotiate(params: readonly string[]): Step {
    const [, verb = ''] = params;
    const words = params.at(-1) ?? '';
    if (verb === 'LS') {
      this.capabilities.offer(words);
      if (params[2] !== '*' || params.length < 4) this.askFor(this.capabilities.wishes());
    } else if (verb === 'ACK' || verb === 'NAK') {
      if (verb === 'ACK') this.capabilities.agree(words);
      for (const name of words.split(' ')) this.askedFor.delete(name);
      if (this.askedFor.size === 0) this.authenticate();
    }
    return GOING_ON;
  }

  /** Asks in lines that are short enough, each of which the server takes or refuses as a whole. */
  private askFor(wishes: string[]): void {
    for (const name of wishes) this.askedFor.add(name);
    for (let at = 0; at < wishes.length; at += 10) this.send(message('CAP', ['REQ', wishes.slice(at, at + 10).join(' ')]));
    if (wishes.length === 0) this.authenticate();
  }

  private authenticate(): void {
    if (this.stage !== 'agreeing') return;
    if (!this.capabilities.has('sasl') || this.credentials.secret === '') {
      this.finish();
      return;
    }
    this.stage = 'proving';
    this.send(message('AUTHENTICATE', ['PLAIN']));
  }

  /** Base64 goes in pieces of 400; a full last piece is followed by `+` (sasl-3.1). */
  private prove(): Step {
    const { name, secret } = this.credentials;
    const proof = base64(`\0${name}\0${secret}`);
    for (let at = 0; at < proof.length; at += 400) this.send(message('AUTHENTICATE', [proof.slice(at, at + 400)]));
    if (proof.length % 400 === 0) this.send(message('AUTHENTICATE', ['+']));
    return GOING_ON;
  }

  private failed(text: string): Step {
    if (this.stage !== 'proving') return GOING_ON;
    this.stage = 'registering';
    const canRegister = this.capabilities.value('draft/account-registration', 'before-connect') !== undefined;
    if (!this.credentials.mayRegister || !canRegister) return refuse('wrong-password', text);
    this.sayWhoItIs();
    this.send(message('REGISTER', ['*', '*', this.credentials.secret]));
    return GOING_ON;
  }

  private registered(line: Message): Step {
    if (line.params[0] === 'SUCCESS') return this.finish();
    return refuse('verify', line.params.at(-1) ?? '');
  }

  private refused(line: Message): Step {
    const text = line.params.at(-1) ?? '';
    if (line.params[1] === 'TEMPORARILY_UNAVAILABLE') return { kind: 'not now', text };
    if (line.params[0] !== 'REGISTER') return refuse('other', text);
    switch (line.params[1]) {
      case 'ACCOUNT_EXISTS':
        return refuse('wrong-password', text);
      case 'WEAK_PASSWORD':
      case 'UNACCEPTABLE_PASSWORD':
        return refuse('weak-password', text);
      case 'BAD_ACCOUNT_NAME':
        return refuse('bad-name', text);
      case 'DISALLOWED':
        return refuse('closed', text);
      default:
        return refuse('other', text);
    }
  }

  /** Who comes back may still be there as they were: on servers without accounts that takes a minute. */
  private taken(text: string): Step {
    if (this.credentials.mayRegister || this.tries >= 3) return refuse('name-taken', text);
    this.tries += 1;
    this.send(message('NICK', [this.credentials.name + '_'.repeat(this.tries)]));
    return GOING_ON;
  }

  private sayWhoItIs(): void {
    if (this.saidWhoItIs) return;
    this.saidWhoItIs = true;
    const { name } = this.credentials;
    this.send(message('NICK', [name]));
    this.send(message('USER', [name.replace(/[^A-Za-z0-9]/g, '') || 'page', '0', '*', name]));
  }

  private finish(): Step {
    if (this.stage === 'finished') return GOING_ON;
    this.stage = 'finished';
    this.sayWhoItIs();
    this.send(message('CAP', ['END']));
    return GOING_ON;
  }
}

function refuse(code: Refusal['code'], text: string): Step {
  return { kind: 'refused', refusal: { code, text } };
}
