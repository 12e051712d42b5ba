import { signal } from '@preact/signals';
import { base64 } from '../wire/bytes.ts';
import type { App } from './app-context.ts';

export interface Upload {
  readonly id: number;
  readonly conversation: string;
  readonly file: File;
  /** Where the browser has it, for the preview; undefined when it is no image. */
  readonly preview: string | undefined;
  /** Whether it is being uploaded, or those before it are. */
  readonly isUnderWay: boolean;
  /** Ends the upload, also before it has begun. */
  readonly end: AbortController;
  readonly error: string | undefined;
}

/** Images that are about to be sent, as `draft/FILEHOST` has it: they go to this server and to no other. */
export class Uploads {
  readonly items = signal<readonly Upload[]>([]);
  private count = 0;

  constructor(private readonly app: App) {}

  get host(): URL | undefined {
    const host = this.app.client.connection.support.text('draft/FILEHOST');
    if (!host) return undefined;
    try {
      const url = new URL(host, location.href);
      return url.origin === location.origin ? url : undefined;
    } catch {
      return undefined;
    }
  }

  get isPossible(): boolean {
    return this.host !== undefined;
  }

  add(conversation: string, files: readonly File[]): void {
    if (!this.isPossible) {
      if (files.length > 0) this.app.toast(this.app.words.value.upload.tooOld, true);
      return;
    }
    const fresh = files.map((file): Upload => ({ id: (this.count += 1), conversation, file, preview: file.type.startsWith('image/') ? URL.createObjectURL(file) : undefined, isUnderWay: false, end: new AbortController(), error: undefined }));
    this.items.value = [...this.items.value, ...fresh];
  }

  remove(id: number): void {
    const item = this.items.value.find((other) => other.id === id);
    item?.end.abort();
    if (item?.preview !== undefined) URL.revokeObjectURL(item.preview);
    this.items.value = this.items.value.filter((other) => other.id !== id);
  }

  forget(): void {
    for (const item of this.items.value) this.remove(item.id);
  }

  /** Uploads all that is there for a conversation, one after the other, and says where it is. */
  sendAll(conversation: string): void {
    void this.sendInTurn(this.items.value.filter((item) => item.conversation === conversation && !item.isUnderWay));
  }

  private async sendInTurn(items: readonly Upload[]): Promise<void> {
    for (const item of items) this.change(item.id, { isUnderWay: true, error: undefined });
    for (const item of items) {
      try {
        const address = await this.post(item);
        this.app.client.say(item.conversation, address);
        this.remove(item.id);
      } catch (failure) {
        this.change(item.id, { isUnderWay: false, error: failure instanceof Error ? failure.message : String(failure) });
      }
    }
  }

  /** Without what the browser keeps: else it would ask for a password by itself when this one is wrong. */
  private async post({ file, end }: Upload): Promise<string> {
    const { host } = this;
    const { login } = this.app.client;
    const { upload } = this.app.words.value;
    if (!host || !login) throw new Error(upload.tooOld);
    const request = fetch(host, {
      method: 'POST',
      credentials: 'omit',
      headers: {
        Authorization: `Basic ${base64(`${login.name}:${login.secret}`)}`,
        'Content-Type': file.type || 'application/octet-stream',
        'Content-Disposition': `attachment; filename*=UTF-8''${percentEncoded(file.name)}`,
      },
      body: file,
      signal: end.signal,
    });
    const answer = await request.catch(() => {
      throw new Error(upload.offline);
    });
    const address = answer.headers.get('Location');
    if (answer.status !== 201 || !address) throw new Error(upload.status[answer.status] ?? `${answer.status} ${answer.statusText}`);
    return new URL(address, host).href;
  }

  private change(id: number, part: Partial<Upload>): void {
    this.items.value = this.items.value.map((item) => (item.id === id ? { ...item, ...part } : item));
  }
}

/** A value of RFC 8187, in which fewer characters may stand as they are than in an address. */
function percentEncoded(text: string): string {
  const whole = text.replace(/\p{Surrogate}/gu, '\ufffd');
  return encodeURIComponent(whole).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
