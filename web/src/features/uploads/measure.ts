import type { MediaKind } from './fileUpload';

/** What a browser can tell of a picture, a film or a sound before it is sent. */
export interface Measures {
  readonly width?: number;
  readonly height?: number;
  readonly durationMs?: number;
}

/** What can not be told by then is not worth waiting for. */
const PATIENCE_MS = 5_000;

/** Reads the beginning of a file, as far as the browser knows its kind. Never fails: it may not tell. */
export async function measure(kind: MediaKind, url: string): Promise<Measures> {
  if (kind === 'file') return {};
  const measured = kind === 'image' ? ofImage(url) : ofPlayed(kind, url);
  return Promise.race([measured, nothingAfter(PATIENCE_MS)]);
}

function ofImage(url: string): Promise<Measures> {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => {
      resolve({ width: image.naturalWidth, height: image.naturalHeight });
    };
    image.onerror = () => {
      resolve({});
    };
    image.src = url;
  });
}

function ofPlayed(kind: 'video' | 'audio', url: string): Promise<Measures> {
  return new Promise((resolve) => {
    const player = document.createElement(kind);
    player.preload = 'metadata';
    player.onloadedmetadata = () => {
      // Recordings of browsers do not say how long they are.
      const lasts = Number.isFinite(player.duration) ? Math.round(player.duration * 1_000) : null;
      resolve({
        ...(lasts === null ? {} : { durationMs: lasts }),
        ...(player instanceof HTMLVideoElement && player.videoWidth > 0
          ? { width: player.videoWidth, height: player.videoHeight }
          : {}),
      });
    };
    player.onerror = () => {
      resolve({});
    };
    player.src = url;
  });
}

function nothingAfter(ms: number): Promise<Measures> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve({});
    }, ms);
  });
}
