import type { AttachmentView, MediaKind, MediaView } from '$platform/api/types';

/** A file of a message as it is shown: one of the log, or one of a message that is still being sent. */
export interface ShownAttachment extends AttachmentView {
  /** Where the file is in this browser, as long as the suite does not have it. */
  readonly localUrl?: string | null;
}

/** What is recorded in the browser is called by this, and a number; it is how a voice note is told from a song. */
export const VOICE_NOTE_NAME = 'voice-note';

export function isVoiceNote({ kind, name }: Pick<AttachmentView, 'kind' | 'name'>): boolean {
  return kind === 'audio' && name.toLowerCase().startsWith(VOICE_NOTE_NAME);
}

/** Whether it is something to look at, in the viewer too. */
export function isVisual({ kind }: { readonly kind: MediaKind }): boolean {
  return kind === 'image' || kind === 'video';
}

/** The files of a message by how they are shown, each group in its order. */
export interface Arranged {
  readonly images: readonly ShownAttachment[];
  readonly videos: readonly ShownAttachment[];
  readonly audios: readonly ShownAttachment[];
  readonly files: readonly ShownAttachment[];
}

export function arranged(attachments: readonly ShownAttachment[]): Arranged {
  const of = (kind: MediaKind) => attachments.filter((one) => one.kind === kind);
  return { images: of('image'), videos: of('video'), audios: of('audio'), files: of('file') };
}

/** A described file in the shape of one that came with a message. */
export function attachmentOf(view: MediaView, alt?: string | null): ShownAttachment {
  const { id, kind, name, contentType, bytes, width, height, durationMs, placeholder } = view;
  const known = { width, height, durationMs, placeholder, alt };
  const given = Object.entries(known).filter(([, value]) => value !== null && value !== undefined);
  return { mediaId: id, kind, name, contentType, bytes, ...Object.fromEntries(given) };
}
