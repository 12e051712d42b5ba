import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { IconButton } from './icons.tsx';

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly class?: string;
  readonly hidesTitle?: boolean;
  readonly children: ComponentChildren;
}

/** A dialog of the browser's own: it keeps the focus, Esc closes it, and so does a click outside. */
export function Dialog({ title, closeLabel, onClose, class: extra = '', hidesTitle = false, children }: DialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    const own = dialog.current;
    own?.showModal();
    return () => {
      // Closed by the browser, it has given the focus back, and it may be elsewhere again by now.
      const now = document.activeElement;
      const isLost = now === null || now === document.body || own?.contains(now);
      if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`dialog ${extra}`}
      aria-labelledby={id}
      onClose={onClose}
      onMouseDown={(event) => event.target === dialog.current && onClose()}
    >
      <div class="dialog-body">
        <header class={hidesTitle ? 'hidden' : 'dialog-head'}>
          <h2 id={id}>{title}</h2>
          {!hidesTitle && <IconButton icon="close" label={closeLabel} onClick={onClose} />}
        </header>
        {children}
      </div>
    </dialog>
  );
}

interface ConfirmProps {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly cancel: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function Confirm({ title, text, action, cancel, onConfirm, onClose }: ConfirmProps): JSX.Element {
  return (
    <Dialog title={title} closeLabel={cancel} onClose={onClose} class="dialog-small">
      <p>{text}</p>
      <div class="buttons">
        <button type="button" class="button" onClick={onClose}>
          {cancel}
        </button>
        <button
          type="button"
          class="button button-alert"
          onClick={() => {
            onConfirm();
            onClose();
          }}
        >
          {action}
        </button>
      </div>
    </Dialog>
  );
}
