import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { isTarget } from '../client/sending.ts';
import { useApp } from './app-context.ts';
import { Avatar } from './avatar.tsx';
import { Dialog } from './dialog.tsx';
import { Icon } from './icons.tsx';
import { ordered } from './sidebar.tsx';

interface Goal {
  readonly name: string;
  readonly label: string;
  readonly isChannel: boolean;
  readonly unread: number;
}

/** How many goals are listed. */
const MOST = 9;

/** Ctrl-K: a few letters, Enter, and one is there. Names that there are not yet can be gone to as well. */
export function Jump(): JSX.Element {
  const { app, client, words } = useApp();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const goals = useGoals(text.trim());
  const go = (goal: Goal | undefined) => {
    if (!goal) return;
    app.show(goal.name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setChosen((chosen + 1) % Math.max(1, goals.length));
    else if (event.key === 'ArrowUp') setChosen((chosen + goals.length - 1) % Math.max(1, goals.length));
    else if (event.key === 'Enter') go(goals[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={words.jump.title} closeLabel={words.settings.close} onClose={() => (app.panel.value = 'none')} class="dialog-jump" hidesTitle>
      <div class="jump-field">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-expanded={true}
          aria-controls="goals"
          aria-activedescendant={goals.length > 0 ? `goal-${chosen}` : undefined}
          aria-label={words.jump.field}
          placeholder={words.jump.field}
          autofocus
          spellcheck={false}
          value={text}
          onKeyDown={onKeyDown}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setChosen(0);
          }}
          data-testid="jump-field"
        />
      </div>
      <ul id="goals" role="listbox" aria-label={words.jump.title} class="goals">
        {goals.map((goal, index) => (
          <li key={goal.name + goal.label} id={`goal-${index}`} role="option" aria-selected={index === chosen} onClick={() => go(goal)} onMouseMove={() => setChosen(index)}>
            {goal.isChannel ? <Icon name="hash" /> : <Avatar name={goal.name} small />}
            <span>{goal.label}</span>
            {goal.unread > 0 && <span class="badge">{goal.unread}</span>}
          </li>
        ))}
      </ul>
      {goals.length === 0 && <p class="soft jump-none">{words.jump.none}</p>}
    </Dialog>
  );

  function useGoals(part: string): Goal[] {
    const { channels, people } = ordered(client.chat.conversations.values());
    const known = [...channels, ...people].map((conversation): Goal => ({ name: conversation.name, label: conversation.name, isChannel: conversation.isChannel, unread: conversation.unread }));
    const low = part.toLowerCase();
    const found = known.filter((goal) => goal.name.toLowerCase().includes(low)).sort((one, other) => Number(other.unread > 0) - Number(one.unread > 0));
    if (/\s/.test(part) || !isTarget(part)) return found.slice(0, MOST);
    const isNew = (name: string) => !known.some((goal) => client.chat.fold(goal.name) === client.chat.fold(name));
    const channel = client.chat.support.isChannel(part) ? part : `#${part}`;
    const extra: Goal[] = [];
    if (isNew(channel)) extra.push({ name: channel, label: words.jump.join(channel), isChannel: true, unread: 0 });
    if (!client.chat.support.isChannel(part) && isNew(part)) extra.push({ name: part, label: words.jump.write(part), isChannel: false, unread: 0 });
    return [...found.slice(0, MOST - extra.length), ...extra];
  }
}
