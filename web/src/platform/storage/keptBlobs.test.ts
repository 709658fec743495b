/// <reference types="node" />
import { Blob as PlatformBlob } from 'node:buffer';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { keptBlobsOf as keptBlobsOfType } from './keptBlobs';

describe('keptBlobsOf', () => {
  let keptBlobsOf: typeof keptBlobsOfType;
  const blob = (text: string) => new PlatformBlob([text]) as unknown as Blob;

  beforeEach(async () => {
    vi.stubGlobal('indexedDB', new IDBFactory());
    vi.stubGlobal('IDBKeyRange', IDBKeyRange);
    // What can be stored by the database is what the platform has, not what the page of the tests has.
    vi.stubGlobal('Blob', PlatformBlob);
    await visit();
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  async function visit() {
    vi.resetModules();
    ({ keptBlobsOf } = await import('./keptBlobs'));
  }

  it('has at the next visit what was kept, each person their own', async () => {
    expect(await keptBlobsOf('ana').keep('one', blob('hola'))).toBe(true);
    await keptBlobsOf('leo').keep('two', blob('adiós'));
    await visit();
    expect(await (await keptBlobsOf('ana').read('one'))?.text()).toBe('hola');
    expect(await keptBlobsOf('ana').read('two')).toBeUndefined();
    expect(await keptBlobsOf('ana').ids()).toEqual(['one']);
    await keptBlobsOf('ana').remove('one');
    expect(await keptBlobsOf('ana').ids()).toEqual([]);
  });

  it('forgets one person and no other', async () => {
    await keptBlobsOf('ana').keep('one', blob('hola'));
    await keptBlobsOf('leo').keep('two', blob('adiós'));
    await keptBlobsOf('ana').forget();
    expect(await keptBlobsOf('ana').ids()).toEqual([]);
    expect(await keptBlobsOf('leo').ids()).toEqual(['two']);
  });

  it('says that nothing was kept where there is no IndexedDB', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await keptBlobsOf('ana').keep('one', blob('hola'))).toBe(false);
    expect(await keptBlobsOf('ana').read('one')).toBeUndefined();
    expect(await keptBlobsOf('ana').ids()).toEqual([]);
  });
});
