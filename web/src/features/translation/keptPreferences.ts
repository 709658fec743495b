import type { TranslationPreferences } from '$platform/api/types';
import type { KeyedStorage } from '$platform/storage/keyedStorage';

/** Another shape of what is kept goes under another key. */
export const PREFERENCES_KEY = 'translation.preferences.1';

export function keepPreferences(storage: KeyedStorage, preferences: TranslationPreferences): void {
  const value = JSON.stringify(preferences);
  if (storage.get(PREFERENCES_KEY) !== value) storage.set(PREFERENCES_KEY, value);
}

/** Null when nothing is kept, or nothing that can be read. */
export function preferencesFrom(value: string | null): TranslationPreferences | null {
  try {
    const kept = JSON.parse(value ?? 'null') as Partial<TranslationPreferences> | null;
    const { everything, chats, language = null } = kept ?? {};
    if (typeof everything !== 'boolean' || typeof chats !== 'object') return null;
    return { language, everything, chats };
  } catch {
    return null;
  }
}
