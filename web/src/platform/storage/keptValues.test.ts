import { IDBFactory, IDBKeyRange, IDBTransaction } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { keptValuesOf as keptValuesOfType } from './keptValues';

describe('keptValuesOf', () => {
  let keptValuesOf: typeof keptValuesOfType;

  beforeEach(async () => {
    vi.stubGlobal('indexedDB', new IDBFactory());
    vi.stubGlobal('IDBKeyRange', IDBKeyRange);
    await visit();
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  /** Another visit has a connection of its own. */
  async function visit() {
    vi.resetModules();
    ({ keptValuesOf } = await import('./keptValues'));
  }

  it('reads at the next visit what was written, each person their own', async () => {
    await keptValuesOf('ana').write('chats', [1, 2]);
    await keptValuesOf('leo').write('chats', [3]);
    await visit();
    expect(await keptValuesOf('ana').read('chats')).toEqual([1, 2]);
    expect(await keptValuesOf('leo').read('chats')).toEqual([3]);
    expect(await keptValuesOf('ana').read('people')).toBeUndefined();
  });

  it('forgets one person and no other', async () => {
    await keptValuesOf('ana').write('chats', 1);
    await keptValuesOf('leo').write('chats', 2);
    await keptValuesOf('ana').forget();
    expect(await keptValuesOf('ana').read('chats')).toBeUndefined();
    expect(await keptValuesOf('leo').read('chats')).toBe(2);
  });

  it('hands a write over, to its end, before it returns', async () => {
    const kept = keptValuesOf('ana');
    await kept.read('chats');
    const commit = vi.spyOn(IDBTransaction.prototype, 'commit');
    const written = kept.write('chats', 'as the page is left');
    expect(commit).toHaveBeenCalledTimes(1);
    await visit();
    expect(await keptValuesOf('ana').read('chats')).toBe('as the page is left');
    await written;
  });

  it('goes on with a new connection when the database is taken away', async () => {
    await keptValuesOf('ana').write('chats', 1);
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('tertulia');
      request.onsuccess = resolve;
      request.onblocked = reject;
    });
    expect(await keptValuesOf('ana').read('chats')).toBeUndefined();
    await keptValuesOf('ana').write('chats', 2);
    expect(await keptValuesOf('ana').read('chats')).toBe(2);
  });

  it('keeps nothing where there is no IndexedDB, and does not fail', async () => {
    vi.stubGlobal('indexedDB', undefined);
    await keptValuesOf('ana').write('chats', 1);
    expect(await keptValuesOf('ana').read('chats')).toBeUndefined();
  });
});
