import { SvelteMap } from 'svelte/reactivity';
import type { MessageView } from '$platform/api/types';
import type { ChatLog } from './chatLog';
import { messageAt } from './logMessages';

/** The logs of my chats, as far as this client knows them. Components read them and follow. */
export class ChatLogs {
  readonly all = new SvelteMap<string, ChatLog>();
  readonly #changed: (log: ChatLog) => void;

  /** @param changed told of every log that is put */
  constructor(changed: (log: ChatLog) => void) {
    this.#changed = changed;
  }

  get(chatId: string): ChatLog | undefined {
    return this.all.get(chatId);
  }

  put(log: ChatLog): void {
    this.all.set(log.chatId, log);
    this.#changed(log);
  }

  /** Changes a log that is known. */
  update(chatId: string, change: (log: ChatLog) => ChatLog): void {
    const log = this.all.get(chatId);
    if (log !== undefined) this.put(change(log));
  }

  remove(chatId: string): void {
    this.all.delete(chatId);
  }

  /** A message wherever it is known, or undefined. */
  message(chatId: string, seq: number): MessageView | undefined {
    const log = this.all.get(chatId);
    return log === undefined ? undefined : messageAt(log, seq);
  }
}
