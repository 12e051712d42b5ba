import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useApp } from './app-context.ts';
import { Dialog } from './dialog.tsx';

/** Whether a link is an image that this very server keeps. Nothing is loaded from elsewhere. */
export function isOwnImage(href: string, host: string | undefined, page: string): boolean {
  if (host === undefined) return false;
  try {
    const link = new URL(href);
    const files = new URL(host, page);
    const folder = files.pathname.replace(/\/?$/, '/');
    return link.origin === new URL(page).origin && link.pathname.startsWith(folder) && /\.(png|jpe?g|gif|webp|avif)$/i.test(link.pathname);
  } catch {
    return false;
  }
}

/** An image under a message, or `instead` where there is none to show. A click shows it large. */
export function Picture({ href, instead }: { href: string; instead?: JSX.Element }): JSX.Element | null {
  const { client, words } = useApp();
  const [isLarge, setLarge] = useState(false);
  const [isBroken, setBroken] = useState(false);
  if (isBroken || !isOwnImage(href, client.connection.support.text('draft/FILEHOST'), location.href)) return instead ?? null;
  return (
    <>
      <button type="button" class="picture" onClick={() => setLarge(true)} aria-label={words.messages.openImage}>
        <img src={href} alt={words.messages.image} loading="lazy" onError={() => setBroken(true)} data-testid="picture" />
      </button>
      {isLarge && (
        <Dialog title={words.messages.image} closeLabel={words.settings.close} onClose={() => setLarge(false)} class="dialog-picture">
          <img src={href} alt={words.messages.image} />
        </Dialog>
      )}
    </>
  );
}
