/** How characters look (https://modern.ircdocs.horse/formatting.html). */
export interface Style {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly mono: boolean;
  /** 0 to 15; other colours are left out. */
  readonly colour: number | undefined;
}

export interface Run {
  readonly text: string;
  readonly style: Style;
}

export const PLAIN: Style = { bold: false, italic: false, underline: false, strike: false, mono: false, colour: undefined };

const CODES = /\x03(?:(\d{1,2})(?:,\d{1,2})?)?|\x04(?:[0-9a-fA-F]{6}(?:,[0-9a-fA-F]{6})?)?|[\x02\x0f\x11\x16\x1d\x1e\x1f]/g;

const TOGGLES = new Map<string, 'bold' | 'italic' | 'underline' | 'strike' | 'mono'>([
  ['\x02', 'bold'],
  ['\x1d', 'italic'],
  ['\x1f', 'underline'],
  ['\x1e', 'strike'],
  ['\x11', 'mono'],
]);

/** Takes the codes out of a text, and says what they mean for what is behind them. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let style = PLAIN;
  let at = 0;
  const put = (end: number) => {
    const part = clean(text.slice(at, end));
    if (part !== '') runs.push({ text: part, style });
  };
  for (const match of text.matchAll(CODES)) {
    put(match.index);
    at = match.index + match[0].length;
    style = after(style, match[0], match[1]);
  }
  put(text.length);
  return runs;
}

function after(style: Style, code: string, colour: string | undefined): Style {
  const toggled = TOGGLES.get(code);
  if (toggled) return { ...style, [toggled]: !style[toggled] };
  if (code === '\x0f') return PLAIN;
  if (code.startsWith('\x03')) return { ...style, colour: colour !== undefined && Number(colour) < 16 ? Number(colour) : undefined };
  return style;
}

/** Without control characters, and without those that turn the direction of what comes after. */
function clean(text: string): string {
  return text.replace(/[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]/g, '');
}

export function plainText(text: string): string {
  return runsOf(text)
    .map((run) => run.text)
    .join('');
}
