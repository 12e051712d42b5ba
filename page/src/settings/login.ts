import { readObject, writeText } from './storage.ts';

/** What lets the page come back by itself. */
export interface Login {
  readonly name: string;
  readonly secret: string;
  /** The id of the token that the secret is; undefined when it is the password. */
  readonly token: string | undefined;
}

const KEY = 'veche.login';
const NAME = 'veche.name';

/**
 * Keeps how somebody is logged in: a token, which can be revoked, for this browser; a password for
 * this tab only, as long as it is open.
 */
export class LoginKeep {
  constructor(
    private readonly lasting: Storage,
    private readonly passing: Storage,
  ) {}

  read(): Login | undefined {
    for (const storage of [this.passing, this.lasting]) {
      const { name, secret, token } = readObject(storage, KEY);
      if (typeof name === 'string' && typeof secret === 'string') {
        return { name, secret, token: typeof token === 'string' ? token : undefined };
      }
    }
    return undefined;
  }

  /** Keeps a password until there is a token in its place. What other tabs come back by stays. */
  writeForNow(login: Login): void {
    writeText(this.passing, KEY, JSON.stringify(login));
  }

  write(login: Login): void {
    this.forgetAll();
    writeText(login.token === undefined ? this.passing : this.lasting, KEY, JSON.stringify(login));
    writeText(this.lasting, NAME, login.name);
  }

  /** Forgets a secret, and keeps the name for the next time. What another tab has put in its place stays. */
  forget(login: Login | undefined): void {
    for (const storage of [this.lasting, this.passing]) {
      if (readObject(storage, KEY)['secret'] === login?.secret) storage.removeItem(KEY);
    }
  }

  private forgetAll(): void {
    this.lasting.removeItem(KEY);
    this.passing.removeItem(KEY);
  }

  get lastName(): string {
    return this.lasting.getItem(NAME) ?? '';
  }
}
