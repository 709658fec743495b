import type { Problem } from '$platform/http';
import type { AckFrame, ClientFrame, ErrorFrame, RealtimeClock } from '$platform/realtime';
import { slugOf } from '$platform/http';
import type { KeyedStorage } from '$platform/storage/keyedStorage';
import { newUuid } from '$platform/uuid';

/** What goes with a text: the message it answers, the thread it is in, or what it forwards. */
export interface Attachments {
  readonly replyTo?: number;
  readonly thread?: number;
  readonly forward?: { readonly chatId: string; readonly seq: number };
}

/** A file that goes with a message: one this browser uploads, and what the suite calls it once it is there. */
export interface OutgoingFile {
  readonly uploadId: string;
  readonly mediaId: string | null;
  /** What it shows, in words. */
  readonly alt?: string;
}

/** A message of mine that is not in the log yet. `sent` ones are, but have not come back to us. */
export interface OutgoingMessage {
  readonly chatId: string;
  readonly clientMessageId: string;
  readonly text: string;
  readonly attachments: Attachments;
  /** The message is not sent before all of them are with the suite. */
  readonly files: readonly OutgoingFile[];
  readonly queuedAt: number;
  /** Orders what was queued within the same millisecond. */
  readonly order: number;
  readonly state: 'queued' | 'sending' | 'sent' | 'refused';
  /** Where it stands in the log, once it is sent. */
  readonly seq: number | null;
  readonly problem: Problem | null;
}

export interface OutboxOptions {
  readonly storage: KeyedStorage;
  readonly clock: RealtimeClock;
  /** Sends when connected; false means that nothing was sent. */
  readonly send: (frame: ClientFrame) => boolean;
  /** What is pending in a chat has changed. */
  readonly changed: (chatId: string, pending: readonly OutgoingMessage[]) => void;
  /** These files go with no message of mine any more: it is in its chat, or was given up. */
  readonly released: (uploadIds: readonly string[], sent: boolean) => void;
}

const PREFIX = 'outbox.';
/** No answer within this: the same message is sent again, under the same id. */
const ACK_WITHIN_MS = 10_000;
const RETRY_FIRST_MS = 1_000;
const RETRY_LAST_MS = 30_000;
/** Refusals that say "not now" rather than "not this". */
const PASSING = new Set(['rate-limited', 'service-unavailable', 'internal-error']);
/** A file that has just been uploaded may take a moment to be known where messages are posted. */
const UNKNOWN_FILE = 'unknown-attachment';
const UNKNOWN_FILE_TRIES = 6;

/**
 * What I have written and the suite has not confirmed. Nothing in it is lost: it is stored before it is sent and
 * forgotten when the suite has it. Nothing is sent twice: every attempt carries the same `clientMessageId`, which
 * the suite answers with the first message. The order within a chat is kept: one message is under way at a time.
 * Only messages whose files are still being uploaded let others pass, so that nobody has to be silent meanwhile.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #messages = new Map<string, OutgoingMessage>();
  readonly #timers = new Map<string, () => void>();
  readonly #attempts = new Map<string, number>();
  readonly #unwatch: () => void;
  #order = 0;

  constructor(options: OutboxOptions) {
    this.#options = options;
    for (const key of options.storage.keys(PREFIX)) this.#restore(key, options.storage.get(key));
    this.#unwatch = options.storage.watch((key, value) => {
      if (key.startsWith(PREFIX)) this.#changedElsewhere(key, value);
    });
  }

  dispose(): void {
    this.#unwatch();
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  /** All that is not confirmed, oldest first. */
  all(): readonly OutgoingMessage[] {
    return [...this.#messages.values()].sort(inOrder);
  }

  pending(chatId: string): readonly OutgoingMessage[] {
    return this.all().filter((message) => message.chatId === chatId);
  }

  /**
   * Takes a message, to be sent as soon as that can be. False when it is not taken: it can not be sent now, and this
   * browser has no room to keep it until then.
   */
  enqueue(
    chatId: string,
    text: string,
    attachments: Attachments = {},
    files: readonly OutgoingFile[] = [],
  ): boolean {
    this.#order += 1;
    const message: OutgoingMessage = {
      chatId,
      clientMessageId: newUuid(),
      ...{ text, attachments, files },
      queuedAt: this.#options.clock.now(),
      order: this.#order,
      state: 'queued',
      seq: null,
      problem: null,
    };
    const kept = this.#store(message);
    this.#put(message);
    this.#next(chatId);
    const taken = kept || this.#messages.get(message.clientMessageId)?.state === 'sending';
    if (!taken) this.#takeOut(message.clientMessageId);
    return taken;
  }

  /** A file is with the suite: the message it goes with may be complete now. */
  uploaded(uploadId: string, mediaId: string): void {
    for (const message of this.all()) {
      if (!message.files.some((file) => file.uploadId === uploadId && file.mediaId === null))
        continue;
      const files = message.files.map((file) =>
        file.uploadId === uploadId ? { ...file, mediaId } : file,
      );
      this.#keep({ ...message, files });
      this.#next(message.chatId);
    }
  }

  /** Leaves a file out that can not be uploaded. A message that says nothing else goes with it. */
  leaveOut(clientMessageId: string, uploadId: string): void {
    const message = this.#messages.get(clientMessageId);
    // What has all its files may be with the suite already: it stays as it was sent.
    if (message === undefined || isComplete(message)) return;
    const files = message.files.filter((file) => file.uploadId !== uploadId);
    if (files.length === 0 && message.text === '') {
      this.discard(clientMessageId);
      return;
    }
    this.#keep({ ...message, files });
    this.#options.released([uploadId], false);
    this.#next(message.chatId);
  }

  /** Tries a refused message again, under the same id. */
  retry(clientMessageId: string): void {
    const message = this.#messages.get(clientMessageId);
    if (message?.state !== 'refused') return;
    this.#attempts.delete(clientMessageId);
    this.#keep({ ...message, state: 'queued', problem: null });
    this.#next(message.chatId);
  }

  discard(clientMessageId: string): void {
    this.#drop(clientMessageId, false);
  }

  /** A connection is open: everything under way is sent again, then what waits. */
  connected(): void {
    this.#attempts.clear();
    const chats = new Set<string>();
    for (const message of this.all()) {
      if (message.state === 'sending') this.#requeue(message);
      chats.add(message.chatId);
    }
    for (const chatId of chats) this.#next(chatId);
  }

  disconnected(): void {
    for (const message of this.all()) if (message.state === 'sending') this.#requeue(message);
  }

  acked(ack: AckFrame): void {
    const message = this.#messages.get(ack.clientMessageId);
    if (message === undefined) return;
    this.#clearTimer(ack.clientMessageId);
    this.#options.storage.remove(PREFIX + ack.clientMessageId);
    this.#put({ ...message, state: 'sent', seq: ack.seq });
    this.#next(message.chatId);
  }

  refused(error: ErrorFrame): void {
    const message = this.#messages.get(error.clientMessageId ?? '');
    if (message?.state !== 'sending') return;
    this.#clearTimer(message.clientMessageId);
    if (this.#passes(error)) {
      this.#retryLater(message, error.retryAfterMs ?? 0);
      return;
    }
    this.#keep({ ...message, state: 'refused', problem: error.problem });
    this.#next(message.chatId);
  }

  /** The message is in the log: what stands there is the real one. */
  seen(clientMessageId: string): void {
    const message = this.#messages.get(clientMessageId);
    if (message === undefined) return;
    this.#drop(clientMessageId);
    this.#next(message.chatId);
  }

  /** The log of a chat has come this far: what was sent up to there is in it. */
  settle(chatId: string, lastSeq: number): void {
    for (const message of this.pending(chatId)) {
      if (message.seq !== null && message.seq <= lastSeq) this.#drop(message.clientMessageId);
    }
  }

  /** Sends the oldest waiting message of a chat, unless one is under way. */
  #next(chatId: string): void {
    const pending = this.pending(chatId);
    if (
      pending.some(
        ({ state, clientMessageId }) => state === 'sending' || this.#timers.has(clientMessageId),
      )
    )
      return;
    const message = pending.find((one) => one.state === 'queued' && isComplete(one));
    if (message === undefined) return;
    const { clientMessageId } = message;
    const frame = frameOf(message);
    if (!this.#options.send(frame)) return;
    this.#put({ ...message, state: 'sending' });
    this.#timer(clientMessageId, ACK_WITHIN_MS, () => {
      this.#requeue(message);
      this.#next(chatId);
    });
  }

  #passes({ clientMessageId, problem }: ErrorFrame): boolean {
    const slug = slugOf(problem.type);
    if (slug !== UNKNOWN_FILE) return PASSING.has(slug);
    return (this.#attempts.get(clientMessageId ?? '') ?? 0) < UNKNOWN_FILE_TRIES;
  }

  #retryLater(message: OutgoingMessage, atLeastMs: number): void {
    const attempt = this.#attempts.get(message.clientMessageId) ?? 0;
    this.#attempts.set(message.clientMessageId, attempt + 1);
    const ceiling = Math.min(RETRY_LAST_MS, RETRY_FIRST_MS * 2 ** Math.min(attempt, 5));
    const drawn = ceiling / 2 + (this.#options.clock.random() * ceiling) / 2;
    const wait = Math.max(atLeastMs, drawn);
    this.#put({ ...message, state: 'queued' });
    this.#timer(message.clientMessageId, wait, () => {
      this.#next(message.chatId);
    });
  }

  #requeue(message: OutgoingMessage): void {
    this.#clearTimer(message.clientMessageId);
    if (this.#messages.has(message.clientMessageId)) this.#put({ ...message, state: 'queued' });
  }

  #timer(clientMessageId: string, ms: number, run: () => void): void {
    this.#clearTimer(clientMessageId);
    const cancel = this.#options.clock.after(ms, () => {
      this.#timers.delete(clientMessageId);
      run();
    });
    this.#timers.set(clientMessageId, cancel);
  }

  #clearTimer(clientMessageId: string): void {
    this.#timers.get(clientMessageId)?.();
    this.#timers.delete(clientMessageId);
  }

  #put(message: OutgoingMessage): void {
    this.#messages.set(message.clientMessageId, message);
    this.#options.changed(message.chatId, this.pending(message.chatId));
  }

  #drop(clientMessageId: string, sent = true): void {
    const { files = [] } = this.#messages.get(clientMessageId) ?? {};
    this.#takeOut(clientMessageId);
    if (files.length > 0)
      this.#options.released(
        files.map(({ uploadId }) => uploadId),
        sent,
      );
  }

  #takeOut(clientMessageId: string): void {
    const message = this.#messages.get(clientMessageId);
    this.#clearTimer(clientMessageId);
    this.#options.storage.remove(PREFIX + clientMessageId);
    if (!this.#messages.delete(clientMessageId) || message === undefined) return;
    this.#options.changed(message.chatId, this.pending(message.chatId));
  }

  #keep(message: OutgoingMessage): void {
    this.#put(message);
    this.#store(message);
  }

  #store(message: OutgoingMessage): boolean {
    const { chatId, text, attachments, files, queuedAt, order, problem } = message;
    const stored: Stored = { chatId, text, attachments, files, queuedAt, order, problem };
    return this.#options.storage.set(PREFIX + message.clientMessageId, JSON.stringify(stored));
  }

  #restore(key: string, value: string | null): void {
    const stored = readStored(value);
    if (stored === null) return;
    this.#order = Math.max(this.#order, stored.order);
    const state = stored.problem === null ? 'queued' : 'refused';
    const { attachments = {}, files = [] } = stored;
    const clientMessageId = key.slice(PREFIX.length);
    this.#put({ ...stored, attachments, files, clientMessageId, seq: null, state });
  }

  /** Another tab queued, confirmed or discarded a message; whoever is connected sends it, under its one id. */
  #changedElsewhere(key: string, value: string | null): void {
    const clientMessageId = key.slice(PREFIX.length);
    const known = this.#messages.get(clientMessageId);
    if (value === null) {
      if (known !== undefined && known.state !== 'sent') this.#drop(clientMessageId);
    } else if (known === undefined || !isComplete(known)) {
      this.#restore(key, value);
    }
    const chatId = known?.chatId ?? this.#messages.get(clientMessageId)?.chatId;
    if (chatId !== undefined) this.#next(chatId);
  }
}

type Stored = Pick<OutgoingMessage, 'chatId' | 'text' | 'queuedAt' | 'order' | 'problem'> &
  Partial<Pick<OutgoingMessage, 'attachments' | 'files'>>;

function readStored(value: string | null): Stored | null {
  try {
    const stored = JSON.parse(value ?? 'null') as Stored | null;
    return typeof stored?.chatId === 'string' && typeof stored.text === 'string' ? stored : null;
  } catch {
    return null;
  }
}

/** Those that are with the suite, as a message is to have them. */
export function attached(
  files: readonly OutgoingFile[],
): { readonly mediaId: string; readonly alt?: string }[] {
  return files.flatMap(({ mediaId, alt }) =>
    mediaId === null ? [] : [{ mediaId, ...(alt === undefined ? {} : { alt }) }],
  );
}

/** All its files are with the suite: nothing of it changes any more. */
function isComplete({ files }: OutgoingMessage): boolean {
  return files.every(({ mediaId }) => mediaId !== null);
}

function frameOf(message: OutgoingMessage): ClientFrame {
  const { chatId, clientMessageId, text, attachments, files } = message;
  const frame = { op: 'message.send', chatId, clientMessageId, text, ...attachments } as const;
  if (files.length === 0) return frame;
  return { ...frame, attachments: attached(files) };
}

function inOrder(a: OutgoingMessage, b: OutgoingMessage): number {
  return a.queuedAt - b.queuedAt || a.order - b.order;
}
