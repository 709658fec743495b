import { BrowserStore, keysOf } from './browserStore';

/** Larger values kept in this browser for one person, to begin with at the next visit. Never fails: it may forget. */
export interface KeptValues {
  read<T>(key: string): Promise<T | undefined>;
  /**
   * Settles when the value is kept. Once anything has been read or written, what is written is on its way to the
   * browser when this returns: it is kept also when the page goes away before it settles.
   */
  write(key: string, value: unknown): Promise<void>;
  /** Forgets everything of the person. */
  forget(): Promise<void>;
}

const store = new BrowserStore('tertulia', 'kept');

/** IndexedDB under one person's prefix; without it (private windows of some browsers) nothing is kept. */
export function keptValuesOf(personId: string): KeptValues {
  const { keyOf, all } = keysOf(personId);
  return {
    read: async <T>(key: string) =>
      (await orNothing(store.run<unknown>('readonly', (kept) => kept.get(keyOf(key))))) as
        T | undefined,
    write: async (key, value) => {
      await orNothing(store.run('readwrite', (kept) => kept.put(value, keyOf(key))));
    },
    forget: async () => {
      await orNothing(store.run('readwrite', (kept) => kept.delete(all())));
    },
  };
}

async function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch {
    return undefined;
  }
}
