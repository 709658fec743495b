import { SPOKEN } from '$platform/i18n';
import { languageName } from './names';

const COMMAND = /^\/(?:translate|traduce|traducir)\s+/iu;
const PREPOSITION = /^(?:to|al?|en|into)\s+/iu;

/** The languages of the page, in which people name other languages. */
const NAMED_IN = SPOKEN;
/** Words that a name has at most ("Norwegian Bokmål" has two). */
const WORDS = 4;
/** Codes of what people call a language when they leave out which kind of it they mean. */
const IN_SHORT: Readonly<Record<string, string>> = { nb: 'no' };

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
  if (command === null) return null;
  const rest = text.trim().slice(command[0].length);
  const behind = rest.replace(PREPOSITION, '');
  // `en` is a language, unless one is named behind it: `en buenos días`, but `en inglés buenos días`.
  const named = behind === rest ? null : beginningWith(behind, languages, isNamed);
  return (
    named ?? beginningWith(rest, languages, isCalled) ?? beginningWith(behind, languages, isCalled)
  );
}

/** Whether it is a command, though it may name no language that there is. */
export function isTranslateCommand(text: string): boolean {
  return /^\/(?:translate|traduce|traducir)(?:\s|$)/iu.test(text.trim());
}

/** The longest name of a language that a text begins with, and what stands behind it. */
function beginningWith(
  text: string,
  languages: readonly string[],
  is: (code: string, name: string) => boolean,
): TranslateCommand | null {
  for (let words = WORDS; words > 0; words -= 1) {
    const [begin] = new RegExp(`^(?:\\S+\\s+){${String(words)}}(?=\\S)`, 'u').exec(text) ?? [];
    if (begin === undefined) continue;
    const name = plain(begin.trim().replace(/\s+/gu, ' '));
    const target = languages.find((code) => is(code, name));
    if (target !== undefined) return { target, text: text.slice(begin.length) };
  }
  return null;
}

function isCalled(code: string, name: string): boolean {
  return code.toLowerCase() === name || isNamed(code, name);
}

function isNamed(code: string, name: string): boolean {
  return [code, IN_SHORT[code] ?? code].some((one) =>
    NAMED_IN.some((language) => plain(languageName(one, language)) === name),
  );
}

/** Without capitals and accents. */
function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
