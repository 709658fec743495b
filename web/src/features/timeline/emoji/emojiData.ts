import type { Language } from '$platform/api/types';

export interface Emoji {
  readonly unicode: string;
  readonly label: string;
  /** Label and tags in small letters, to search in. */
  readonly words: string;
  readonly group: number;
  readonly tones: readonly string[];
}

/** The groups of Unicode, less the one of parts that only make sense within others. */
export const GROUPS = [0, 1, 3, 4, 5, 6, 7, 8, 9] as const;
export type Group = (typeof GROUPS)[number];

const loading = new Map<Language, Promise<readonly Emoji[]>>();

/** All emoji with their names in a language; fetched when first asked for. */
export function emojiIn(language: Language): Promise<readonly Emoji[]> {
  const known = loading.get(language);
  if (known !== undefined) return known;
  const fetched = fetchEmoji(language).catch((error: unknown) => {
    loading.delete(language);
    throw error;
  });
  loading.set(language, fetched);
  return fetched;
}

async function fetchEmoji(language: Language): Promise<readonly Emoji[]> {
  const data =
    language === 'es'
      ? (await import('emojibase-data/es/compact.json')).default
      : (await import('emojibase-data/en/compact.json')).default;
  return data.flatMap(({ unicode, label, tags, group, order, skins }) =>
    group === undefined || order === undefined || group === 2
      ? []
      : [
          {
            unicode,
            label,
            words: [label, ...(tags ?? [])].join(' ').toLocaleLowerCase(),
            group,
            tones: (skins ?? []).map((skin) => skin.unicode),
          },
        ],
  );
}

/** Offered before anything was chosen. */
export const FIRST_CHOICE = ['👍', '❤️', '😂', '🎉', '😮', '😢', '🙏', '👏'] as const;

/** A single emoji, whatever else was typed around it is not. */
const EMOJI =
  /^(?:\p{RI}{2}|\p{Emoji}(?:\p{EMod}|\uFE0F\u20E3?|[\u{E0020}-\u{E007E}]+\u{E007F})?(?:\u200D\p{Emoji}(?:\p{EMod}|\uFE0F)?)*)$/u;

export function isEmoji(text: string): boolean {
  return EMOJI.test(text) && !/^[\d#*]$/.test(text);
}
