import { BrowserStore, keysOf } from './browserStore';

/** Files kept in this browser for one person, so that they are there after a reload. Never fails: it may forget. */
export interface KeptBlobs {
  /** False where there is no room for it, or none is allowed. */
  keep(id: string, blob: Blob): Promise<boolean>;
  read(id: string): Promise<Blob | undefined>;
  remove(id: string): Promise<void>;
  /** The ids of all that is kept. */
  ids(): Promise<readonly string[]>;
  /** Forgets everything of the person. */
  forget(): Promise<void>;
}

/** Apart from the values, of which all are read at the beginning of a visit. */
const store = new BrowserStore('tertulia-files', 'files');

/** IndexedDB under one person's prefix: the browser keeps the bytes on its disk, and reads them as they are needed. */
export function keptBlobsOf(personId: string): KeptBlobs {
  const { keyOf, all, plain } = keysOf(personId);
  return {
    keep: (id, blob) =>
      succeeded(
        store.run('readwrite', (kept) => kept.put(blob, keyOf(id))).then(() => true),
        false,
      ),
    read: (id) =>
      succeeded(
        store.run<unknown>('readonly', (kept) => kept.get(keyOf(id))).then(asBlob),
        undefined,
      ),
    remove: async (id) => {
      await succeeded(
        store.run('readwrite', (kept) => kept.delete(keyOf(id))),
        undefined,
      );
    },
    ids: () =>
      succeeded(
        store
          .run('readonly', (kept) => kept.getAllKeys(all()))
          .then((keys) => keys.map((key) => plain(String(key)))),
        [],
      ),
    forget: async () => {
      await succeeded(
        store.run('readwrite', (kept) => kept.delete(all())),
        undefined,
      );
    },
  };
}

function asBlob(value: unknown): Blob | undefined {
  return value instanceof Blob ? value : undefined;
}

async function succeeded<T>(answer: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await answer;
  } catch {
    return otherwise;
  }
}
