import type { JSX } from 'preact';
import { useApp } from './app-context.ts';
import { IconButton } from './icons.tsx';

/** Words that belong nowhere in the chat. They go by themselves. */
export function Toasts(): JSX.Element {
  const { app, words } = useApp();
  return (
    <div class="toasts" role="status" aria-live="polite">
      {app.toasts.value.map((toast) => (
        <div key={toast.id} class={`toast ${toast.isError ? 'toast-error' : ''}`} data-testid="toast">
          <span>{toast.text}</span>
          <IconButton icon="close" label={words.page.dismiss} onClick={() => app.dismiss(toast.id)} />
        </div>
      ))}
    </div>
  );
}
