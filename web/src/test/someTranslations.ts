import { Translations, type TranslationsOptions } from '$features/translation';
import { FakeClock, FakeStorage, ME } from './fakes';

/** The translations of somebody who reads everything as it was written, but for what the test says. */
export function someTranslations(options: Partial<TranslationsOptions> = {}): Translations {
  const clock = options.clock ?? new FakeClock();
  return new Translations({
    me: ME,
    clock,
    serverNow: () => clock.now(),
    readIn: () => true,
    fetchPreferences: () => Promise.resolve({ language: null, everything: false, chats: {} }),
    savePreferences: (wish) => Promise.resolve({ ...wish, chats: {} }),
    saveChatChoice: () => Promise.resolve(),
    dropChatChoice: () => Promise.resolve(),
    fetchOffer: () => Promise.resolve({ languages: [], pairs: [], engines: [] }),
    fetchTranslations: () => Promise.resolve([]),
    translateText: () => Promise.resolve(null),
    storage: new FakeStorage(),
    device: null,
    ...options,
  });
}
