import type { Box, Drawing } from './crop';

/** A file above this is hardly a photo, and would be long in opening. */
export const MOST_BYTES = 50_000_000;
/** Opened, each point takes four bytes. */
export const MOST_POINTS = 100_000_000;
/** Nobody sees the difference to more. */
const JPEG_QUALITY = 0.92;

/** A file that is no picture to begin with. */
export class UnopenedPicture extends Error {
  readonly reason: 'too-many-bytes' | 'too-many-points' | 'unreadable';

  constructor(reason: UnopenedPicture['reason']) {
    super(reason);
    this.name = 'UnopenedPicture';
    this.reason = reason;
  }
}

/** A picture of this browser, upright. */
export interface OpenPicture {
  readonly image: HTMLImageElement;
  /** For image elements, until it is closed. */
  readonly url: string;
  readonly size: Box;
  readonly close: () => void;
}

/** Opens a file as a picture; fails with UnopenedPicture. */
export async function openPicture(file: File): Promise<OpenPicture> {
  if (file.size > MOST_BYTES) throw new UnopenedPicture('too-many-bytes');
  const url = URL.createObjectURL(file);
  const close = () => {
    URL.revokeObjectURL(url);
  };
  try {
    const image = await loaded(url);
    const size = { width: image.naturalWidth, height: image.naturalHeight };
    if (size.width * size.height > MOST_POINTS) throw new UnopenedPicture('too-many-points');
    if (size.width === 0 || size.height === 0) throw new UnopenedPicture('unreadable');
    return { image, url, size, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Draws what is in the frame: as PNG where what is transparent stays so, else as JPEG on white. */
export async function drawn(
  image: HTMLImageElement,
  { side, x, y, width, height }: Drawing,
  transparent: boolean,
): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d', { alpha: transparent });
  if (context === null) throw new UnopenedPicture('unreadable');
  if (!transparent) {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, side, side);
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, x, y, width, height);
  const [type, name] = transparent ? ['image/png', 'picture.png'] : ['image/jpeg', 'picture.jpg'];
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, type, JPEG_QUALITY);
  });
  if (blob === null) throw new UnopenedPicture('unreadable');
  return new File([blob], name, { type });
}

function loaded(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => {
      resolve(image);
    };
    image.onerror = () => {
      reject(new UnopenedPicture('unreadable'));
    };
    image.src = url;
  });
}
