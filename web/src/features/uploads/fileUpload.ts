import type { ShownAttachment } from '$features/media';
import type { Problem } from '$platform/http';

export type MediaKind = ShownAttachment['kind'];

/** So many files go with one message at most, as message-service counts. */
export const FILES_PER_MESSAGE = 10;
/** The longest description of a picture, in characters a person sees. */
export const ALT_LIMIT = 1_000;

export type UploadState =
  /** Its turn, or the connection, is yet to come. */
  | 'waiting'
  | 'sending'
  | 'paused'
  /** This browser does not have it any more: it has to be picked again. */
  | 'missing'
  | 'refused'
  | 'complete';

/** A file on its way to the suite. */
export interface FileUpload {
  readonly id: string;
  /** The chat or thread whose draft it is in; null once it goes with a message. */
  readonly place: string | null;
  /** Orders what was picked. */
  readonly order: number;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  /** When the file was last changed, so that the same one is known again. */
  readonly modified: number;
  readonly kind: MediaKind;
  /** Recorded here. */
  readonly voice: boolean;
  readonly width: number | null;
  readonly height: number | null;
  readonly durationMs: number | null;
  readonly alt: string;
  /** Nothing is to be taken out of it: neither the place it was taken at nor the camera. */
  readonly keepOriginal: boolean;
  /** Where it is being uploaded to, once that has begun. */
  readonly address: string | null;
  /** What the suite calls it, once it is there. */
  readonly mediaId: string | null;
  readonly state: UploadState;
  /** Why it was refused, or why it waits. */
  readonly problem: Problem | null;
  /** Whether this browser keeps it over a reload; null while it is being written. */
  readonly kept: boolean | null;
  /** An object URL of it, while this page has it. */
  readonly localUrl: string | null;
}

/** What is told of a file when it is picked. */
export interface AboutFile {
  readonly voice?: boolean;
  readonly durationMs?: number;
}

/** Types that browsers show or play by themselves, as media-service has them. */
const SHOWN = /^(?:image\/(?:jpeg|png|gif|webp|avif)|video\/(?:mp4|webm|ogg|quicktime)|audio\/.+)$/;

/** What a file is to people, as far as its type tells; the suite looks at its content. */
export function kindOf(contentType: string): MediaKind {
  const plain = plainType(contentType);
  return SHOWN.test(plain) ? (plain.slice(0, plain.indexOf('/')) as MediaKind) : 'file';
}

/** A type without its parameters. */
export function plainType(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}

/** What of an upload is kept over a reload: not where this page has it, nor that it is missing here. */
export function written(upload: FileUpload): string {
  const state = upload.state === 'missing' ? 'waiting' : upload.state;
  return JSON.stringify({ ...upload, state, localUrl: null });
}

/** The upload that was {@link written}; null for what is none. What was under way waits again. */
export function readUpload(id: string, value: string | null): FileUpload | null {
  try {
    const kept = JSON.parse(value ?? 'null') as FileUpload | null;
    if (typeof kept?.name !== 'string' || typeof kept.bytes !== 'number') return null;
    const state = kept.state === 'sending' ? 'waiting' : kept.state;
    return { ...kept, id, state, localUrl: null };
  } catch {
    return null;
  }
}

/** The upload as a message shows it. */
export function shown(upload: FileUpload): ShownAttachment {
  const { id, mediaId, kind, name, contentType, bytes, width, height, durationMs } = upload;
  return {
    ...{ mediaId: mediaId ?? id, kind, name, contentType, bytes },
    ...(width === null || height === null ? {} : { width, height }),
    ...(durationMs === null ? {} : { durationMs }),
    ...(upload.alt.trim() === '' ? {} : { alt: upload.alt.trim() }),
    ...(upload.localUrl === null ? {} : { localUrl: upload.localUrl }),
  };
}
