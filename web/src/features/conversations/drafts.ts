import type { KeyedStorage } from '$platform/storage/keyedStorage';

const PREFIX = 'draft.';

/** What was typed and not sent, per chat; kept at each keystroke, also over a reload. */
export class Drafts {
  readonly #storage: KeyedStorage;

  constructor(storage: KeyedStorage) {
    this.#storage = storage;
  }

  read(chatId: string): string {
    return this.#storage.get(PREFIX + chatId) ?? '';
  }

  write(chatId: string, text: string): void {
    if (text === '') this.#storage.remove(PREFIX + chatId);
    else this.#storage.set(PREFIX + chatId, text);
  }
}
