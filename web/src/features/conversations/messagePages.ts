import type { MessagePage, MessageView } from '$platform/api/types';
import type { HttpClient } from '$platform/http';
import type { ChatLog } from './chatLog';
import type { ChatLogs } from './chatLogs';
import { fetchMessage, fetchMessages, fetchThread } from './conversationsApi';
import {
  applyAround,
  applyPage,
  applyThreadPage,
  closeThread,
  extendExcursion,
  leaveExcursion,
  openThread,
  openWindow,
} from './logWindows';
import { applyReplies } from './threadSummaries';

/** A page that was too old each time is given up: whoever shows the chat asks again. */
const PAGE_ATTEMPTS = 3;

export interface MessagePagesOptions {
  readonly me: string;
  readonly http: HttpClient;
  readonly logs: ChatLogs;
  /** Messages have been fetched, perhaps some of mine that were not known to have arrived. */
  readonly fetched: (messages: readonly MessageView[]) => void;
}

/** Brings pages of what was said into the logs: of a chat, around a message, of a thread. Fails as the HttpClient does. */
export class MessagePages {
  readonly #me: string;
  readonly #http: HttpClient;
  readonly #logs: ChatLogs;
  readonly #fetched: MessagePagesOptions['fetched'];

  constructor({ me, http, logs, fetched }: MessagePagesOptions) {
    this.#me = me;
    this.#http = http;
    this.#logs = logs;
    this.#fetched = fetched;
  }

  /** Brings the newest page of a chat, when there is none. */
  async open(chatId: string): Promise<void> {
    const log = this.#logs.get(chatId);
    if (log === undefined || log.window === 'open') return;
    this.#logs.put(openWindow(log));
    await this.#add(
      chatId,
      () => fetchMessages(this.#http, chatId),
      (now, page, asOf) => (now.window === 'closed' ? now : applyPage(now, page, this.#me, asOf)),
    );
  }

  /** Brings the page before the messages that are shown; nothing when they reach the beginning. */
  async loadOlder(chatId: string): Promise<void> {
    const log = this.#logs.get(chatId);
    if (log?.window !== 'open') return;
    const before = log.excursion === null ? log.before : log.excursion.before;
    if (before === null) return;
    await this.#add(
      chatId,
      () => fetchMessages(this.#http, chatId, { before }),
      (now, page, asOf) => {
        if (now.excursion?.before === before) {
          return extendExcursion(now, page, 'before', this.#me, asOf);
        }
        return now.before === before ? applyPage(now, page, this.#me, asOf) : now;
      },
    );
  }

  /** Brings the page after messages that do not reach the newest. */
  async loadNewer(chatId: string): Promise<void> {
    const after = this.#logs.get(chatId)?.excursion?.after ?? null;
    if (after === null) return;
    await this.#add(
      chatId,
      () => fetchMessages(this.#http, chatId, { after }),
      (now, page, asOf) =>
        now.excursion?.after === after ? extendExcursion(now, page, 'after', this.#me, asOf) : now,
    );
  }

  /** Brings the messages around one, or around a moment, unless that message is shown. */
  async goTo(chatId: string, where: { around: number } | { at: string }): Promise<void> {
    const log = this.#logs.get(chatId);
    const shown = log?.excursion?.messages ?? log?.messages ?? [];
    if ('around' in where && shown.some(({ seq }) => seq === where.around)) return;
    await this.#add(
      chatId,
      () => fetchMessages(this.#http, chatId, where),
      (now, page, asOf) => (now.window === 'open' ? applyAround(now, page, this.#me, asOf) : now),
    );
  }

  /** Back to the newest messages. */
  leaveExcursion(chatId: string): void {
    this.#logs.update(chatId, leaveExcursion);
  }

  async openThread(chatId: string, root: number): Promise<void> {
    const log = this.#logs.get(chatId);
    if (log === undefined || log.window === 'closed') return;
    if (log.threads[root]?.opening === false) return;
    this.#logs.put(openThread(log, root));
    await this.#addReplies(chatId, root, null);
  }

  async loadOlderReplies(chatId: string, root: number): Promise<void> {
    const before = this.#logs.get(chatId)?.threads[root]?.before ?? null;
    if (before !== null) await this.#addReplies(chatId, root, before);
  }

  closeThread(chatId: string, root: number): void {
    this.#logs.update(chatId, (log) => closeThread(log, root));
  }

  /** A message, asked for when it is not at hand. */
  async findMessage(chatId: string, seq: number): Promise<MessageView> {
    return this.#logs.message(chatId, seq) ?? (await fetchMessage(this.#http, chatId, seq));
  }

  /** Asks again for what is summed up of threads that have lost a reply; once more when they lose another meanwhile. */
  async refreshRoots(chatId: string): Promise<void> {
    for (let attempt = 0; attempt < PAGE_ATTEMPTS; attempt += 1) {
      for (const root of this.#logs.get(chatId)?.staleRoots ?? []) {
        await this.#refreshRoot(chatId, root);
      }
    }
  }

  async #refreshRoot(chatId: string, root: number): Promise<void> {
    const since = this.#logs.get(chatId)?.lastSeq ?? 0;
    try {
      const page = await fetchMessages(this.#http, chatId, { around: root, limit: 2 });
      const items = page.items.filter(({ seq }) => seq === root);
      this.#logs.update(chatId, (log) =>
        applyReplies(log, { ...page, items }, page.lastSeq ?? since, this.#me),
      );
    } catch {
      // The number is one too great until the next connection, which asks again.
    }
  }

  async #addReplies(chatId: string, root: number, before: string | null): Promise<void> {
    await this.#add(
      chatId,
      () => fetchThread(this.#http, chatId, root, before),
      (now, page, asOf) =>
        now.threads[root] === undefined ? now : applyThreadPage(now, root, page, this.#me, asOf),
    );
  }

  /** Fetches a page and takes it in; once more when so much happened meanwhile that it is too old. */
  async #add(
    chatId: string,
    fetch: () => Promise<MessagePage>,
    take: (log: ChatLog, page: MessagePage, asOf: number) => ChatLog | null,
  ): Promise<void> {
    for (let attempt = 0; attempt < PAGE_ATTEMPTS; attempt += 1) {
      const since = this.#logs.get(chatId)?.lastSeq ?? 0;
      const page = await fetch();
      const log = this.#logs.get(chatId);
      if (log === undefined) return;
      const next = take(log, page, page.lastSeq ?? since);
      if (next === null) continue;
      this.#logs.put(next);
      this.#fetched(page.items);
      if (next.staleRoots.length > log.staleRoots.length) void this.refreshRoots(chatId);
      return;
    }
  }
}
