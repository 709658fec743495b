import { beforeEach, describe, expect, it } from 'vitest';
import type { MediaView } from '$platform/api/types';
import { NetworkError, ProblemError } from '$platform/http';
import { attachment, FakeClock, mediaView, settled } from '../../test/fakes';
import { MediaDescriptions } from './descriptions.svelte';

const FRAME = 16;

describe('MediaDescriptions', () => {
  let clock: FakeClock;
  let asked: string[][];
  let askedWhy: string[];
  let answer: (ids: readonly string[]) => readonly MediaView[];
  let why: (id: string) => MediaView;
  let media: MediaDescriptions;

  beforeEach(() => {
    clock = new FakeClock();
    asked = [];
    askedWhy = [];
    answer = (ids) => ids.map((id) => fresh(id));
    why = () => {
      throw problem(404, 'not-found');
    };
    media = new MediaDescriptions({
      me: 'me',
      fetch: (ids) => {
        asked.push([...ids]);
        return answered(() => answer(ids));
      },
      fetchOne: (id) => {
        askedWhy.push(id);
        return answered(() => why(id));
      },
      clock,
    });
  });

  function answered<T>(make: () => T): Promise<T> {
    return new Promise((resolve) => {
      resolve(make());
    });
  }

  function fresh(id: string, fields: Partial<MediaView> = {}): MediaView {
    const addressesExpireAt = new Date(clock.now() + 20 * 60_000).toISOString();
    return mediaView(id, 'image', { addressesExpireAt, ...fields });
  }

  const wantAll = (count: number) =>
    Array.from({ length: count }, (_none, index) => media.want(media.of(`f${String(index)}`)));
  const withdrawn = () => problem(403, 'media-withdrawn');

  it('asks within a frame for all that came into sight, once for each file', async () => {
    wantAll(3);
    media.want(media.of('f1'));
    expect(asked).toEqual([]);
    await clock.advance(FRAME);
    expect(asked).toEqual([['f0', 'f1', 'f2']]);
    expect(media.of('f1')).toMatchObject({ standing: 'known', view: { id: 'f1' } });
  });

  it('asks for a hundred at a time', async () => {
    wantAll(230);
    await clock.advance(FRAME);
    expect(asked.map(({ length }) => length)).toEqual([100, 100, 30]);
  });

  it('asks for nothing that went out of sight within the frame', async () => {
    const [first] = wantAll(2);
    first?.();
    first?.();
    await clock.advance(FRAME);
    expect(asked).toEqual([['f1']]);
  });

  it('keeps addresses until shortly before they expire', async () => {
    media.want(media.of('a'))();
    await clock.advance(FRAME);
    expect(asked).toEqual([]);
    const stop = media.want(media.of('a'));
    await clock.advance(FRAME);
    stop();
    await clock.advance(18 * 60_000);
    media.want(media.of('a'))();
    expect(await media.fresh(media.of('a'))).toMatchObject({ id: 'a' });
    await clock.advance(FRAME);
    expect(asked).toHaveLength(1);
    await clock.advance(2 * 60_000);
    expect(await media.fresh(media.of('a'))).toMatchObject({ id: 'a' });
    expect(asked).toHaveLength(2);
    await media.fresh(media.of('a'), true);
    expect(asked).toHaveLength(3);
  });

  it('asks again for what is looked into, later each time, and not for ever', async () => {
    answer = (ids) => ids.map((id) => fresh(id, { state: 'processing', previews: [] }));
    media.want(media.of('a'));
    await clock.advance(FRAME);
    await clock.advance(1_000 + FRAME);
    expect(asked).toHaveLength(2);
    await clock.advance(1_000 + FRAME);
    expect(asked).toHaveLength(2);
    await clock.advance(600);
    expect(asked).toHaveLength(3);
    await clock.advance(60 * 60_000);
    expect(asked).toHaveLength(16);
    media.retry(media.of('a'));
    await clock.advance(FRAME);
    expect(asked).toHaveLength(17);
  });

  it('stops as soon as it is ready, or out of sight', async () => {
    answer = (ids) => ids.map((id) => fresh(id, { state: 'processing', previews: [] }));
    const [stop] = wantAll(2);
    await clock.advance(FRAME);
    stop?.();
    answer = (ids) => ids.map((id) => fresh(id));
    await clock.advance(60_000);
    expect(asked).toEqual([['f0', 'f1'], ['f1']]);
  });

  it('asks together again for what was asked for together', async () => {
    answer = (ids) => ids.map((id) => fresh(id, { state: 'processing', previews: [] }));
    wantAll(5);
    await clock.advance(FRAME);
    await clock.advance(2_000);
    expect(asked.map(({ length }) => length)).toEqual([5, 5]);
  });

  it('says that nobody answered, and asks again by itself', async () => {
    answer = () => {
      throw new NetworkError();
    };
    media.want(media.of('a'));
    await clock.advance(FRAME);
    expect(media.of('a').standing).toBe('failed');
    answer = (ids) => ids.map((id) => fresh(id));
    await clock.advance(1_500);
    expect(media.of('a').standing).toBe('known');
  });

  it('goes on showing what it knows when nobody answers', async () => {
    media.learn([fresh('a', { addressesExpireAt: new Date(clock.now()).toISOString() })]);
    answer = () => {
      throw new NetworkError();
    };
    media.want(media.of('a'));
    await clock.advance(FRAME);
    expect(asked).toHaveLength(1);
    expect(media.of('a')).toMatchObject({ standing: 'known', view: { id: 'a' } });
  });

  it('finds out why a file is not there: gone, or not for me any more', async () => {
    answer = () => [];
    why = (id) => {
      throw id === 'f0' ? withdrawn() : problem(404, 'not-found');
    };
    wantAll(2);
    await clock.advance(FRAME);
    expect(askedWhy).toEqual(['f0', 'f1']);
    expect(media.of('f0').standing).toBe('withdrawn');
    expect(media.of('f1').standing).toBe('gone');
    expect(await media.fresh(media.of('f1'))).toBeNull();
  });

  it('knows what was described elsewhere', async () => {
    media.learn([fresh('a')]);
    media.want(media.of('a'));
    await clock.advance(FRAME);
    expect(asked).toEqual([]);
  });

  it('remembers a bounded number of files, those in sight among them', async () => {
    const shown = media.of('shown');
    media.want(shown);
    const first = media.of('first');
    for (let index = 0; index < 2_001; index += 1) media.of(`x${String(index)}`);
    expect(media.of('first')).not.toBe(first);
    expect(media.of('shown')).toBe(shown);
    await settled();
  });

  it('asks for nothing more once it is disposed of', async () => {
    answer = (ids) => ids.map((id) => fresh(id, { state: 'processing', previews: [] }));
    media.want(media.of('a'));
    await clock.advance(FRAME);
    media.want(media.of('b'));
    media.dispose();
    await clock.advance(60_000);
    expect(asked).toHaveLength(1);
  });

  it('goes on showing the file of this browser when the suite has it', () => {
    const { mediaId, kind, name, contentType, bytes } = attachment('a');
    const unmeasured = { mediaId, kind, name, contentType, bytes };
    expect(media.withLent(unmeasured)).toBe(unmeasured);
    media.lend({ ...attachment('a', 'image', { width: 30, height: 20 }), localUrl: 'blob:1' });
    expect(media.withLent(unmeasured)).toMatchObject({
      width: 30,
      height: 20,
      localUrl: 'blob:1',
    });
    media.giveBack('a');
    expect(media.withLent(unmeasured)).toBe(unmeasured);
  });
});

function problem(status: number, slug: string): ProblemError {
  return new ProblemError({ type: `urn:tertulia:problem:${slug}`, title: slug, status });
}
