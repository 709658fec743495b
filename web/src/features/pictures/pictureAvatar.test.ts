import { fireEvent, render } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { MediaDescriptions } from '$features/media';
import type { MediaView } from '$platform/api/types';
import { ProblemError } from '$platform/http';
import { FakeClock, mediaView } from '../../test/fakes';
import AvatarHarness from '../../test/AvatarHarness.svelte';

describe('the picture of an avatar', () => {
  let clock: FakeClock;
  let media: MediaDescriptions;
  /** What is known of the files; those that are not here are not there. */
  let files: Map<string, MediaView>;
  let asked: string[];
  let signature: number;

  beforeEach(() => {
    clock = new FakeClock();
    files = new Map();
    asked = [];
    signature = 0;
    const problem = { type: 'urn:tertulia:problem:not-found', title: 'Not here', status: 404 };
    media = new MediaDescriptions({
      me: 'u-me',
      clock,
      fetch: (ids) => {
        asked.push(...ids);
        return Promise.resolve(ids.flatMap((id) => files.get(id) ?? []).map(signed));
      },
      fetchOne: () => Promise.reject(new ProblemError(problem)),
    });
  });

  /** Addresses are others each time. */
  function signed(view: MediaView): MediaView {
    signature += 1;
    const previews = view.previews.map((preview) => ({
      ...preview,
      address: `/${view.id}/${preview.size}?${String(signature)}`,
    }));
    return { ...view, previews };
  }

  function show(pictureId: string | null, size: 's' | 'm' | 'l' = 'm') {
    const { container, rerender } = render(AvatarHarness, { media, pictureId, size });
    return {
      container,
      image: () => container.querySelector('img'),
      src: () => container.querySelector('img')?.getAttribute('src'),
      rerender,
    };
  }
  const come = () => clock.advance(50);

  it('is the smallest there is, over the initials, for nobody to be read out', async () => {
    files.set('p-1', mediaView('p-1'));
    const { container, image, src } = show('p-1');
    expect(image()).toBeNull();
    expect(container).toHaveTextContent('AB');
    await come();
    expect(src()).toBe('/p-1/small?1');
    expect(image()).toHaveAttribute('alt', '');
    expect(container.firstElementChild).toHaveAttribute('aria-hidden', 'true');
    expect(container).toHaveTextContent('AB');
  });

  it('is not asked for when there is none', async () => {
    const { container, image } = show(null);
    await come();
    expect(asked).toEqual([]);
    expect(image()).toBeNull();
    expect(container).toHaveTextContent('AB');
  });

  it('stays as it is when other addresses of it are learnt', async () => {
    files.set('p-1', mediaView('p-1'));
    const { image, src } = show('p-1');
    await come();
    const element = image();
    media.learn([signed(mediaView('p-1'))]);
    await come();
    expect(src()).toBe('/p-1/small?1');
    expect(image()).toBe(element);
  });

  it('is another one when another one was chosen, and none when it was taken away', async () => {
    files.set('p-1', mediaView('p-1'));
    files.set('p-2', mediaView('p-2'));
    const { src, image, rerender } = show('p-1');
    await come();
    await rerender({ pictureId: 'p-2' });
    await come();
    expect(src()).toBe('/p-2/small?2');
    await rerender({ pictureId: null });
    expect(image()).toBeNull();
  });

  it('is tried at another address once, and then left to the initials', async () => {
    files.set('p-1', mediaView('p-1'));
    const { image, src, container } = show('p-1');
    await come();
    await fireEvent.error(image() as Element);
    await come();
    expect(src()).toBe('/p-1/small?2');
    await fireEvent.error(image() as Element);
    await come();
    expect(image()).toBeNull();
    expect(asked).toEqual(['p-1', 'p-1']);
    expect(container).toHaveTextContent('AB');
    await fireEvent(window, new Event('online'));
    expect(src()).toBe('/p-1/small?2');
  });

  it.each<[string, Partial<MediaView> | null]>([
    ['not there any more', null],
    ['refused', { state: 'refused' }],
    ['without a preview', { state: 'no-preview', previews: [] }],
    ['no picture', { kind: 'file' }],
  ])('is quietly left out when it is %s', async (_what, fields) => {
    if (fields !== null) files.set('p-1', mediaView('p-1', 'image', fields));
    const { image, container } = show('p-1');
    await come();
    expect(image()).toBeNull();
    expect(container).toHaveTextContent('AB');
  });

  it('comes when the suite has looked into it', async () => {
    files.set('p-1', mediaView('p-1', 'image', { state: 'processing', previews: [] }));
    const { image, src } = show('p-1');
    await come();
    expect(image()).toBeNull();
    files.set('p-1', mediaView('p-1'));
    await clock.advance(2_000);
    expect(src()).toBe('/p-1/small?2');
  });

  it('has enough pixels for where it is shown', async () => {
    const [small, medium] = mediaView('p-1').previews;
    const previews = [{ ...small, width: 60 } as never, medium as never];
    files.set('p-1', mediaView('p-1', 'image', { previews }));
    const face = show('p-1', 's');
    const head = show('p-1', 'l');
    await come();
    expect(face.src()).toContain('/small');
    expect(head.src()).toContain('/medium');
  });
});
