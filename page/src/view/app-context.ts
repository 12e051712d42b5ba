import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Client } from '../client/client.ts';
import type { Settings } from '../settings/settings.ts';
import { LANGUAGES, languageOf, type Language, type Words } from '../words/words.ts';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly isError: boolean;
}

/** Which part of the page lies over the chat. */
export type Panel = 'none' | 'settings' | 'jump' | 'search' | 'console';

/** What all parts of the page know. */
export class App {
  /** Rises when the client has changed. Whoever reads the client reads this first. */
  readonly revision = signal(0);
  readonly toasts = signal<readonly Toast[]>([]);
  readonly panel = signal<Panel>('none');
  /** On a small screen: what slides over the messages. */
  readonly drawer = signal<'none' | 'conversations' | 'members'>('none');
  readonly showsMembers = signal(true);
  /** The message that one answers to, by conversation. */
  readonly replies = signal<ReadonlyMap<string, string>>(new Map());
  /** The message to jump to, and light up. */
  readonly target = signal<{ conversation: string; message: string } | undefined>(undefined);
  /** What is said to those who hear the page. */
  readonly announcement = signal('');
  readonly language: ReadonlySignal<Language>;
  readonly words: ReadonlySignal<Words>;
  /** What is being written, by conversation, so that looking elsewhere loses nothing. */
  readonly drafts = new Map<string, string>();
  /** What was sent, newest last; the up arrow recalls it. */
  readonly sent: string[] = [];
  /** What was run at the console, so that another look at the log loses nothing. */
  readonly consoleHistory: { line: string; output: readonly string[] }[] = [];
  private toastCount = 0;

  constructor(
    readonly client: Client,
    readonly settings: Signal<Settings>,
    browserLanguages: readonly string[],
  ) {
    this.language = computed(() => languageOf(this.settings.value.language, browserLanguages));
    this.words = computed(() => LANGUAGES[this.language.value]);
  }

  toast(text: string, isError = false): void {
    const id = (this.toastCount += 1);
    this.toasts.value = [...this.toasts.value.slice(-3), { id, text, isError }];
    setTimeout(() => this.dismiss(id), isError ? 9_000 : 5_000);
  }

  dismiss(id: number): void {
    this.toasts.value = this.toasts.value.filter((toast) => toast.id !== id);
  }

  replyTo(conversation: string, message: string | undefined): void {
    const next = new Map(this.replies.value);
    if (message === undefined) next.delete(conversation);
    else next.set(conversation, message);
    this.replies.value = next;
  }

  /** Forgets all of whoever was here. What people choose for this browser stays. */
  forget(): void {
    this.drafts.clear();
    this.sent.length = 0;
    this.consoleHistory.length = 0;
    this.replies.value = new Map();
    this.toasts.value = [];
    this.target.value = undefined;
    this.announcement.value = '';
    this.panel.value = 'none';
    this.drawer.value = 'none';
  }

  show(name: string): void {
    this.client.show(name);
    this.drawer.value = 'none';
    this.panel.value = 'none';
  }
}

export const AppContext = createContext<App | undefined>(undefined);

/** The page's parts are drawn again when the client changes. */
export function useApp(): { app: App; client: Client; words: Words } {
  const app = useContext(AppContext);
  if (!app) throw new Error('there is no page around this part');
  void app.revision.value;
  return { app, client: app.client, words: app.words.value };
}
