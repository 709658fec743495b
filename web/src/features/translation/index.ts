export { isTranslateCommand, translationIn, type TranslateCommand } from './command';
export { languageName } from './names';
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
  provideTranslations,
  Translations,
  useTranslations,
  type TranslationsOptions,
} from './translations.svelte';
