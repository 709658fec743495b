import { describe, expect, it } from 'vitest';
import type { ChatMediaView, MessageView, Page } from '$platform/api/types';
import { ANA, attachment, CHAT, mediaView, message, settled } from '../../test/fakes';
import { ChatPictures, picturesIn, type ChatPicture } from './chatPictures.svelte';
import { ViewerModel } from './viewer.svelte';

/** A chat in which every message is a photo, seen through a list of pages of three. */
function listOf(last: number): (cursor: string | null) => Page<ChatMediaView> {
  return (cursor) => {
    const from = cursor === null ? last : Number(cursor);
    const seqs = [from, from - 1, from - 2].filter((seq) => seq > 0);
    const items = seqs.map((seq) => ({ chatId: CHAT, seq, media: mediaView(`p${String(seq)}`) }));
    return from > 3 ? { items, next: String(from - 3) } : { items };
  };
}

const photo = (seq: number): MessageView =>
  message(seq, {
    attachments: [attachment(`p${String(seq)}`, 'image', { alt: `No. ${String(seq)}` })],
  });
const seqs = (items: readonly ChatPicture[]) => items.map(({ seq }) => seq);

describe('ChatPictures', () => {
  it('begins with what is shown, each file of a message in its order', () => {
    const album = message(2, {
      attachments: [attachment('a'), attachment('b', 'file'), attachment('c', 'video')],
    });
    const names = picturesIn([message(1), album]).map((one) => one.attachment.mediaId);
    expect(names).toEqual(['a', 'c']);
  });

  it('goes on to those before, and asks for them only then', async () => {
    let asked = 0;
    const list = listOf(9);
    const pictures = new ChatPictures(
      () => [photo(8), photo(9)],
      (_query, cursor) => {
        asked += 1;
        return Promise.resolve(list(cursor));
      },
    );
    expect(seqs(pictures.items)).toEqual([8, 9]);
    expect([asked, pictures.hasOlder]).toEqual([0, true]);
    await pictures.older();
    expect(seqs(pictures.items)).toEqual([7, 8, 9]);
    await pictures.older();
    await pictures.older();
    expect(seqs(pictures.items)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(pictures.hasOlder).toBe(false);
  });

  it('leaves none out between what is shown and what is listed', async () => {
    const list = listOf(12);
    const pages: (string | null)[] = [];
    const pictures = new ChatPictures(
      () => [photo(4), photo(5)],
      (_query, cursor) => {
        pages.push(cursor);
        return Promise.resolve(list(cursor));
      },
    );
    await pictures.older();
    expect(pages).toEqual([null, '9', '6', '3']);
    expect(seqs(pictures.items)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('stays with what is shown when nobody answers', async () => {
    const pictures = new ChatPictures(
      () => [photo(4)],
      () => Promise.reject(new Error('away')),
    );
    await pictures.older();
    expect(seqs(pictures.items)).toEqual([4]);
    expect(pictures.hasOlder).toBe(true);
  });
});

describe('ViewerModel', () => {
  function viewer(shown: readonly MessageView[], last: number, at: number) {
    const list = listOf(last);
    let messages = $state.raw(shown);
    const pictures = new ChatPictures(
      () => messages,
      (_query, cursor) => Promise.resolve(list(cursor)),
    );
    const first = picturesIn(shown).find(({ seq }) => seq === at);
    if (first === undefined) throw new Error('there is no such picture');
    const model = new ViewerModel(pictures, first, (seq) => Promise.resolve(photo(seq)));
    const set = (next: readonly MessageView[]) => (messages = next);
    return { model, set };
  }

  it('walks the pictures, and further back than the messages that are shown', async () => {
    const { model } = viewer([photo(3), photo(4)], 4, 3);
    expect([model.index, model.count, model.isOpenEnded]).toEqual([0, 2, true]);
    model.next();
    expect(model.current?.seq).toBe(4);
    model.next();
    expect([model.current?.seq, model.hasNext]).toEqual([4, false]);
    await model.previous();
    await model.previous();
    expect([model.current?.seq, model.index, model.count]).toEqual([2, 0, 3]);
    await model.previous();
    expect(model.current?.seq).toBe(1);
    await model.previous();
    expect([model.current?.seq, model.hasPrevious, model.isOpenEnded]).toEqual([1, false, false]);
  });

  it('finds out who sent one that only the list knows, and what it shows', async () => {
    const { model } = viewer([photo(4)], 4, 4);
    expect(model.story).toMatchObject({ senderId: ANA, alt: 'No. 4' });
    await model.previous();
    await settled();
    expect(model.story).toMatchObject({ senderId: ANA, alt: 'No. 3' });
  });

  it('stays at one whose message goes away, until somebody goes on', async () => {
    const { model, set } = viewer([photo(2), photo(3), photo(4)], 1, 3);
    set([photo(2), photo(4)]);
    expect([model.current?.seq, model.index]).toEqual([3, -1]);
    await model.previous();
    expect(model.current?.seq).toBe(2);
    set([photo(4)]);
    model.next();
    expect(model.current?.seq).toBe(4);
  });

  it('shows each picture as a whole first', async () => {
    const { model } = viewer([photo(2), photo(3)], 3, 3);
    model.zoom.nearer();
    expect(model.zoom.isZoomed).toBe(true);
    model.next();
    expect(model.zoom.isZoomed).toBe(true);
    await model.previous();
    expect(model.zoom.isZoomed).toBe(false);
  });
});
