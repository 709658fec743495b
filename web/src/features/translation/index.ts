export { isTranslateCommand, translationIn, type TranslateCommand } from './command';
export { default as GlossaryDialog } from './glossary/GlossaryDialog.svelte';
export { engineName, languageName } from './names';
export { browserTranslation, OnDeviceTranslator, type BrowserTranslation } from './onDevice';
export { creditText, reasonText } from './reasonText';
export { shownText, type ShownText } from './shownText';
export { default as TranslatedText } from './TranslatedText.svelte';
export { default as TranslationSection } from './TranslationSection.svelte';
export {
  fetchOffer,
  fetchPreferences,
  fetchTranslations,
  saveChatChoice,
  savePreferences,
  translateText,
} from './translationApi';
export {
  LIVE_MS,
  provideTranslations,
  Translations,
  useTranslations,
  type TranslationsOptions,
} from './translations.svelte';
