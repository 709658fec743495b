/** Larger values kept in this browser for one person, to begin with at the next visit. Never fails: it may forget. */
export interface KeptValues {
  read<T>(key: string): Promise<T | undefined>;
  write(key: string, value: unknown): Promise<void>;
  /** Forgets everything of the person. */
  forget(): Promise<void>;
}

const DATABASE = 'tertulia';
const STORE = 'kept';

/** IndexedDB under one person's prefix; without it (private windows of some browsers) nothing is kept. */
export function keptValuesOf(personId: string): KeptValues {
  const keyOf = (key: string) => `${personId}/${key}`;
  return {
    read: async <T>(key: string) =>
      (await inStore('readonly', (store) => store.get(keyOf(key)))) as T | undefined,
    write: async (key, value) => {
      await inStore('readwrite', (store) => store.put(value, keyOf(key)));
    },
    forget: async () => {
      const all = IDBKeyRange.bound(keyOf(''), keyOf('\uffff'));
      await inStore('readwrite', (store) => store.delete(all));
    },
  };
}

async function inStore(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  try {
    const database = await openDatabase();
    try {
      return await answerOf(work(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return answerOf(request);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('IndexedDB refused'));
    };
  });
}
