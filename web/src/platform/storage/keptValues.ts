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

/** The connection of this page, once it is open: opening one takes longer than a page has that is left. */
let connection: IDBDatabase | null = null;
let connecting: Promise<IDBDatabase> | null = null;

async function inStore(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  try {
    // Nothing is awaited when the connection is there.
    const database = connection ?? (await connect());
    const transaction = database.transaction(STORE, mode);
    const request = work(transaction.objectStore(STORE));
    // Said now rather than when the answer is here, which a page that is left does not hear.
    transaction.commit();
    await ended(transaction);
    return request.result;
  } catch {
    return undefined;
  }
}

function connect(): Promise<IDBDatabase> {
  connecting ??= open().finally(() => {
    connecting = null;
  });
  return connecting;
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('IndexedDB refused'));
    };
  });
  const forget = () => {
    if (connection === database) connection = null;
  };
  // The browser has cleared it, or another page wants to replace it.
  database.onclose = forget;
  database.onversionchange = () => {
    database.close();
    forget();
  };
  connection = database;
  return database;
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(transaction.error ?? new Error('IndexedDB gave up'));
    };
  });
}
