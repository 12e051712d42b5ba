import type { JSX } from 'preact';

/** Strokes of icons on a field of 24 by 24. */
const PATHS = {
  hash: 'M4 9h16M4 15h16M10 3 8 21M16 3l-2 18',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM5 20c.6-3.400 3.500-5 7-5s6.400 1.600 7 5',
  people: 'M9 12a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM2.500 19c.5-3 3-4.500 6.500-4.500s6 1.500 6.500 4.500M16 5.300a3.500 3.500 0 0 1 0 6.400M17.500 14.800c2.200.6 3.600 2 4 4.200',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM20 20l-4-4',
  settings: 'M4 7h9M19 7h1M4 17h1M11 17h9M16 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 20a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  terminal: 'M5 7l5 5-5 5M12 17h7',
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6 6 18',
  menu: 'M4 7h16M4 12h16M4 17h16',
  send: 'M5 12 4 4.500 21 12 4 19.500 5 12Zm0 0h8',
  reply: 'M10 6 4 12l6 6M4.500 12H14c3.500 0 6 2 6 6',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8.500 14c.8 1.300 2 2 3.500 2s2.700-.7 3.500-2M9 9.500v.1M15 9.500v.1',
  copy: 'M9 9h10v11H9zM15 9V4H5v11h4',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  down: 'M12 5v14M6 13l6 6 6-6',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-2.500 4 3.500M15.500 9v.1',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3 2',
  alert: 'M12 4 2.500 20h19L12 4ZM12 10v5M12 17.500v.1',
  leave: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  eye: 'M2 12s3.500-6.500 10-6.500S22 12 22 12s-3.500 6.500-10 6.500S2 12 2 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  bell: 'M6 17V11a6 6 0 1 1 12 0v6l1.500 2h-15L6 17ZM10 21h4',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside words, or in a button that has a label. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly isPressed?: boolean;
  readonly class?: string;
  readonly testId?: string;
}

export function IconButton({ icon, label, onClick, isPressed, class: extra = '', testId }: IconButtonProps): JSX.Element {
  return (
    <button type="button" class={`icon-button ${extra}`} aria-label={label} title={label} aria-pressed={isPressed} onClick={onClick} data-testid={testId}>
      <Icon name={icon} />
    </button>
  );
}
