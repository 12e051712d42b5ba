import { messagesOf } from '../connection/batches.ts';
import type { Connection } from '../connection/connection.ts';
import { base64 } from '../wire/bytes.ts';
import { message, type Message } from '../wire/message.ts';

export interface Token {
  readonly id: string;
  readonly created: number;
  readonly used: number | undefined;
  readonly label: string;
}

export interface Session {
  readonly id: string;
  readonly isThis: boolean;
  readonly protocol: string;
  readonly since: number;
  readonly address: string;
  readonly device: string;
  readonly software: string;
  /** The token that it came in by. */
  readonly token: string | undefined;
}

/** What the server did not do, by its code, and why in its own words. */
export class Failure extends Error {
  constructor(
    readonly code: string,
    text: string,
  ) {
    super(text);
  }
}

/** Tokens and sessions of an account, as Veche has them (`veche.chat/sessions`). */
export class Sessions {
  constructor(private readonly connection: Connection) {}

  get isThere(): boolean {
    return this.connection.capabilities.has('veche.chat/sessions');
  }

  async createToken(label: string): Promise<{ id: string; secret: string }> {
    const [created] = await this.ask('TOKEN', ['CREATE', label], 'CREATED');
    return { id: created?.params[1] ?? '', secret: created?.params[2] ?? '' };
  }

  async tokens(): Promise<Token[]> {
    const lines = await this.ask('TOKEN', ['LIST'], 'ENTRY');
    return lines.map(({ params: [, id = '', created = '', used = '', label = ''] }) => ({
      id,
      created: Date.parse(created),
      used: used === '*' ? undefined : Date.parse(used),
      label,
    }));
  }

  async revoke(id: string): Promise<void> {
    await this.ask('TOKEN', ['REVOKE', id], 'REVOKED');
  }

  async sessions(): Promise<Session[]> {
    const lines = await this.ask('SESSION', ['LIST'], 'ENTRY');
    return lines.map(({ params: [, id = '', which = '', protocol = '', since = '', address = '', device = '', token = '*', software = ''] }) => ({
      id,
      isThis: which === 'this',
      protocol,
      since: Date.parse(since),
      address,
      device: device === '*' ? '' : device,
      software,
      token: token === '*' ? undefined : token,
    }));
  }

  /** Ends a session. The server revokes the token by which it came, so that it does not come back. */
  async end(session: Session): Promise<void> {
    await this.ask('SESSION', ['END', session.id], 'ENDED');
  }

  /** Changes the password. All tokens are void then, and this session stays. */
  async changePassword(present: string, next: string): Promise<void> {
    // A word in the middle of a line can have no space: both are written in letters that have none.
    await this.ask('PASSWORD', ['*', base64(present), base64(next)], 'CHANGED');
  }

  /** Whether one stays in the channels while one is away (draft/persistence). */
  async persist(choice: 'ON' | 'OFF' | 'DEFAULT'): Promise<void> {
    await this.connection.ask(message('PERSISTENCE', ['SET', choice]));
  }

  private async ask(command: string, params: string[], verb: string): Promise<Message[]> {
    const lines = messagesOf(await this.connection.ask(message(command, params)));
    const failure = lines.find((line) => line.command === 'FAIL' || /^[45]\d\d$/.test(line.command));
    if (failure) throw new Failure(failure.command === 'FAIL' ? (failure.params[1] ?? '') : failure.command, failure.params.at(-1) ?? '');
    return lines.filter((line) => line.command === command && line.params[0] === verb);
  }
}
