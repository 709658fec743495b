import type { Language } from '$platform/api/types';
import { BrowserStore } from '$platform/storage/browserStore';

/** What the service worker has to know of the person, in a database that it and the pages share. */
const store = new BrowserStore('tertulia-worker', 'settings');
const LANGUAGE = 'language';

/** The language in which the worker speaks; where it cannot be kept, that of the browser. */
export async function keepWorkerLanguage(language: Language): Promise<void> {
  try {
    await store.run('readwrite', (settings) => settings.put(language, LANGUAGE));
  } catch {
    // The worker falls back on the language of the browser.
  }
}

/** Null when no page has said so. */
export async function workerLanguage(): Promise<Language | null> {
  try {
    const kept = await store.run<unknown>('readonly', (settings) => settings.get(LANGUAGE));
    return kept === 'es' || kept === 'en' ? kept : null;
  } catch {
    return null;
  }
}
