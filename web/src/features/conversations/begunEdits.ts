import type { KeyedStorage } from '$platform/storage/keyedStorage';

/** What a message is to say, and the version it was when that was begun. */
export interface BegunEdit {
  readonly text: string;
  readonly version: number;
}

const PREFIX = 'edit.';

/** Edits that are begun and neither saved nor given up: kept in this browser at each keystroke, also over a reload. */
export class BegunEdits {
  readonly #storage: KeyedStorage;

  constructor(storage: KeyedStorage) {
    this.#storage = storage;
  }

  /** The messages of a chat that are being edited. */
  in(chatId: string): readonly number[] {
    const prefix = keyOf(chatId, '');
    return this.#storage.keys(prefix).map((key) => Number(key.slice(prefix.length)));
  }

  read(chatId: string, seq: number): BegunEdit | null {
    try {
      const value = this.#storage.get(keyOf(chatId, seq)) ?? 'null';
      const kept = JSON.parse(value) as Partial<BegunEdit> | null;
      const { text, version } = kept ?? {};
      return typeof text === 'string' && typeof version === 'number' ? { text, version } : null;
    } catch {
      return null;
    }
  }

  keep(chatId: string, seq: number, { text, version }: BegunEdit): void {
    this.#storage.set(keyOf(chatId, seq), JSON.stringify({ text, version }));
  }

  forget(chatId: string, seq: number): void {
    this.#storage.remove(keyOf(chatId, seq));
  }
}

function keyOf(chatId: string, seq: number | ''): string {
  return `${PREFIX}${chatId}/${String(seq)}`;
}
