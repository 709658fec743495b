import type { ChatMediaView, MediaKind } from '$platform/api/types';
import { PagedList } from '$platform/async';
import type { HttpClient } from '$platform/http';
import { attachmentOf } from './attachment';
import type { ChatPicture, PicturedMessage, PictureSequence } from './chatPictures.svelte';
import type { MediaDescriptions } from './descriptions.svelte';
import { fetchChatMedia } from './mediaApi';

/** The files of some kinds in a chat, page by page; in the order they were sent, for the viewer. */
export class GalleryList implements PictureSequence {
  readonly pages: PagedList<ChatMediaView>;
  readonly #known: (seq: number) => PicturedMessage | undefined;
  /** Without those whose message was deleted since. */
  readonly newestFirst: readonly ChatPicture[] = $derived.by(() =>
    this.pages.items.flatMap((item) => this.#pictureOf(item)),
  );
  readonly items: readonly ChatPicture[] = $derived.by(() => this.newestFirst.toReversed());

  constructor(
    http: HttpClient,
    media: MediaDescriptions,
    chatId: string,
    kinds: readonly MediaKind[],
    known: (seq: number) => PicturedMessage | undefined,
  ) {
    this.#known = known;
    this.pages = new PagedList(async (_query, cursor, signal) => {
      const page = await fetchChatMedia(http, chatId, kinds, cursor, signal);
      media.learn(page.items.map((item) => item.media));
      return page;
    });
  }

  get hasOlder(): boolean {
    return this.pages.hasMore;
  }

  older(): Promise<void> {
    return this.pages.more();
  }

  #pictureOf({ seq, media }: ChatMediaView): readonly ChatPicture[] {
    const message = this.#known(seq);
    if (message === undefined) return [{ seq, attachment: attachmentOf(media) }];
    const sent = message.attachments?.find(({ mediaId }) => mediaId === media.id);
    if (sent === undefined) return [];
    const { senderId, postedAt } = message;
    return [{ seq, attachment: attachmentOf(media, sent.alt), senderId, postedAt }];
  }
}
