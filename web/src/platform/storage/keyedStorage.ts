/** Small values kept by key in this browser for one person. Survives reload; never throws. */
export interface KeyedStorage {
  get(key: string): string | null;
  /** False where there is no room for it, or none of it is allowed: nothing is kept then. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
  /** Keys that begin with the prefix, in no order. */
  keys(prefix: string): string[];
  /** Tells of changes made by other tabs; value is null when the key went. Returns the way to stop. */
  watch(changed: (key: string, value: string | null) => void): () => void;
}

/**
 * Local storage under one person's prefix. Every value has a key of its own, so two tabs never overwrite each
 * other's. A full or forbidden storage loses persistence, not the application.
 */
export function localStorageOf(personId: string, storage: Storage = localStorage): KeyedStorage {
  const prefix = `tertulia.${personId}.`;
  return {
    get: (key) => storage.getItem(prefix + key),
    set: (key, value) => {
      try {
        storage.setItem(prefix + key, value);
        return true;
      } catch {
        return false;
      }
    },
    remove: (key) => {
      storage.removeItem(prefix + key);
    },
    keys: (start) =>
      Object.keys(storage)
        .filter((key) => key.startsWith(prefix + start))
        .map((key) => key.slice(prefix.length)),
    watch: (changed) => {
      const listener = (event: StorageEvent) => {
        if (event.storageArea !== storage || event.key?.startsWith(prefix) !== true) return;
        changed(event.key.slice(prefix.length), event.newValue);
      };
      window.addEventListener('storage', listener);
      return () => {
        window.removeEventListener('storage', listener);
      };
    },
  };
}

/** Forgets everything kept for a person in this browser. */
export function forgetPerson(personId: string, storage: Storage = localStorage): void {
  const kept = localStorageOf(personId, storage);
  for (const key of kept.keys('')) kept.remove(key);
}
