import type { HttpClient } from '$platform/http';
import { browserClock } from '$platform/realtime';
import { browserTranslation, OnDeviceTranslator } from './onDevice';
import {
  dropChatChoice,
  fetchOffer,
  fetchPreferences,
  fetchTranslations,
  saveChatChoice,
  savePreferences,
  translateText,
} from './translationApi';
import { Translations } from './translations.svelte';
import type { TranslationsOptions } from './translationsOptions';

/** The translations of one person, by the suite and by this browser. */
export function translationsOf(
  http: HttpClient,
  options: Pick<TranslationsOptions, 'me' | 'readIn' | 'serverNow' | 'storage'>,
): Translations {
  const browser = browserTranslation();
  return new Translations({
    ...options,
    clock: browserClock,
    fetchPreferences: () => fetchPreferences(http),
    savePreferences: (wish) => savePreferences(http, wish),
    saveChatChoice: (chatId, translate) => saveChatChoice(http, chatId, translate),
    dropChatChoice: (chatId) => dropChatChoice(http, chatId),
    fetchOffer: () => fetchOffer(http),
    fetchTranslations: (chatId, seqs, language) => fetchTranslations(http, chatId, seqs, language),
    translateText: (text, target) => translateText(http, text, target),
    device: browser === null ? null : new OnDeviceTranslator(browser),
  });
}
