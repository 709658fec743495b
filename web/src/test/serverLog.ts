import type { EmojiView, MessagePage, MessageView, Role } from '$platform/api/types';
import type { ChatSummary, LogEntry, ReadFrame, SnapshotFrame } from '$platform/realtime';
import { ANA, CHAT, LEO, ME, message, posted, summary } from './fakes';

const AT = '2026-11-20T11:00:00Z';
const PAGE = 20;
export const PEOPLE = [ME, ANA, LEO, 'u-sol', 'u-tom', 'u-nora'];

/**
 * The suite's side of one chat, kept the plain way: the current state of each message in a table, the log beside it.
 * It is what the reducer is compared with, so it shares no code with it.
 */
export class ServerLog {
  readonly entries: LogEntry[] = [];
  readonly #messages = new Map<number, MessageView>();
  readonly #reactions = new Map<string, { emoji: string; users: string[] }[]>();
  /** Who is in the chat; those who left may come back. */
  readonly members = new Set(PEOPLE);
  readonly #emoji = new Map<string, EmojiView>();
  title = 'Libros';
  pictureId: string | null = null;
  receipts = true;
  generation = 0;
  readSeq = 0;

  get lastSeq(): number {
    return this.entries.length;
  }

  /** The chat's own emoji. */
  get emoji(): EmojiView[] {
    return [...this.#emoji.values()];
  }

  /** The main conversation, ascending. */
  get messages(): MessageView[] {
    return this.#views().filter(({ thread }) => thread === undefined);
  }

  threadOf(root: number): MessageView[] {
    return this.#views().filter(({ thread }) => thread === root);
  }

  seqs(): number[] {
    return [...this.#messages.keys()];
  }

  /** What a message says, without what others did with it. */
  find(seq: number): MessageView | undefined {
    return this.#messages.get(seq);
  }

  /** The one message that was sent under this id. */
  sentAs(clientMessageId: string): MessageView | undefined {
    return [...this.#messages.values()].find((one) => one.clientMessageId === clientMessageId);
  }

  hasReacted(seq: number, userId: string, emoji: string): boolean {
    const all = this.#reactions.get(String(seq)) ?? [];
    return all.some((one) => one.emoji === emoji && one.users.includes(userId));
  }

  isRoot(seq: number): boolean {
    return this.#messages.get(seq)?.thread === undefined;
  }

  say(senderId: string, fields: Partial<MessageView> = {}): void {
    const seq = this.lastSeq + 1;
    this.entries.push(posted(seq, { senderId, ...fields }));
    this.#messages.set(seq, message(seq, { senderId, ...fields }));
    if (senderId === ME && fields.thread === undefined) this.read(seq);
  }

  edit(seq: number, text: string, mentions?: MessageView['mentions']): void {
    const known = this.#present(seq);
    // Nobody says otherwise what they have forwarded.
    if (known === undefined || known.forwarded !== undefined) return;
    const version = (known.version ?? 1) + 1;
    const rest = without(known, 'mentions');
    const called = mentions === undefined || mentions === null ? {} : { mentions };
    this.#messages.set(seq, { ...rest, text, version, editedAt: AT, ...called });
    this.#append({
      type: 'message.edited',
      message: seq,
      version,
      text,
      ...called,
      by: known.senderId,
      at: AT,
    });
  }

  /** The text goes from the log too: its entries become tombstones. */
  remove(seq: number, by: string): void {
    const known = this.#present(seq);
    if (known === undefined) return;
    const rest = without(known, 'mentions', 'forwarded', 'attachments', 'pinnedAt', 'pinnedBy');
    this.#messages.set(seq, { ...rest, text: '', deletedAt: AT });
    this.#reactions.delete(String(seq));
    for (const [index, entry] of this.entries.entries()) {
      const about =
        (entry.type === 'message.posted' && entry.seq === seq) ||
        (entry.type === 'message.edited' && entry.message === seq);
      if (!about) continue;
      const left = { ...entry, text: '', deletedAt: AT };
      this.entries[index] = without(left, 'mentions', 'forwarded', 'attachments');
    }
    this.#append({ type: 'message.deleted', message: seq, by, at: AT });
  }

  react(seq: number, userId: string, emoji: string): void {
    if (this.#present(seq) === undefined) return;
    const all = this.#reactions.get(String(seq)) ?? [];
    const one = all.find((reaction) => reaction.emoji === emoji);
    const added = one?.users.includes(userId) !== true;
    if (one === undefined) all.push({ emoji, users: [userId] });
    else one.users = added ? [...one.users, userId] : one.users.filter((id) => id !== userId);
    this.#reactions.set(
      String(seq),
      all.filter(({ users }) => users.length > 0),
    );
    const type = added ? 'reaction.added' : 'reaction.removed';
    this.#append({ type, message: seq, userId, emoji, at: AT });
  }

  pin(seq: number, by: string): void {
    const known = this.#present(seq);
    if (known === undefined) return;
    const rest = without(known, 'pinnedAt', 'pinnedBy');
    const pinned = known.pinnedAt === undefined;
    this.#messages.set(seq, pinned ? { ...rest, pinnedAt: AT, pinnedBy: by } : rest);
    this.#append({
      type: pinned ? 'message.pinned' : 'message.unpinned',
      message: seq,
      by,
      at: AT,
    });
  }

  join(userId: string): void {
    if (this.members.has(userId)) return;
    this.members.add(userId);
    this.#append({ type: 'member.joined', userId, role: 'member', by: userId, at: AT });
  }

  leave(userId: string): void {
    if (!this.members.delete(userId)) return;
    this.#append({ type: 'member.left', userId, by: userId, at: AT });
  }

  giveRole(userId: string, role: Role): void {
    this.#append({ type: 'member.role-set', userId, role, by: ANA, at: AT });
  }

  tellReceipts(receipts: boolean): void {
    this.receipts = receipts;
    this.#revise({ receipts });
  }

  define(name: string, mediaId: string): void {
    this.#emoji.set(name, { name, mediaId, addedBy: ANA, addedAt: AT });
    this.#append({ type: 'emoji.defined', name, mediaId, by: ANA, at: AT });
  }

  drop(name: string): void {
    if (this.#emoji.delete(name)) this.#append({ type: 'emoji.dropped', name, by: ANA, at: AT });
  }

  rename(title: string): void {
    this.title = title;
    this.#revise();
  }

  /** Null takes the picture away. */
  choosePicture(pictureId: string | null): void {
    this.pictureId = pictureId;
    this.#revise({ kind: 'group' });
  }

  read(seq: number): void {
    this.readSeq = Math.max(this.readSeq, Math.min(seq, this.lastSeq));
  }

  markUnread(seq: number): void {
    this.generation += 1;
    this.readSeq = seq - 1;
  }

  summary(): ChatSummary {
    const { unread, mentions = 0 } = this.counted();
    return summary({
      kind: 'group',
      title: this.title,
      ...this.#picture(),
      memberIds: null,
      receipts: this.receipts,
      lastSeq: this.lastSeq,
      readSeq: this.readSeq,
      marker: { generation: this.generation, readSeq: this.readSeq },
      unread,
      mentions,
      lastMessage: this.messages.at(-1) ?? null,
    });
  }

  counted(): ReadFrame {
    const unread = this.messages.filter(
      ({ seq, senderId, deletedAt }) =>
        seq > this.readSeq && senderId !== ME && deletedAt === undefined,
    );
    const mentions = unread.filter(
      ({ mentions: called }) => called?.everyone === true || called?.people.includes(ME) === true,
    );
    const { generation, readSeq, lastSeq } = this;
    return {
      op: 'read',
      chatId: CHAT,
      ...{ generation, readSeq, lastSeq },
      unread: unread.length,
      mentions: mentions.length,
    };
  }

  page(limit = PAGE, before = Infinity): MessagePage {
    return this.#pageOf(this.messages, limit, before);
  }

  threadPage(root: number, limit = PAGE, before = Infinity): MessagePage {
    return this.#pageOf(this.threadOf(root), limit, before);
  }

  around(seq: number, each = 5): MessagePage {
    const all = this.messages;
    const index = all.findIndex((one) => one.seq >= seq);
    const from = Math.max(0, index - each);
    const items = all.slice(from, index + each);
    const end = from + items.length;
    return {
      items,
      before: from > 0 ? String(items[0]?.seq) : null,
      after: end < all.length ? String(items.at(-1)?.seq) : null,
      lastSeq: this.lastSeq,
    };
  }

  pageAfter(seq: number, limit = PAGE): MessagePage {
    const later = this.messages.filter((one) => one.seq > seq);
    const items = later.slice(0, limit);
    const after = later.length > limit ? String(items.at(-1)?.seq) : null;
    return { items, before: null, after, lastSeq: this.lastSeq };
  }

  snapshot(): SnapshotFrame {
    const { items, before } = this.page();
    return {
      op: 'snapshot',
      chatId: CHAT,
      lastSeq: this.lastSeq,
      readSeq: this.readSeq,
      marker: { generation: this.generation, readSeq: this.readSeq },
      messages: items,
      before: before ?? null,
      chat: { kind: 'group', title: this.title, ...this.#picture(), receipts: this.receipts },
    };
  }

  after(seq: number): LogEntry[] {
    return this.entries.slice(seq);
  }

  #pageOf(all: MessageView[], limit: number, before: number): MessagePage {
    const earlier = all.filter(({ seq }) => seq < before);
    const items = earlier.slice(-limit);
    const more = earlier.length > limit ? String(items[0]?.seq) : null;
    return { items, before: more, after: null, lastSeq: this.lastSeq };
  }

  #views(): MessageView[] {
    return [...this.#messages.values()].map((one) => {
      const reactions = this.#reactions.get(String(one.seq)) ?? [];
      const replies = [...this.#messages.values()].filter(
        ({ thread, deletedAt }) => thread === one.seq && deletedAt === undefined,
      );
      const last = replies.at(-1);
      return {
        ...one,
        ...(reactions.length === 0 ? {} : { reactions: reactions.map(viewOfReaction) }),
        ...(last === undefined
          ? {}
          : {
              replies: {
                count: replies.length,
                lastSeq: last.seq,
                lastAt: last.postedAt,
                senders: [...new Set(replies.map(({ senderId }) => senderId))].slice(0, 3),
              },
            }),
      };
    });
  }

  #present(seq: number): MessageView | undefined {
    const known = this.#messages.get(seq);
    return known?.deletedAt === undefined ? known : undefined;
  }

  /** All that is said of a chat at once, but what older entries do not have. */
  #revise(more: Record<string, unknown> = {}): void {
    const { title } = this;
    const known = { title, description: '', ...this.#picture() };
    this.#append({ type: 'chat.revised', ...known, ...more, by: ANA, at: AT });
  }

  #picture(): { pictureId?: string } {
    return this.pictureId === null ? {} : { pictureId: this.pictureId };
  }

  #append(fields: Record<string, unknown>): void {
    const entry = { chatId: CHAT, seq: this.lastSeq + 1, ...fields };
    this.entries.push(entry as unknown as LogEntry);
  }
}

function without<T extends object>(value: T, ...fields: string[]): T {
  return Object.fromEntries(
    Object.entries(value).filter(([field]) => !fields.includes(field)),
  ) as T;
}

function viewOfReaction({ emoji, users }: { emoji: string; users: string[] }) {
  return { emoji, count: users.length, mine: users.includes(ME), first: users.slice(0, 3) };
}
