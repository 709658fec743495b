import {
  fetchChat,
  isEditable,
  type Attachments,
  type ChatLog,
  type Conversations,
  type OutgoingFile,
} from '$features/conversations';
import type { Uploads } from '$features/uploads';
import type { ChatView, MessageView } from '$platform/api/types';
import { Task } from '$platform/async';
import { ProblemError, type HttpClient } from '$platform/http';
import type { Announcements } from './announcements.svelte';
import { timelineRows, type TimelineRow } from './timelineRows';

/**
 * One open chat as its view shows it: the chat itself, the rows, what is being fetched, and which messages were
 * unread when it was opened. Disposed with its view.
 */
export class TimelineModel {
  readonly chatId: string;
  /** Brings the messages of a chat of mine. */
  readonly opening = new Task();
  /** Finds out what a chat is that is none of mine. */
  readonly looking = new Task();
  readonly older = new Task();
  readonly newer = new Task();
  /** Brings the messages around one that somebody wants to see. */
  readonly going = new Task();
  readonly #conversations: Conversations;
  readonly #uploads: Pick<Uploads, 'shown'>;
  readonly #http: HttpClient;
  readonly #stop: () => void;
  /** A live window that nobody looks at collects unread messages below the divider. */
  #attentive = true;
  #generation: number | null = null;
  #held = false;
  #dividerSeq = $state<number | null>(null);
  #target = $state<number | null>(null);
  #view = $state.raw<ChatView | null>(null);
  readonly #announcements: Pick<Announcements, 'add'>;
  readonly log: ChatLog | undefined = $derived.by(() => this.#conversations.chats.get(this.chatId));
  /** Apart from the rest of the log, so that what changes elsewhere in it does not make all rows anew. */
  readonly #shown: readonly MessageView[] = $derived.by(
    () => this.log?.excursion?.messages ?? this.log?.messages ?? [],
  );
  readonly rows: readonly TimelineRow[] = $derived.by(() =>
    timelineRows({
      messages: this.#shown,
      pending: this.away
        ? []
        : (this.#conversations.pending.get(this.chatId) ?? []).filter(
            ({ attachments }) => attachments.thread === undefined,
          ),
      operations: this.#conversations.operations.get(this.chatId) ?? [],
      shown: (files) => this.#uploads.shown(files),
      me: this.#conversations.me,
      dividerSeq: this.#dividerSeq,
    }),
  );

  constructor(
    conversations: Conversations,
    uploads: Pick<Uploads, 'shown'>,
    http: HttpClient,
    chatId: string,
    announcements: Pick<Announcements, 'add'>,
  ) {
    this.#conversations = conversations;
    this.#uploads = uploads;
    this.#http = http;
    this.chatId = chatId;
    this.#announcements = announcements;
    this.#stop = conversations.listen((entry) => {
      if (entry.chatId !== chatId) return;
      if (/^(?:chat|member)\./.test(entry.type)) void this.refresh();
      if (entry.type !== 'message.posted' || entry.senderId === conversations.me) return;
      if ((entry.thread ?? null) === null) this.#heard(entry);
    });
  }

  /** The chat as chat-service describes it; null until it has answered. */
  get view(): ChatView | null {
    return this.#view;
  }

  /** The messages shown are not the newest: somebody went to one further up. */
  get away(): boolean {
    return (this.log?.excursion ?? null) !== null;
  }

  get atBeginning(): boolean {
    const { log } = this;
    return log?.window === 'open' && (log.excursion ?? log).before === null;
  }

  /** The message to be brought into sight; null when there is none, or it is. */
  get target(): number | null {
    return this.#target;
  }

  /** It was deleted, or is not for me to see. */
  get gone(): boolean {
    const { error } = this.looking;
    return this.log === undefined && error instanceof ProblemError && error.status === 404;
  }

  /** A public chat I am not in. */
  get joinable(): boolean {
    return this.#view?.kind === 'public' && (this.#view.myRole ?? null) === null;
  }

  dispose(): void {
    this.#stop();
    this.leave();
  }

  /** Once my chats are known: brings the messages of this one, or tells what it is when it is none of mine. */
  async open(): Promise<void> {
    const log = this.log;
    if (log === undefined) {
      await this.looking.run(async () => {
        this.#view = await fetchChat(this.#http, this.chatId);
      });
      return;
    }
    this.looking.clear();
    if (log.unread > 0) this.#dividerSeq ??= log.readSeq;
    await this.opening.run(() =>
      Promise.all([this.#conversations.pages.open(this.chatId), this.refresh()]),
    );
  }

  /** Asks for the chat's description again; what is shown stays when there is no answer. */
  async refresh(): Promise<void> {
    try {
      this.#view = await fetchChat(this.#http, this.chatId);
    } catch {
      // Name and messages come from the live connection; only the number of members may be old.
    }
  }

  async loadOlder(): Promise<void> {
    if (this.log?.window !== 'open' || this.atBeginning) return;
    await this.older.run(() => this.#conversations.pages.loadOlder(this.chatId));
  }

  async loadNewer(): Promise<void> {
    await this.newer.run(() => this.#conversations.pages.loadNewer(this.chatId));
  }

  /** Brings a message into sight, with those around it. */
  async goTo(seq: number): Promise<boolean> {
    const found = await this.going.run(() =>
      this.#conversations.pages.goTo(this.chatId, { around: seq }),
    );
    if (found) this.#target = seq;
    return found;
  }

  /** Brings the first messages of a day into sight. */
  async goToDay(day: Date): Promise<void> {
    const at = day.toISOString();
    const found = await this.going.run(() => this.#conversations.pages.goTo(this.chatId, { at }));
    if (!found) return;
    const shown = this.log?.excursion?.messages ?? this.log?.messages ?? [];
    const first = shown.find(({ postedAt }) => Date.parse(postedAt) >= day.getTime());
    this.#target = (first ?? shown.at(-1))?.seq ?? null;
  }

  /** The target is in sight. */
  reached(): void {
    this.#target = null;
  }

  /** Back to the newest messages. */
  leave(): void {
    this.#conversations.pages.leaveExcursion(this.chatId);
  }

  /** False when it can neither be sent nor kept. */
  send(text: string, attachments: Attachments = {}, files: readonly OutgoingFile[] = []): boolean {
    this.#dividerSeq = null;
    this.#held = false;
    this.leave();
    return this.#conversations.send(this.chatId, text, attachments, files);
  }

  /** The seq of my last message that can be edited; null for none. */
  lastOfMine(): number | null {
    const mine = this.rows.findLast(
      (row) =>
        row.kind === 'message' && row.mine && row.message !== null && isEditable(row.message),
    );
    return mine?.kind === 'message' ? mine.seq : null;
  }

  /** The person looks at the window, or away from it. */
  attend(attentive: boolean): void {
    this.#attentive = attentive;
  }

  seen(seq: number): void {
    const { log } = this;
    if (log === undefined) return;
    if (this.#generation !== null && log.generation > this.#generation) this.#keptUnread(log);
    this.#generation = log.generation;
    if (this.#attentive && !this.#held) this.#conversations.markRead(this.chatId, seq);
  }

  /** Something was marked as unread, here or on another device: it stays so while the chat is merely open. */
  #keptUnread(log: ChatLog): void {
    this.#held = true;
    this.#dividerSeq = log.readSeq;
  }

  #heard(entry: Parameters<Announcements['add']>[0]): void {
    this.#announcements.add(entry);
    if (!this.#attentive) this.#dividerSeq ??= this.log?.readSeq ?? null;
  }
}
