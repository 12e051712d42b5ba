import type { JSX } from 'preact';
import type { Conversation } from '../chat/conversation.ts';
import { plainText } from '../chat/formatting.ts';
import { useApp } from './app-context.ts';
import { Avatar } from './avatar.tsx';
import { Icon, IconButton } from './icons.tsx';
import { RichText } from './rich-text.tsx';

/** Where one is: its name and topic, and what can be done there. */
export function Header({ conversation }: { conversation: Conversation | undefined }): JSX.Element {
  const { app, client, words } = useApp();
  const unread = [...client.chat.conversations.values()].some((other) => other !== conversation && (other.mentions > 0 || (!other.isChannel && other.unread > 0)));
  return (
    <header class="header">
      <span class="only-small menu-button">
        <IconButton icon="menu" label={words.sidebar.open} onClick={() => (app.drawer.value = 'conversations')} />
        {unread && <span class="menu-dot" />}
      </span>
      {conversation && (
        <div class="header-words">
          <h1>
            {conversation.isChannel ? <Icon name="hash" /> : <Avatar name={conversation.name} small />}
            <span>{conversation.isChannel ? conversation.name.replace(/^#/, '') : conversation.name}</span>
          </h1>
          <Subtitle conversation={conversation} />
        </div>
      )}
      {conversation && (
        <div class="header-tools">
          {client.connection.capabilities.has('soju.im/search') && (
            <IconButton icon="search" label={words.header.search} isPressed={app.panel.value === 'search'} onClick={() => (app.panel.value = app.panel.value === 'search' ? 'none' : 'search')} />
          )}
          {conversation.isChannel && <IconButton icon="leave" label={words.header.leave} class="not-phone" onClick={() => client.part(conversation.name)} />}
          {conversation.isChannel && <MembersButton conversation={conversation} />}
        </div>
      )}
    </header>
  );
}

function Subtitle({ conversation }: { conversation: Conversation }): JSX.Element | null {
  const { words } = useApp();
  if (!conversation.isChannel) {
    if (conversation.isOnline === undefined) return null;
    const state = !conversation.isOnline ? words.header.offline : conversation.isAway ? words.header.away : words.header.online;
    return <p class="topic">{conversation.isAway && conversation.awayText ? `${state}: ${conversation.awayText}` : state}</p>;
  }
  if (conversation.topic === '') return null;
  return (
    <p class="topic" title={plainText(conversation.topic)} data-testid="topic">
      <RichText text={conversation.topic} isOneLine />
    </p>
  );
}

/** On a wide screen the members stand beside the messages, on others they slide over them. */
function MembersButton({ conversation }: { conversation: Conversation }): JSX.Element {
  const { app, words } = useApp();
  const toggle = () => {
    if (matchMedia('(min-width: 1100px)').matches) app.showsMembers.value = !app.showsMembers.value;
    else app.drawer.value = app.drawer.value === 'members' ? 'none' : 'members';
  };
  return (
    <button type="button" class="members-button" onClick={toggle} title={words.header.members(conversation.members.size)} aria-label={words.header.members(conversation.members.size)} data-testid="members-button">
      <Icon name="people" />
      <span aria-hidden="true">{conversation.members.size}</span>
    </button>
  );
}
