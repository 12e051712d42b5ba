/** What the server says of itself in 005 (https://modern.ircdocs.horse/#rplisupport-parameters). */
export class Support {
  private readonly tokens = new Map<string, string>();

  /** Takes the tokens of a line of 005: without the nickname before and the words behind. */
  learn(tokens: readonly string[]): void {
    for (const token of tokens) {
      if (token.startsWith('-')) {
        this.tokens.delete(token.slice(1));
        continue;
      }
      const equals = token.indexOf('=');
      const key = equals < 0 ? token : token.slice(0, equals);
      const value = equals < 0 ? '' : token.slice(equals + 1);
      this.tokens.set(key, value.replace(/\\x([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))));
    }
  }

  text(key: string): string | undefined {
    return this.tokens.get(key);
  }

  number(key: string, otherwise: number): number {
    const value = Number(this.tokens.get(key) || Number.NaN);
    return Number.isFinite(value) ? value : otherwise;
  }

  get network(): string {
    return this.tokens.get('NETWORK') || 'IRC';
  }

  isChannel(name: string): boolean {
    return name !== '' && (this.tokens.get('CHANTYPES') ?? '#&').includes(name.charAt(0));
  }

  /** Letters of modes and signs of ranks, the highest first. */
  get ranks(): { letters: string; signs: string } {
    const match = /^\((.*)\)(.*)$/.exec(this.tokens.get('PREFIX') ?? '(ov)@+');
    return { letters: match?.[1] ?? '', signs: match?.[2] ?? '' };
  }

  /** Whether a mode of a channel has a parameter when it is set, and when it is taken away. */
  hasParameter(letter: string, isAdded: boolean): boolean {
    const [lists = '', always = '', whenSet = ''] = (this.tokens.get('CHANMODES') ?? 'b,k,l,').split(',');
    if (this.ranks.letters.includes(letter) || lists.includes(letter) || always.includes(letter)) return true;
    return isAdded && whenSet.includes(letter);
  }

  /** The form in which names are compared. */
  fold(name: string): string {
    const lower = name.toLowerCase();
    if (this.tokens.get('CASEMAPPING') !== 'rfc1459') return lower;
    return lower.replace(/[[\]\\~]/g, (sign) => ({ '[': '{', ']': '}', '\\': '|', '~': '^' })[sign] ?? sign);
  }
}
