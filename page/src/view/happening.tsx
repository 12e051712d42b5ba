import type { JSX } from 'preact';
import type { Happening } from '../chat/entry.ts';
import { plainText } from '../chat/formatting.ts';
import type { Words } from '../words/words.ts';
import { useApp } from './app-context.ts';
import { clockTime } from './times.ts';

/** What happened, in words. */
export function wording(entry: Happening, words: Words): string {
  const { by, what } = entry;
  switch (what.name) {
    case 'joined':
      return words.events.joined(by);
    case 'parted':
      return words.events.parted(by, plainText(what.reason));
    case 'quit':
      return words.events.quit(by, plainText(what.reason));
    case 'renamed':
      return words.events.renamed(by, what.to);
    case 'kicked':
      return words.events.kicked(by, what.whom, plainText(what.reason));
    case 'topic':
      return words.events.topic(by, plainText(what.text));
    case 'mode':
      return words.events.mode(by, what.change);
    case 'channel renamed':
      return words.events.channelRenamed(by, what.to);
    case 'note':
      return plainText(what.text);
  }
}

/** Whether it is only of interest to those who want to see who comes and goes. */
export function isComing(entry: Happening): boolean {
  return ['joined', 'parted', 'quit', 'renamed', 'mode'].includes(entry.what.name);
}

export function HappeningRow({ entry }: { entry: Happening }): JSX.Element {
  const { app, words } = useApp();
  const isError = entry.what.name === 'note' && entry.what.isError;
  return (
    <div class={`happening ${isError ? 'happening-error' : ''} ${entry.what.name === 'note' ? 'happening-note' : ''}`}>
      <span>{wording(entry, words)}</span>
      <time dateTime={new Date(entry.time).toISOString()}>{clockTime(entry.time, app.language.value)}</time>
    </div>
  );
}
