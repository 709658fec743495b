import { i18n } from '$platform/i18n';

/** How the engines are called by those who make them; one's own are called as they call themselves. */
const ENGINES: Readonly<Record<string, string>> = {
  apertium: 'Apertium',
  deepl: 'DeepL',
  libretranslate: 'LibreTranslate',
  openai: 'OpenAI',
};

export function engineName(engine: string): string {
  return ENGINES[engine] ?? engine;
}

/** What a language is called in the language of the page; its code when it has no name. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(i18n.language, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
