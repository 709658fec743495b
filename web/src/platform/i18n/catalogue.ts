import type { en } from './en';

/** Texts by plural category of the language; a category it lacks falls back to `other`. */
export type Plural<S extends string = string> = Partial<Record<Intl.LDMLPluralRule, S>> & {
  readonly other: S;
};

export type Key = keyof typeof en;

/** All keys of the English catalogue, each as a text or as plurals, as English has it. */
export type Catalogue = {
  readonly [K in Key]: (typeof en)[K] extends string ? string : Plural;
};

type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type TextOf<K extends Key> = (typeof en)[K] extends string
  ? (typeof en)[K]
  : (typeof en)[K] extends { readonly other: infer S }
    ? S
    : never;
type NamesOf<K extends Key> = Names<TextOf<K>>;

/** What a text needs filled in, by its placeholders: nothing for a text without any. */
export type Values<K extends Key> = [NamesOf<K>] extends [never]
  ? []
  : [
      values: {
        readonly [N in NamesOf<K>]: N extends 'count' ? number : string;
      },
    ];
