/**
 * Where pictures stand before they are there. All of it is told from what the message says of its files, never from
 * what is learnt later: nothing moves when a picture, or more about it, comes in.
 */

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** A picture takes no more room than this in a conversation, in CSS pixels. */
const MOST: Box = { width: 352, height: 400 };
/** Nor less, so that there is something to press, and room for words: long ones are cut. */
const LEAST: Box = { width: 120, height: 80 };
/** The box of what has no known size: 4 to 3. */
const UNKNOWN: Box = { width: 320, height: 240 };

/** The box of a picture: its own proportions, within bounds. */
export function boxOf(size: {
  readonly width?: number | null;
  readonly height?: number | null;
}): Box {
  const width = size.width ?? 0;
  const height = size.height ?? 0;
  if (!(width > 0) || !(height > 0)) return UNKNOWN;
  const scale = Math.min(1, MOST.width / width, MOST.height / height);
  return {
    width: Math.max(LEAST.width, Math.round(width * scale)),
    height: Math.max(LEAST.height, Math.round(height * scale)),
  };
}

/** How many pictures of an album stand in each of its rows: one to three. */
export function albumRows(count: number): readonly number[] {
  if (count <= 0) return [];
  if (count === 1) return [1];
  if (count === 3) return [1, 2];
  const twos = [0, 2, 1][count % 3] ?? 0;
  const threes = (count - twos * 2) / 3;
  return [...Array<number>(twos).fill(2), ...Array<number>(threes).fill(3)];
}

/** For each picture of an album, how many stand in its row. */
export function albumTiles(count: number): readonly number[] {
  return albumRows(count).flatMap((row) => Array<number>(row).fill(row));
}

const COLOUR = /^#[0-9a-f]{6}$/i;

/** Gives an element the size of a box, as far as there is room, and the colour of what is to come; for `{@attach}`. */
export function boxed(
  box: Box | null,
  colour: string | null | undefined,
): (element: HTMLElement) => void {
  return (element) => {
    // By script, since the page's policy allows no style in its markup.
    const { style } = element;
    if (box !== null) {
      style.setProperty('--box-width', `${String(box.width)}px`);
      style.setProperty('--box-ratio', `${String(box.width)} / ${String(box.height)}`);
    }
    if (COLOUR.test(colour ?? '')) style.setProperty('--box-colour', colour ?? '');
    else style.removeProperty('--box-colour');
  };
}
