import type { Language } from '$platform/api/types';
import type { Catalogue, Key, Values } from './catalogue';
import { en } from './en';
import { es } from './es';

/** The texts of each language that the page speaks. */
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, es };
/** The languages that the page speaks. */
export const SPOKEN = Object.keys(CATALOGUES) as readonly Language[];
const DAY_MS = 86_400_000;
/** Each is a thousand of the one before it. */
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Whether the page speaks a language. */
export function isSpoken(language: string | null | undefined): language is Language {
  return SPOKEN.some((spoken) => spoken === language);
}

/** The first of the wished languages that we speak; English when we speak none. */
export function negotiate(wished: readonly string[]): Language {
  for (const tag of wished) {
    const language = tag.toLowerCase().split('-')[0];
    if (isSpoken(language)) return language;
  }
  return 'en';
}

/**
 * Texts, numbers and times in the language in force. Reading any of it in a component makes the component follow
 * a change of language.
 */
class I18n {
  #language = $state<Language>('en');
  readonly #formats = $derived(formatsOf(this.#language));

  get language(): Language {
    return this.#language;
  }

  /** Sets the language, and the `lang` of the document with it. */
  speak(language: Language): void {
    this.#language = language;
    document.documentElement.lang = language;
  }

  text<K extends Key>(key: K, ...values: Values<K>): string {
    const filled: Record<string, string | number> = values[0] ?? {};
    const entry = CATALOGUES[this.#language][key];
    const pattern =
      typeof entry === 'string' ? entry : this.#plural(entry, Number(filled['count']));
    return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = filled[name];
      return typeof value === 'number' ? this.#formats.number.format(value) : (value ?? whole);
    });
  }

  number(value: number): string {
    return this.#formats.number.format(value);
  }

  /** How much room something takes: 640 bytes, 1.2 MB. What rounds to a thousand is one of the next unit. */
  bytes(count: number): string {
    let step = 0;
    let value = count;
    while (Math.round(value) >= 1_000 && step < UNITS.length - 1) {
      value /= 1_000;
      step += 1;
    }
    const rounded = value < 10 && step > 0 ? Math.round(value * 10) / 10 : Math.round(value);
    return this.#formats.size(UNITS[step] ?? 'byte').format(rounded);
  }

  /** Hour and minute. */
  time(when: Date): string {
    return this.#formats.time.format(when);
  }

  /** Day, month and year in words. */
  date(when: Date): string {
    return this.#formats.date.format(when);
  }

  dateTime(when: Date): string {
    return this.#formats.dateTime.format(when);
  }

  /** A day to come, with the day of the week. */
  dateInFull(when: Date): string {
    return this.#formats.dateInFull.format(when);
  }

  /** A moment to come, with the day of the week, so that nobody has to work it out. */
  dateTimeInFull(when: Date): string {
    return this.#formats.dateTimeInFull.format(when);
  }

  /** The day as people say it: today, yesterday, a weekday within the week, else the date. */
  day(when: Date, now: Date = new Date()): string {
    const days = daysBetween(when, now);
    if (days === 0) return this.text('timeline.today');
    if (days === 1) return this.text('timeline.yesterday');
    if (days > 1 && days < 7) return capital(this.#formats.weekday.format(when));
    return this.date(when);
  }

  /** The shortest hint of a past moment: the time today, the weekday this week, else the date. */
  short(when: Date, now: Date = new Date()): string {
    const days = daysBetween(when, now);
    if (days === 0) return this.time(when);
    if (days === 1) return this.text('timeline.yesterday');
    if (days > 1 && days < 7) return capital(this.#formats.shortWeekday.format(when));
    return this.#formats.shortDate.format(when);
  }

  percent(share: number): string {
    return this.#formats.percent.format(share);
  }

  /** Some of a kind as people list them: a, b and c. */
  list(items: readonly string[]): string {
    return this.#formats.list.format(items);
  }

  compare(a: string, b: string): number {
    return this.#formats.collator.compare(a, b);
  }

  #plural(forms: Exclude<Catalogue[Key], string>, count: number): string {
    return forms[this.#formats.plural.select(count)] ?? forms.other;
  }
}

/** Formats in the person's own variety of the language: 13:05 in Britain, 1:05 PM in the States. */
function formatsOf(spoken: Language) {
  const language =
    navigator.languages.find((tag) => tag.toLowerCase().startsWith(spoken)) ?? spoken;
  return {
    percent: new Intl.NumberFormat(language, { style: 'percent' }),
    plural: new Intl.PluralRules(language),
    number: new Intl.NumberFormat(language),
    size: (unit: (typeof UNITS)[number]) =>
      new Intl.NumberFormat(language, {
        style: 'unit',
        unit,
        unitDisplay: unit === 'byte' ? 'long' : 'short',
      }),
    list: new Intl.ListFormat(language, { type: 'conjunction' }),
    collator: new Intl.Collator(language, { sensitivity: 'base' }),
    time: new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }),
    date: new Intl.DateTimeFormat(language, { dateStyle: 'long' }),
    dateTime: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }),
    dateInFull: new Intl.DateTimeFormat(language, { dateStyle: 'full' }),
    dateTimeInFull: new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }),
    weekday: new Intl.DateTimeFormat(language, { weekday: 'long' }),
    shortWeekday: new Intl.DateTimeFormat(language, { weekday: 'short' }),
    shortDate: new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }),
  };
}

function daysBetween(earlier: Date, later: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(later) - midnight(earlier)) / DAY_MS);
}

function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}

/** The one language of the page. */
export const i18n = new I18n();

/** The text of a key in the language in force. */
export const t = i18n.text.bind(i18n) as I18n['text'];
