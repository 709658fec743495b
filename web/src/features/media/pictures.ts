import type { MediaPreviewView, MediaView } from '$platform/api/types';

/** What an image element loads. */
export interface PictureSource {
  readonly src: string;
  /** The same in several sizes, for the browser to choose from. */
  readonly srcset: string | null;
}

/** Kinds of picture that every browser shows. */
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif']);
/** An original up to this is as good as a preview. */
const FEW_BYTES = 100_000;
/** An original above this is not loaded in place of a preview that is not there. */
const MOST_BYTES = 8_000_000;

/** The pictures there are of a file, smallest first. */
function picturesOf(view: MediaView): readonly MediaPreviewView[] {
  return view.previews
    .filter(({ size }) => size !== 'poster')
    .toSorted((a, b) => a.width - b.width);
}

/** How an image is shown in a conversation; null when there is nothing of it to be shown. */
export function pictureOf(view: MediaView): PictureSource | null {
  const pictures = picturesOf(view);
  const middle = pictures[Math.min(1, pictures.length - 1)];
  if (middle !== undefined) {
    const sizes = pictures.map(({ address, width }) => `${address} ${String(width)}w`);
    return { src: middle.address, srcset: sizes.join(', ') };
  }
  const original = originalOf(view);
  return original !== null && view.bytes <= MOST_BYTES ? { src: original, srcset: null } : null;
}

/** A picture for a few lines' height: a small file itself, as sharp and as transparent as it is, else a preview. */
export function smallPictureOf(view: MediaView): string | null {
  if (view.kind !== 'image' || view.state === 'refused') return null;
  const original = originalOf(view);
  if (original !== null && view.bytes <= FEW_BYTES) return original;
  return picturesOf(view)[0]?.address ?? (view.bytes <= MOST_BYTES ? original : null);
}

/** The smallest picture there is of an image that has so many pixels across, or the largest; null when there is none. */
export function thumbnailOf(view: MediaView, pixels: number): string | null {
  if (view.kind !== 'image' || view.state === 'refused') return null;
  const pictures = picturesOf(view);
  const fitting = pictures.find(({ width }) => width >= pixels) ?? pictures.at(-1);
  return fitting?.address ?? null;
}

/** How an image fills a window: the largest preview, or the film that a GIF is. */
export function wholePictureOf(view: MediaView): PictureSource | null {
  const original = originalOf(view);
  if (original !== null && view.contentType === 'image/gif') return { src: original, srcset: null };
  const largest = picturesOf(view).at(-1);
  if (largest !== undefined) return { src: largest.address, srcset: null };
  return original === null ? null : { src: original, srcset: null };
}

/** Every point of an image; null when a browser might not show it. */
export function originalOf(view: MediaView): string | null {
  return SHOWN.has(view.contentType) ? (view.address ?? null) : null;
}

/** A picture out of a video. */
export function posterOf(view: MediaView): string | null {
  const poster = view.previews.find(({ size }) => size === 'poster') ?? view.previews.at(-1);
  return poster?.address ?? null;
}

/** The address that saves a file rather than showing it. */
export function savingAddress(address: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}download=1`;
}
