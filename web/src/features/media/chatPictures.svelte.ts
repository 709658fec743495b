import type { ChatMediaView } from '$platform/api/types';
import { PagedList, type PageSource } from '$platform/async';
import { attachmentOf, isVisual, type ShownAttachment } from './attachment';

/** A picture or video of a chat, and where it was said. */
export interface ChatPicture {
  readonly seq: number;
  readonly attachment: ShownAttachment;
  /** Who sent it and when, when that is at hand. */
  readonly senderId?: string;
  readonly postedAt?: string;
}

/** Pictures in the order they were sent, and how to have those before them. */
export interface PictureSequence {
  readonly items: readonly ChatPicture[];
  /** There may be more before the first. */
  readonly hasOlder: boolean;
  /** Brings some of those. */
  older: () => Promise<void>;
}

/** A message, as far as its pictures are concerned. */
export interface PicturedMessage {
  readonly seq: number;
  readonly senderId: string;
  readonly postedAt: string;
  readonly attachments?: readonly ShownAttachment[] | null;
}

/** Pages of a chat's list, newest first, until one is found that is older than what is shown. */
const MOST_PAGES = 10;

export function keyOf({ seq, attachment }: ChatPicture): string {
  return `${String(seq)}/${attachment.mediaId}`;
}

/** What there is to look at in messages, in their order. */
export function picturesIn(messages: readonly PicturedMessage[]): readonly ChatPicture[] {
  return messages.flatMap(({ seq, senderId, postedAt, attachments }) =>
    (attachments ?? [])
      .filter(isVisual)
      .map((attachment) => ({ seq, attachment, senderId, postedAt })),
  );
}

/** The same of a page of the list of a chat's files, which begins with the newest. */
export function picturesOfList(list: readonly ChatMediaView[]): readonly ChatPicture[] {
  return list
    .filter(({ media }) => isVisual(media))
    .map(({ seq, media }) => ({ seq, attachment: attachmentOf(media) }))
    .toSorted((a, b) => a.seq - b.seq);
}

/**
 * The pictures of the messages that are shown, and before them those of the chat's list of files, which is only asked
 * for when somebody goes there. The two are joined where they meet, so that none is left out between them.
 */
export class ChatPictures implements PictureSequence {
  readonly #shown: () => readonly PicturedMessage[];
  readonly #list: PagedList<ChatMediaView> | null;
  readonly items: readonly ChatPicture[] = $derived.by(() =>
    joined(picturesIn(this.#shown()), picturesOfList(this.#list?.items ?? [])),
  );

  /**
   * @param shown messages without holes between them, ascending
   * @param source the chat's list of files; null when those of the messages are all there are
   */
  constructor(shown: () => readonly PicturedMessage[], source: PageSource<ChatMediaView> | null) {
    this.#shown = shown;
    this.#list = source === null ? null : new PagedList(source);
  }

  get hasOlder(): boolean {
    return this.#list !== null && (!this.#list.done || this.#list.hasMore);
  }

  async older(): Promise<void> {
    const first = this.items[0]?.seq ?? Infinity;
    const list = this.#list;
    for (let page = 0; list !== null && page < MOST_PAGES && this.hasOlder; page += 1) {
      if (list.done) await list.more();
      else await list.load();
      if (list.error !== null || (this.items[0]?.seq ?? Infinity) < first) return;
    }
  }

  dispose(): void {
    this.#list?.dispose();
  }
}

function joined(
  shown: readonly ChatPicture[],
  listed: readonly ChatPicture[],
): readonly ChatPicture[] {
  const oldestShown = shown[0]?.seq ?? Infinity;
  const newestShown = shown.at(-1)?.seq ?? -Infinity;
  const oldestListed = listed[0]?.seq ?? Infinity;
  if (shown.length > 0 && oldestListed > newestShown) return shown;
  const before = listed.filter(({ seq }) => seq < oldestShown);
  const after = listed.filter(({ seq }) => seq > newestShown && shown.length > 0);
  return [...before, ...shown, ...after];
}
