import { languageName } from './names';

const COMMAND = /^\/(?:translate|traduce|traducir)\s+(?:(?:to|al?|en|into)\s+)?(\p{L}+)\s+(?=\S)/iu;

/** The languages of the page, in which people name other languages. */
const NAMED_IN = ['en', 'es'];

export interface TranslateCommand {
  readonly target: string;
  readonly text: string;
}

/**
 * What is to be translated by `/translate german …` or `/traduce al alemán …`, and into what; null for what is to be said.
 *
 * @param languages the codes of the languages that there are
 */
export function translationIn(text: string, languages: readonly string[]): TranslateCommand | null {
  const command = COMMAND.exec(text.trim());
  const target = languages.find((code) => isCalled(code, command?.[1] ?? ''));
  if (command === null || target === undefined) return null;
  return { target, text: text.trim().slice(command[0].length) };
}

/** Whether it is a command, though it may name no language that there is. */
export function isTranslateCommand(text: string): boolean {
  return /^\/(?:translate|traduce|traducir)(?:\s|$)/iu.test(text.trim());
}

function isCalled(code: string, word: string): boolean {
  const wanted = plain(word);
  if (wanted === code) return true;
  return NAMED_IN.some((language) => plain(languageName(code, language)) === wanted);
}

/** Without capitals and accents. */
function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
