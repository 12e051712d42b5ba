import { signal } from '@preact/signals';
import { base64 } from '../wire/bytes.ts';
import type { App } from './app-context.ts';

export interface Upload {
  readonly id: number;
  readonly conversation: string;
  readonly file: File;
  /** Where the browser has it, for the preview. */
  readonly preview: string;
  readonly percent: number | undefined;
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
    const fresh = files.map((file): Upload => ({ id: (this.count += 1), conversation, file, preview: URL.createObjectURL(file), percent: undefined, error: undefined }));
    this.items.value = [...this.items.value, ...fresh];
  }

  remove(id: number): void {
    const item = this.items.value.find((other) => other.id === id);
    if (item) URL.revokeObjectURL(item.preview);
    this.items.value = this.items.value.filter((other) => other.id !== id);
  }

  /** Uploads all that is there for a conversation, one after the other, and says where it is. */
  sendAll(conversation: string): void {
    void this.sendInTurn(this.items.value.filter((item) => item.conversation === conversation && item.percent === undefined));
  }

  private async sendInTurn(items: readonly Upload[]): Promise<void> {
    for (const item of items) {
      this.change(item.id, { percent: 0, error: undefined });
      try {
        const address = await this.post(item);
        this.app.client.say(item.conversation, address);
        this.remove(item.id);
      } catch (failure) {
        this.change(item.id, { percent: undefined, error: failure instanceof Error ? failure.message : String(failure) });
      }
    }
  }

  /** XMLHttpRequest, because fetch does not tell how far an upload is. */
  private post(item: Upload): Promise<string> {
    const { host } = this;
    const { login } = this.app.client;
    return new Promise((resolve, reject) => {
      if (!host || !login) return reject(new Error(this.app.words.value.upload.tooOld));
      const request = new XMLHttpRequest();
      request.open('POST', host.href);
      request.setRequestHeader('Authorization', `Basic ${base64(`${login.name}:${login.secret}`)}`);
      request.setRequestHeader('Content-Type', item.file.type || 'application/octet-stream');
      request.setRequestHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(item.file.name)}`);
      request.upload.onprogress = (event) => this.change(item.id, { percent: event.total > 0 ? Math.round((event.loaded / event.total) * 100) : 0 });
      request.onerror = () => reject(new Error(this.app.words.value.standing.offline));
      request.onload = () => {
        const address = request.getResponseHeader('Location');
        if (request.status === 201 && address) resolve(new URL(address, host).href);
        else reject(new Error(this.app.words.value.upload.status[request.status] ?? `${request.status} ${request.statusText}`));
      };
      request.send(item.file);
    });
  }

  private change(id: number, part: Partial<Upload>): void {
    this.items.value = this.items.value.map((item) => (item.id === id ? { ...item, ...part } : item));
  }
}
