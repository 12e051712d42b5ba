/** What the page makes use of. It works without any of them, with less. */
export const WANTED: readonly string[] = [
  'account-notify',
  'account-tag',
  'away-notify',
  'batch',
  'cap-notify',
  'chghost',
  'draft/account-registration',
  'draft/channel-rename',
  'draft/chathistory',
  'draft/event-playback',
  'draft/extended-isupport',
  'draft/message-redaction',
  'draft/multiline',
  'draft/persistence',
  'draft/read-marker',
  'echo-message',
  'extended-join',
  'extended-monitor',
  'invite-notify',
  'labeled-response',
  'message-tags',
  'multi-prefix',
  'sasl',
  'server-time',
  'setname',
  'soju.im/search',
  'standard-replies',
  'veche.chat/console',
  'veche.chat/sessions',
];

/** What the server offers and what was agreed on (https://ircv3.net/specs/extensions/capability-negotiation). */
export class Capabilities {
  private readonly offered = new Map<string, string>();
  private readonly agreed = new Set<string>();

  offer(words: string): void {
    for (const word of words.split(' ').filter(Boolean)) {
      const equals = word.indexOf('=');
      this.offered.set(equals < 0 ? word : word.slice(0, equals), equals < 0 ? '' : word.slice(equals + 1));
    }
  }

  withdraw(words: string): void {
    for (const name of words.split(' ')) {
      this.offered.delete(name);
      this.agreed.delete(name);
    }
  }

  agree(words: string): void {
    for (const name of words.split(' ').filter(Boolean)) {
      if (name.startsWith('-')) this.agreed.delete(name.slice(1));
      else this.agreed.add(name);
    }
  }

  /** What to ask for now. */
  wishes(): string[] {
    return WANTED.filter((name) => this.offered.has(name) && !this.agreed.has(name));
  }

  has(name: string): boolean {
    return this.agreed.has(name);
  }

  isOffered(name: string): boolean {
    return this.offered.has(name);
  }

  /** A value in the list behind a capability, as `max-bytes` of `draft/multiline=max-bytes=8192,max-lines=100`. */
  value(name: string, key: string): string | undefined {
    for (const part of (this.offered.get(name) ?? '').split(',')) {
      const equals = part.indexOf('=');
      if ((equals < 0 ? part : part.slice(0, equals)) === key) return equals < 0 ? '' : part.slice(equals + 1);
    }
    return undefined;
  }
}
