import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { findEmoji, QUICK } from '../chat/emoji.ts';
import { useApp } from './app-context.ts';
import { Dialog } from './dialog.tsx';

/** All emoji of the table, found by their names. */
export function EmojiPicker({ onPick, onClose }: { onPick: (emoji: string) => void; onClose: () => void }): JSX.Element {
  const { words } = useApp();
  const [part, setPart] = useState('');
  const found = findEmoji(part, 600).filter((emoji, index, all) => all.findIndex((other) => other.sign === emoji.sign) === index);
  return (
    <Dialog title={words.composer.emoji} closeLabel={words.settings.close} onClose={onClose} class="dialog-emoji">
      <input type="search" class="input" aria-label={words.composer.emoji} placeholder="smile, heart, tea…" value={part} autofocus onInput={(event) => setPart(event.currentTarget.value)} />
      {part === '' && (
        <div class="emoji-grid emoji-quick">
          {QUICK.map((emoji) => (
            <button type="button" key={emoji} onClick={() => onPick(emoji)}>
              {emoji}
            </button>
          ))}
        </div>
      )}
      <div class="emoji-grid" data-testid="emoji-grid">
        {found.map((emoji) => (
          <button type="button" key={emoji.name} title={emoji.name} aria-label={emoji.name} onClick={() => onPick(emoji.sign)}>
            {emoji.sign}
          </button>
        ))}
      </div>
    </Dialog>
  );
}
