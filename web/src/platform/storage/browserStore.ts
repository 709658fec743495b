/** One store of a database of this browser (IndexedDB). What it is asked for fails when the browser refuses it. */
export class BrowserStore {
  readonly #database: string;
  readonly #store: string;
  /** The connection of this page, once it is open: opening one takes longer than a page has that is left. */
  #connection: IDBDatabase | null = null;
  #connecting: Promise<IDBDatabase> | null = null;

  constructor(database: string, store: string) {
    this.#database = database;
    this.#store = store;
  }

  /**
   * What the work asks for, once it is there or done. Once the connection is there, what is written is on its way to
   * the browser when this returns.
   */
  async run<T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    // Nothing is awaited when the connection is there.
    const database = this.#connection ?? (await this.#connect());
    const transaction = database.transaction(this.#store, mode);
    const request = work(transaction.objectStore(this.#store));
    // Said now rather than when the answer is here, which a page that is left does not hear.
    transaction.commit();
    await ended(transaction);
    return request.result;
  }

  #connect(): Promise<IDBDatabase> {
    this.#connecting ??= this.#open().finally(() => {
      this.#connecting = null;
    });
    return this.#connecting;
  }

  async #open(): Promise<IDBDatabase> {
    const request = indexedDB.open(this.#database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(this.#store);
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(request.error ?? new Error('IndexedDB refused'));
      };
    });
    const forget = () => {
      if (this.#connection === database) this.#connection = null;
    };
    // The browser has cleared it, or another page wants to replace it.
    database.onclose = forget;
    database.onversionchange = () => {
      database.close();
      forget();
    };
    this.#connection = database;
    return database;
  }
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

/** The keys of one person: they begin with the person's id. */
export function keysOf(personId: string) {
  const keyOf = (key: string) => `${personId}/${key}`;
  return {
    keyOf,
    all: () => IDBKeyRange.bound(keyOf(''), keyOf('\uffff')),
    /** The key without the person. */
    plain: (key: string) => key.slice(keyOf('').length),
  };
}
