import { graphemes } from '$platform/i18n';

/** The longest message, in characters a person sees. */
export const MESSAGE_LIMIT = 4_000;
const MESSAGE_BYTES = 16 * 1_024;
/** From here on the person is told how much is left. */
const NEAR_LIMIT = MESSAGE_LIMIT - 200;

export interface Room {
  /** Characters left; negative when there are too many. Null while the end is far. */
  readonly left: number | null;
  readonly fits: boolean;
}

/** How much room a text leaves. Counting is spared while even the plain length is far from the limit. */
export function roomLeft(text: string): Room {
  if (text.length < NEAR_LIMIT) return { left: null, fits: true };
  const count = graphemes(text.trim());
  const fits = count <= MESSAGE_LIMIT && new TextEncoder().encode(text).length <= MESSAGE_BYTES;
  return { left: count < NEAR_LIMIT ? null : MESSAGE_LIMIT - count, fits };
}
