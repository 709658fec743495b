import { DefaultHttpStack } from 'tus-js-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HttpClient } from '$platform/http';
import { CHAT, FakeBlobs, FakeClock, FakeStorage } from '../../test/fakes';
import { someUploads, WIDE } from '../../test/someUploads';
import { TusServer } from '../../test/tusServer';
import { AuthorizedStack } from './authorizedStack';
import type { FileUpload } from './fileUpload';
import type { Uploads } from './uploads.svelte';
import { deleteMedia, deleteUpload } from './wire';

const TEXT = 'long '.repeat(100_000);

function fileOf(text: string, name = 'notes.txt', type = 'text/plain'): File {
  return new File([text], name, { type, lastModified: 7 });
}

describe('Uploads', () => {
  let server: TusServer;
  let clock: FakeClock;
  let storage: FakeStorage;
  let blobs: FakeBlobs;
  let limits: typeof WIDE;
  let token: string;
  let renewed: (string | null)[];
  let uploaded: Record<string, string>;
  let uploads: Uploads;
  const open: Uploads[] = [];
  /** One tab at a time works under a name. */
  const locks = new Map<string, Promise<unknown>>();

  function exclusively<T>(lock: string, work: () => Promise<T>): Promise<T> {
    const turn = (locks.get(lock) ?? Promise.resolve()).then(work);
    locks.set(
      lock,
      turn.catch(() => undefined),
    );
    return turn;
  }

  function visit(kept: FakeStorage = storage): Uploads {
    const tokens = {
      current: () => token,
      renew: (failed: string | null) => {
        renewed.push(failed);
        token = 'good';
        return Promise.resolve(token);
      },
    };
    // The fetch of the platform does not take the signals of the page it stands beside.
    const plain: typeof fetch = (input, init) => fetch(input, { ...init, signal: null });
    const http = new HttpClient({ base: server.base, tokens, fetch: plain });
    const all = someUploads({
      ...{ endpoint: server.endpoint, clock, storage: kept, blobs, exclusively },
      stack: new AuthorizedStack(tokens, new DefaultHttpStack({})),
      fetchLimits: () => Promise.resolve(limits),
      giveUp: (id, complete) => (complete ? deleteMedia(http, id) : deleteUpload(http, id)),
      uploaded: (uploadId, mediaId) => {
        uploaded[uploadId] = mediaId;
      },
    });
    open.push(all);
    return all;
  }

  function reload(inUse: string[] = []): Uploads {
    uploads.dispose();
    uploads = visit();
    uploads.start(new Set(inUse));
    return uploads;
  }

  const add = (file = fileOf(TEXT)): FileUpload => {
    const [upload] = uploads.add(CHAT, [file]);
    if (upload === undefined) throw new Error('not taken');
    return upload;
  };
  const find = (id: string) => uploads.find(id);
  const comesTo = (id: string, fields: Partial<FileUpload>) =>
    vi.waitFor(() => {
      expect(find(id)).toMatchObject(fields);
    }, 5_000);
  /** An attempt has failed, and the next one is yet to come. */
  const failsOnce = (id: string, fields: Partial<FileUpload> = {}) =>
    vi.waitFor(() => {
      expect(find(id)).toMatchObject({ state: 'waiting', ...fields });
      expect(find(id)?.problem).not.toBeNull();
    }, 5_000);
  const waitsAndGoesOn = async (id: string) => {
    await failsOnce(id);
    await clock.advance(30_000);
  };
  const asked = (method: string) => server.asked.filter((line) => line.startsWith(method));

  beforeEach(async () => {
    server = await TusServer.open();
    clock = new FakeClock();
    storage = new FakeStorage();
    blobs = new FakeBlobs();
    limits = WIDE;
    token = 'good';
    renewed = [];
    uploaded = {};
    locks.clear();
    uploads = visit();
  });

  afterEach(async () => {
    for (const one of open.splice(0)) one.dispose();
    await server.close();
  });

  it('sends what was picked, whole and under its name', async () => {
    const { id } = add(fileOf(TEXT, 'año.txt'));
    await comesTo(id, { state: 'complete', mediaId: 'm-1' });
    expect(uploads.sentOf(id)).toBe(TEXT.length);
    expect(server.text('m-1')).toBe(TEXT);
    expect(server.uploads.get('m-1')?.metadata).toEqual({ filename: 'año.txt' });
  });

  it('sends a long file in pieces, one after the other', async () => {
    const { id } = add(fileOf('x'.repeat(9_000_000)));
    await comesTo(id, { state: 'complete' });
    expect(asked('PATCH')).toEqual(['PATCH m-1 at 0', 'PATCH m-1 at 8388608']);
  });

  it('sends an empty file', async () => {
    const { id } = add(fileOf(''));
    await comesTo(id, { state: 'complete', mediaId: 'm-1' });
  });

  it('sends a few at a time, and takes as many as one message can have', async () => {
    let release: () => void = () => undefined;
    server.held = new Promise((resolve) => (release = resolve));
    const files = Array.from({ length: 12 }, (_none, index) => fileOf(`${String(index)}`));
    expect(uploads.add(CHAT, files)).toHaveLength(10);
    await vi.waitFor(() => {
      expect(server.most).toBe(3);
    });
    release();
    await vi.waitFor(() => {
      expect(uploads.at(CHAT).every(({ state }) => state === 'complete')).toBe(true);
    }, 5_000);
    expect(server.most).toBe(3);
  });

  it('goes on from where the suite has it after the connection was cut', async () => {
    server.cutAfter = 200_000;
    const { id } = add();
    await waitsAndGoesOn(id);
    await comesTo(id, { state: 'complete' });
    expect(server.text('m-1')).toBe(TEXT);
    const [, again] = asked('PATCH');
    expect(Number(again?.split(' at ')[1])).toBeGreaterThanOrEqual(200_000);
    expect(asked('POST')).toHaveLength(1);
  });

  it('waits without a connection, and goes on at once when there is one again', async () => {
    server.reach(false);
    const { id } = add();
    await comesTo(id, { state: 'waiting', problem: { title: 'No answer' } as never });
    server.reach(true);
    uploads.reachable();
    await comesTo(id, { state: 'complete' });
  });

  it('does not wait for an answer when the device has no connection any more', async () => {
    server.held = new Promise(() => undefined);
    const { id } = add();
    await comesTo(id, { state: 'sending' });
    uploads.unreachable();
    await comesTo(id, { state: 'waiting', problem: { title: 'No answer' } as never });
    server.held = null;
    uploads.reachable();
    await comesTo(id, { state: 'complete' });
    expect(server.text('m-1')).toBe(TEXT);
  });

  it('goes on after a reload from where the suite has it', async () => {
    server.cutAfter = 200_000;
    const { id } = add();
    await failsOnce(id, { kept: true });
    reload();
    await comesTo(id, { state: 'complete', mediaId: 'm-1' });
    expect(server.text('m-1')).toBe(TEXT);
    expect(asked('POST')).toHaveLength(1);
    expect(find(id)?.localUrl).toMatch(/^blob:/);
  });

  it('asks for a file again that the browser had no room for', async () => {
    blobs.full = true;
    server.cutAfter = 200_000;
    const { id } = add();
    await failsOnce(id, { kept: false });
    reload();
    await comesTo(id, { state: 'missing' });
    expect(uploads.pickAgain(id, fileOf('another'))).toBe(false);
    expect(uploads.pickAgain(id, fileOf(TEXT))).toBe(true);
    await comesTo(id, { state: 'complete', mediaId: 'm-1' });
    expect(server.text('m-1')).toBe(TEXT);
  });

  it('begins anew with a file that was changed since', async () => {
    blobs.full = true;
    server.cutAfter = 200_000;
    const { id } = add();
    await failsOnce(id, { kept: false });
    reload();
    await comesTo(id, { state: 'missing' });
    const changed = TEXT.replaceAll('long', 'LONG');
    uploads.pickAgain(id, new File([changed], 'notes.txt', { lastModified: 8 }));
    await comesTo(id, { state: 'complete', mediaId: 'm-2' });
    expect(server.text('m-2')).toBe(changed);
  });

  it('renews a token that is refused', async () => {
    server.tokens.add('good');
    token = 'old';
    const { id } = add();
    await comesTo(id, { state: 'complete' });
    expect(renewed).toEqual(['old']);
  });

  it.each([
    [409, 'upload-offset-mismatch'],
    [423, 'upload-locked'],
    [460, 'upload-checksum-mismatch'],
    [429, 'rate-limited'],
    [503, 'service-unavailable'],
  ])('tries again after a passing refusal (%i)', async (status, slug) => {
    server.answer('PATCH', { status, slug });
    const { id } = add();
    await waitsAndGoesOn(id);
    await comesTo(id, { state: 'complete', mediaId: 'm-1' });
    expect(server.text('m-1')).toBe(TEXT);
  });

  it('waits as long as it is told to', async () => {
    clock.chance = 0;
    server.answer('POST', { status: 503, headers: { 'Retry-After': '20' } });
    const { id } = add();
    await comesTo(id, { state: 'waiting', problem: { status: 503 } as never });
    await clock.advance(19_000);
    expect(asked('POST')).toHaveLength(1);
    await clock.advance(1_000);
    await comesTo(id, { state: 'complete' });
  });

  it('waits while there are too many unfinished uploads', async () => {
    server.answer('POST', { status: 409, slug: 'too-many-uploads' });
    const { id } = add();
    await waitsAndGoesOn(id);
    await comesTo(id, { state: 'complete' });
  });

  it.each([
    [404, 'not-found'],
    [410, 'upload-expired'],
  ])('begins anew what is gone (%i)', async (status, slug) => {
    server.cutAfter = 200_000;
    const { id } = add();
    await failsOnce(id, { kept: true });
    server.answer('HEAD', { status, slug });
    reload();
    await comesTo(id, { state: 'complete', mediaId: 'm-2' });
    expect(server.text('m-2')).toBe(TEXT);
  });

  it('gives up on what is gone again and again', async () => {
    for (let times = 0; times < 4; times += 1)
      server.answer('PATCH', { status: 410, slug: 'gone' });
    const { id } = add();
    await comesTo(id, { state: 'refused' });
    expect(asked('PATCH')).toHaveLength(4);
  });

  it('tells what is refused for good, and tries again when asked to', async () => {
    server.answer('POST', { status: 413, slug: 'quota-exceeded' });
    const { id } = add();
    await comesTo(id, { state: 'refused' });
    expect(find(id)?.problem?.type).toBe('urn:tertulia:problem:quota-exceeded');
    reload();
    expect(find(id)).toMatchObject({ state: 'refused' });
    uploads.resume(id);
    await comesTo(id, { state: 'complete' });
  });

  it('sends nothing that runs into a limit', async () => {
    limits = { ...WIDE, maxBytes: 10 };
    const { id } = add();
    await comesTo(id, { state: 'refused' });
    expect(find(id)?.problem?.type).toBe('urn:tertulia:problem:file-too-large');
    limits = { ...WIDE, quotaBytes: 600_000, usedBytes: 500_000 };
    uploads.resume(id);
    await comesTo(id, { state: 'refused' });
    await vi.waitFor(() => {
      expect(find(id)?.problem?.type).toBe('urn:tertulia:problem:quota-exceeded');
    });
    expect(server.asked).toEqual([]);
  });

  it('pauses, over a reload too, and goes on', async () => {
    server.cutAfter = 200_000;
    const { id } = add();
    await failsOnce(id, { kept: true });
    uploads.pause(id);
    await clock.advance(60_000);
    reload();
    expect(find(id)).toMatchObject({ state: 'paused' });
    uploads.resume(id);
    await comesTo(id, { state: 'complete', mediaId: 'm-1' });
  });

  it('takes back what is under way, and what is there', async () => {
    let release: () => void = () => undefined;
    server.cutAfter = 200_000;
    const cut = add();
    await failsOnce(cut.id);
    uploads.cancel(cut.id);
    expect(find(cut.id)).toBeUndefined();
    await vi.waitFor(() => {
      expect(server.asked).toContain('DELETE m-1');
    });
    server.held = new Promise((resolve) => (release = resolve));
    const held = add();
    await comesTo(held.id, { state: 'sending' });
    uploads.cancel(held.id);
    release();
    expect(storage.keys('')).toEqual([]);
    expect(blobs.files.size).toBe(0);
  });

  it('begins again when a picture is to be sent as it is', async () => {
    const { id } = add(fileOf('picture', 'garden.jpg', 'image/jpeg'));
    await comesTo(id, { state: 'complete', mediaId: 'm-1' });
    uploads.keepOriginal(id, true);
    await comesTo(id, { state: 'complete', mediaId: 'm-2' });
    expect(server.uploads.get('m-2')?.metadata).toEqual({
      filename: 'garden.jpg',
      keepOriginal: 'true',
    });
  });

  it('keeps what a picture shows', () => {
    const { id } = add(fileOf('picture', 'garden.jpg', 'image/jpeg'));
    uploads.describe(id, ' The garden ');
    reload();
    const outgoing = uploads.outgoing(uploads.at(CHAT));
    expect(outgoing).toMatchObject([{ uploadId: id, alt: 'The garden' }]);
    expect(uploads.shown(outgoing)).toMatchObject([{ kind: 'image', alt: 'The garden' }]);
  });

  it('tells when what goes with a message is there, also after a reload', async () => {
    server.cutAfter = 200_000;
    const { id } = add();
    uploads.taken(uploads.outgoing(uploads.at(CHAT)));
    expect(uploads.at(CHAT)).toEqual([]);
    await failsOnce(id, { kept: true });
    reload([id]);
    await comesTo(id, { state: 'complete' });
    expect(uploaded).toEqual({ [id]: 'm-1' });
    uploaded = {};
    reload([id]);
    expect(uploaded).toEqual({ [id]: 'm-1' });
    uploads.released([id], true);
    expect(find(id)).toBeUndefined();
    expect(asked('DELETE')).toEqual([]);
  });

  it('forgets at the next visit what went with a message that is there', async () => {
    const { id } = add();
    await comesTo(id, { state: 'complete', kept: true });
    uploads.taken(uploads.outgoing(uploads.at(CHAT)));
    reload([]);
    expect(find(id)).toBeUndefined();
    expect(blobs.files.size).toBe(0);
  });

  it('works without any room in this browser, as long as the page is there', async () => {
    storage.full = true;
    const { id } = add();
    await comesTo(id, { state: 'complete', kept: false });
  });

  it('is done by one tab, and gone on with by the other', async () => {
    let release: () => void = () => undefined;
    server.held = new Promise((resolve) => (release = resolve));
    const { id } = add();
    await comesTo(id, { state: 'sending', kept: true });
    const other = visit(new FakeStorage(storage));
    other.start(new Set());
    expect(other.find(id)).toMatchObject({ name: 'notes.txt' });
    // The first tab is closed.
    uploads.dispose();
    release();
    await vi.waitFor(() => {
      expect(other.find(id)).toMatchObject({ state: 'complete' });
    }, 5_000);
  });

  it('shows in one tab what the other has done', async () => {
    const other = visit(new FakeStorage(storage));
    other.start(new Set());
    const { id } = add();
    await comesTo(id, { state: 'complete' });
    expect(other.find(id)).toMatchObject({ state: 'complete', mediaId: 'm-1' });
    expect(asked('POST')).toHaveLength(1);
    uploads.cancel(id);
    expect(other.find(id)).toBeUndefined();
  });
});
