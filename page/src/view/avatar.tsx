import type { JSX } from 'preact';
import { colourOf, initials } from '../chat/names.ts';

/** How many hues the style sheet has. */
const HUES = 12;

export function hueOf(name: string): string {
  return `hue-${colourOf(name, HUES)}`;
}

/** A face made from a name. The name always stands beside it, so it says nothing to those who hear. */
export function Avatar({ name, small = false, presence }: { name: string; small?: boolean; presence?: 'here' | 'away' | undefined }): JSX.Element {
  return (
    <span class={`avatar ${hueOf(name)} ${small ? 'avatar-small' : ''}`} aria-hidden="true">
      {initials(name)}
      {presence && <span class={`presence presence-${presence}`} />}
    </span>
  );
}
