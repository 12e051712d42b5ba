import type { JSX } from 'preact';
import type { Conversation } from '../chat/conversation.ts';
import { useApp } from './app-context.ts';
import { Avatar } from './avatar.tsx';
import { Icon, IconButton } from './icons.tsx';

/** Channels by name, people by who spoke last. */
export function ordered(conversations: Iterable<Conversation>): { channels: Conversation[]; people: Conversation[] } {
  const all = [...conversations];
  const channels = all.filter((conversation) => conversation.isChannel).sort((one, other) => one.name.localeCompare(other.name));
  const people = all.filter((conversation) => !conversation.isChannel).sort((one, other) => other.lastTime - one.lastTime || one.name.localeCompare(other.name));
  return { channels, people };
}

export function Sidebar(): JSX.Element {
  const { app, client, words } = useApp();
  const { channels, people } = ordered(client.chat.conversations.values());
  return (
    <nav class="sidebar" aria-label={words.sidebar.label} data-testid="sidebar" tabIndex={-1}>
      <div class="sidebar-head">
        <img src="/favicon.svg" alt="" width="26" height="26" />
        <strong class="sidebar-network">{client.connection.support.network === 'IRC' ? 'Veche' : client.connection.support.network}</strong>
        <IconButton icon="close" label={words.settings.close} class="only-small" onClick={() => (app.drawer.value = 'none')} />
      </div>
      <button type="button" class="jump-button" onClick={() => (app.panel.value = 'jump')}>
        <Icon name="search" />
        <span>{words.sidebar.jump}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div class="sidebar-lists">
        <Section title={words.sidebar.channels} list={channels} onAdd={() => (app.panel.value = 'jump')} />
        <Section title={words.sidebar.people} list={people} />
        {people.length === 0 && <p class="sidebar-empty">{words.sidebar.noPeople}</p>}
      </div>
      <Own />
    </nav>
  );
}

function Section({ title, list, onAdd }: { title: string; list: readonly Conversation[]; onAdd?: () => void }): JSX.Element {
  const { words } = useApp();
  return (
    <section>
      <div class="section-head">
        <h2>{title}</h2>
        {onAdd && <IconButton icon="plus" label={words.sidebar.join} onClick={onAdd} />}
      </div>
      <ul>
        {list.map((conversation) => (
          <Line key={conversation.name} conversation={conversation} />
        ))}
      </ul>
    </section>
  );
}

function Line({ conversation }: { conversation: Conversation }): JSX.Element {
  const { app, client, words } = useApp();
  const { name, isChannel, unread, mentions } = conversation;
  const isActive = client.current === conversation;
  const isLoud = mentions > 0 || (!isChannel && unread > 0);
  const count = isLoud && isChannel ? mentions : unread;
  const waiting = client.queue.in(name, (text) => client.chat.fold(text)).length;
  return (
    <li class={`line ${isActive ? 'line-active' : ''} ${unread > 0 ? 'line-unread' : ''} ${conversation.isJoined ? '' : 'line-away'}`}>
      <button type="button" class="line-button" aria-current={isActive ? 'page' : undefined} onClick={() => app.show(name)} data-testid="conversation" data-name={name}>
        {isChannel ? <Icon name="hash" /> : <Avatar name={name} small presence={conversation.isOnline === undefined ? undefined : conversation.isOnline && !conversation.isAway ? 'here' : 'away'} />}
        <span class="line-name">{isChannel ? name.replace(/^#/, '') : name}</span>
        {waiting > 0 && <Icon name="clock" />}
        {unread > 0 && (
          <span class={`badge ${isLoud ? 'badge-loud' : ''}`} data-testid="badge">
            <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
            <span class="hidden">{mentions > 0 && isChannel ? words.sidebar.mentions(mentions) : words.sidebar.unread(unread)}</span>
          </span>
        )}
      </button>
      {!isChannel && <IconButton icon="close" label={words.sidebar.close} class="line-close" onClick={() => client.close(name)} />}
    </li>
  );
}

/** Oneself, and the way to the settings. */
function Own(): JSX.Element {
  const { app, client, words } = useApp();
  const { nick, isAway } = client.chat;
  // What is opened from a drawer does not stay behind it.
  const open = (panel: 'console' | 'settings') => {
    app.drawer.value = 'none';
    app.panel.value = panel;
  };
  const isHere = client.connection.standing.kind === 'online' && !isAway;
  return (
    <div class="own">
      <Avatar name={nick} presence={isHere ? 'here' : 'away'} />
      <div class="own-name">
        <strong data-testid="own-name">{nick}</strong>
        <span class="soft">{client.connection.standing.kind !== 'online' ? words.header.offline : isAway ? words.header.away : words.header.online}</span>
      </div>
      {client.console.isThere && <IconButton icon="terminal" label={words.sidebar.console} onClick={() => open('console')} />}
      <IconButton icon="settings" label={words.sidebar.settings} onClick={() => open('settings')} />
    </div>
  );
}
