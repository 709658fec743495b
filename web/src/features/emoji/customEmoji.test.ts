import { fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { MediaDescriptions } from '$features/media';
import type { MediaView } from '$platform/api/types';
import { NetworkError, ProblemError } from '$platform/http';
import { FakeClock, mediaView } from '../../test/fakes';
import MarkdownHarness from '../../test/MarkdownHarness.svelte';

describe('CustomEmoji', () => {
  let clock: FakeClock;
  let answer: () => readonly MediaView[];
  let asked: number;
  let why: Error;

  beforeEach(() => {
    clock = new FakeClock();
    asked = 0;
    answer = () => [picture()];
    why = new NetworkError();
    const media = new MediaDescriptions({
      me: 'me',
      fetch: () => {
        asked += 1;
        return new Promise((resolve) => {
          resolve(answer());
        });
      },
      fetchOne: () => Promise.reject(why),
      clock,
    });
    const emoji = (name: string) => (name === 'party' ? { name, mediaId: 'm' } : null);
    render(MarkdownHarness, { text: 'so :party:', emoji, media });
  });

  function picture(fields: Partial<MediaView> = {}): MediaView {
    const addressesExpireAt = new Date(clock.now() + 1_200_000).toISOString();
    return mediaView('m', 'image', { bytes: 4_000, addressesExpireAt, ...fields });
  }

  async function passed(ms = 20): Promise<void> {
    await clock.advance(ms);
    await tick();
  }

  const shown = () => screen.queryByRole('img', { name: ':party:' });

  it('has its room before its picture is there', async () => {
    expect(shown()?.tagName).toBe('SPAN');
    expect(shown()).toHaveClass('box');
    await passed();
    expect(shown()?.tagName).toBe('IMG');
    expect(shown()).toHaveClass('box');
    expect(shown()).toHaveAttribute('title', ':party:');
    expect(shown()).toHaveAttribute('src', picture().address);
  });

  it('shows a preview of a large picture', async () => {
    answer = () => [picture({ bytes: 3_000_000 })];
    await passed();
    expect(shown()).toHaveAttribute('src', expect.stringContaining('/small?'));
  });

  it('waits while the picture is looked into, and no longer', async () => {
    answer = () => [picture({ state: 'processing', previews: [], contentType: 'image/tiff' })];
    await passed();
    expect(shown()?.tagName).toBe('SPAN');
    answer = () => [picture({ state: 'refused', previews: [], contentType: 'image/tiff' })];
    await passed(1_100);
    expect(shown()).toBeNull();
    expect(screen.getByText(':party:')).toBeVisible();
  });

  it.each([
    ['it is gone', 404, 'not-found'],
    ['it is not for me to see', 403, 'media-withdrawn'],
  ])('is its name when %s', async (_when, status, slug) => {
    answer = () => [];
    why = new ProblemError({ type: `urn:tertulia:problem:${slug}`, title: slug, status });
    await passed();
    expect(screen.getByText(':party:')).toBeVisible();
  });

  it('tries another address once, then is its name until the network is back', async () => {
    await passed();
    const image = () => shown() as HTMLImageElement;
    answer = () => [picture({ address: '/another' })];
    await fireEvent.error(image());
    await passed();
    expect(image()).toHaveAttribute('src', '/another');
    await fireEvent.error(image());
    await passed();
    expect(screen.getByText(':party:')).toBeVisible();
    expect(asked).toBe(2);
    await fireEvent(window, new Event('online'));
    await passed();
    expect(image()).toHaveAttribute('src', '/another');
  });
});
