import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { AppContext, useApp, type App } from './app-context.ts';
import { ComingBack, Entrance } from './entrance.tsx';
import { onPageKey } from './keyboard.ts';
import { Room } from './room.tsx';
import { Toasts } from './toasts.tsx';
import type { Uploads } from './uploads.ts';

export function Page({ app, uploads, lastName }: { app: App; uploads: Uploads; lastName: () => string }): JSX.Element {
  return (
    <AppContext.Provider value={app}>
      <Screens uploads={uploads} lastName={lastName} />
    </AppContext.Provider>
  );
}

function Screens({ uploads, lastName }: { uploads: Uploads; lastName: () => string }): JSX.Element {
  const { app, client } = useApp();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (onPageKey(app, event)) event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      {client.phase === 'in' ? <Room uploads={uploads} /> : client.phase === 'coming' && client.wasIn ? <ComingBack /> : <Entrance key={lastName()} lastName={client.login?.name ?? lastName()} />}
      <Toasts />
      <div class="hidden" role="status" aria-live="polite" data-testid="announcement">
        {app.announcement.value}
      </div>
    </>
  );
}
