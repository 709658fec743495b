import {
  isEditable,
  type Attachments,
  type ChatLog,
  type Conversations,
  type OutgoingFile,
} from '$features/conversations';
import type { Uploads } from '$features/uploads';
import type { MessageView } from '$platform/api/types';
import { Task } from '$platform/async';
import type { Announcements } from './announcements.svelte';
import { timelineRows, type TimelineRow } from './timelineRows';

/** One open thread: its root, the replies, what is unread in it. Disposed with its view. */
export class ThreadModel {
  readonly opening = new Task();
  readonly older = new Task();
  readonly #following = new Task();
  readonly #conversations: Conversations;
  readonly #uploads: Pick<Uploads, 'shown'>;
  readonly #chatId: string;
  readonly #root: number;
  readonly #stop: () => void;
  readonly #dividerSeq: number | null;
  #fetchedRoot = $state.raw<MessageView | null>(null);

  constructor(
    conversations: Conversations,
    uploads: Pick<Uploads, 'shown'>,
    chatId: string,
    root: number,
    announcements: Pick<Announcements, 'add'>,
  ) {
    this.#conversations = conversations;
    this.#uploads = uploads;
    this.#chatId = chatId;
    this.#root = root;
    const followed = conversations.threads.find(chatId, root);
    this.#dividerSeq = (followed?.unread ?? 0) > 0 ? (followed?.readSeq ?? null) : null;
    this.#stop = conversations.listen((entry) => {
      if (entry.chatId !== chatId || entry.type !== 'message.posted') return;
      if (entry.thread === root && entry.senderId !== conversations.me) {
        announcements.add(entry);
      }
    });
  }

  get window(): ChatLog['threads'][number] | undefined {
    return this.#conversations.chats.get(this.#chatId)?.threads[this.#root];
  }

  get following(): boolean {
    const followed = this.#conversations.threads.find(this.#chatId, this.#root);
    return followed !== undefined;
  }

  readonly rows: readonly TimelineRow[] = $derived.by(() => {
    const root = this.#conversations.message(this.#chatId, this.#root) ?? this.#fetchedRoot;
    const replies = this.window?.messages ?? [];
    const atBeginning = (this.window?.before ?? null) === null;
    return timelineRows({
      messages: root !== null && atBeginning ? [root, ...replies] : replies,
      pending: (this.#conversations.pending.get(this.#chatId) ?? []).filter(
        ({ attachments }) => attachments.thread === this.#root,
      ),
      operations: this.#conversations.operations.get(this.#chatId) ?? [],
      shown: (files) => this.#uploads.shown(files),
      me: this.#conversations.me,
      dividerSeq: this.#dividerSeq,
    });
  });

  async open(): Promise<void> {
    await this.opening.run(async () => {
      const root = this.#conversations.pages.findMessage(this.#chatId, this.#root);
      await this.#conversations.pages.openThread(this.#chatId, this.#root);
      this.#fetchedRoot = await root;
    });
  }

  async loadOlder(): Promise<void> {
    if ((this.window?.before ?? null) === null) return;
    await this.older.run(() =>
      this.#conversations.pages.loadOlderReplies(this.#chatId, this.#root),
    );
  }

  /** False when it can neither be sent nor kept. */
  send(text: string, attachments: Attachments, files: readonly OutgoingFile[] = []): boolean {
    const inThread = { ...attachments, thread: this.#root };
    return this.#conversations.send(this.#chatId, text, inThread, files);
  }

  /** I have seen all there is. */
  seen(): void {
    const followed = this.#conversations.threads.find(this.#chatId, this.#root);
    const last = this.window?.messages.at(-1)?.seq ?? 0;
    if (followed === undefined || last <= followed.readSeq) return;
    this.#conversations.markThreadRead(this.#chatId, this.#root, last);
  }

  async toggleFollow(): Promise<void> {
    await this.#following.run(() =>
      this.#conversations.threads.follow(this.#chatId, this.#root, !this.following),
    );
  }

  /** The seq of the last reply of mine that can be edited; null for none. */
  lastOfMine(): number | null {
    const mine = this.rows.findLast(
      (row) =>
        row.kind === 'message' && row.mine && row.message !== null && isEditable(row.message),
    );
    return mine?.kind === 'message' ? mine.seq : null;
  }

  dispose(): void {
    this.#stop();
    this.#conversations.pages.closeThread(this.#chatId, this.#root);
  }
}
