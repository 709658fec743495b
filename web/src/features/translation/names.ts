import { i18n, t } from '$platform/i18n';

/** The engine of this browser, which is none of the suite's. */
export const THIS_DEVICE = 'this-device';

/** How the engines are called by those who make them; one's own are called as they call themselves. */
const ENGINES: Readonly<Record<string, string>> = {
  apertium: 'Apertium',
  deepl: 'DeepL',
  libretranslate: 'LibreTranslate',
  openai: 'OpenAI',
};

/** Languages that are worth asking a browser for, and that people may name whether or not anybody can translate them. */
export const LANGUAGES: readonly string[] = (
  'ar bg bn ca cs da de el en es et eu fi fr gl he hi hr hu id it ja kn ko lt lv mr ms nb nl oc pl pt ro ' +
  'ru sk sl sr sv ta te th tr uk vi zh'
).split(' ');

const named = new Map<string, Intl.DisplayNames>();

export function engineName(engine: string): string {
  return engine === THIS_DEVICE ? t('translation.thisDevice') : (ENGINES[engine] ?? engine);
}

/** Languages to choose from, by their names. */
export function languageOptions(
  codes: Iterable<string>,
): { readonly value: string; readonly label: string }[] {
  return [...new Set(codes)]
    .map((code) => ({ value: code, label: languageName(code) }))
    .sort((a, b) => i18n.compare(a.label, b.label));
}

/** What a language is called in the language of the page, or in another one; its code when it has no name. */
export function languageName(code: string, spoken: string = i18n.language): string {
  const names = named.get(spoken) ?? new Intl.DisplayNames(spoken, { type: 'language' });
  named.set(spoken, names);
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
