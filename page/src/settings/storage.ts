/** What there is where the browser keeps nothing: it is forgotten when the page is closed. */
export class MemoryStorage implements Storage {
  private readonly map = new Map<string, string>();
  get length() {
    return this.map.size;
  }
  clear = () => this.map.clear();
  getItem = (key: string) => this.map.get(key) ?? null;
  key = (index: number) => [...this.map.keys()][index] ?? null;
  removeItem = (key: string) => void this.map.delete(key);
  setItem = (key: string, value: string) => void this.map.set(key, value);
}

/** A storage of the browser's. Where people forbid it, asking for it throws already. */
export function storageFrom(browser: () => Storage): Storage {
  try {
    return browser();
  } catch {
    return new MemoryStorage();
  }
}

/** Reads what was written as JSON. What cannot be read counts as nothing. */
export function readObject(storage: Storage, key: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(storage.getItem(key) ?? '{}');
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Writes, where the browser lets: a full storage is no reason to stop. */
export function writeText(storage: Storage, key: string, text: string): void {
  try {
    storage.setItem(key, text);
  } catch {
    // The page works on; it only forgets this when it is closed.
  }
}
