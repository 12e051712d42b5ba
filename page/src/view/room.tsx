import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useApp } from './app-context.ts';
import { Banner } from './banner.tsx';
import { Composer } from './composer.tsx';
import { ConsoleView } from './console-view.tsx';
import { Header } from './header.tsx';
import { Jump } from './jump.tsx';
import { Members } from './members.tsx';
import { Messages } from './messages.tsx';
import { Search } from './search.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { Sidebar } from './sidebar.tsx';
import type { Uploads } from './uploads.ts';

/** The chat: conversations, messages, members, and what lies over them. */
export function Room({ uploads }: { uploads: Uploads }): JSX.Element {
  const { app, client, words } = useApp();
  const conversation = client.current;
  const panel = app.panel.value;
  const drawer = app.drawer.value;
  const hasMembers = conversation?.isChannel === true && app.showsMembers.value && panel !== 'search' && panel !== 'console';
  return (
    <div class={`room drawer-${drawer} ${hasMembers ? 'room-members' : ''} ${panel === 'search' ? 'room-search' : ''}`}>
      <button type="button" class="skip" onClick={() => document.querySelector<HTMLElement>('.scroller')?.focus()}>
        {words.page.skip}
      </button>
      <Sidebar />
      {panel === 'console' ? (
        <main class="main">
          <Banner />
          <ConsoleView />
        </main>
      ) : (
        <Middle uploads={uploads} />
      )}
      {conversation?.isChannel && panel !== 'search' && panel !== 'console' && <Members conversation={conversation} />}
      {panel === 'search' && <Search conversation={conversation} />}
      {drawer !== 'none' && <div class="veil" onClick={() => (app.drawer.value = 'none')} />}
      {panel === 'jump' && <Jump />}
      {panel === 'settings' && <SettingsDialog />}
    </div>
  );
}

/** The middle takes files that are dropped on it. */
function Middle({ uploads }: { uploads: Uploads }): JSX.Element {
  const { app, client, words } = useApp();
  const [isOver, setOver] = useState(false);
  const conversation = client.current;
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (conversation) uploads.add(conversation.name, [...(event.dataTransfer?.files ?? [])]);
  };
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    setOver(uploads.isPossible);
  };
  return (
    <main class="main" onDragOver={onDragOver} onDragLeave={() => setOver(false)} onDrop={onDrop}>
      <Banner />
      <Header conversation={conversation} />
      {conversation ? (
        <>
          <Messages key={`messages ${conversation.name}`} conversation={conversation} />
          <Composer key={`composer ${conversation.name}`} conversation={conversation} uploads={uploads} />
        </>
      ) : (
        <div class="nowhere">
          <h2>{words.messages.nowhere}</h2>
          <p class="soft">{words.messages.nowhereHint}</p>
          <button type="button" class="button button-main" onClick={() => (app.panel.value = 'jump')}>
            {words.sidebar.join}
          </button>
        </div>
      )}
      {isOver && <div class="drop">{words.upload.drop}</div>}
    </main>
  );
}
