import { DefaultHttpStack } from 'tus-js-client';
import { exclusively } from '$platform/async';
import type { HttpClient, TokenSource } from '$platform/http';
import { browserClock } from '$platform/realtime';
import { keptBlobsOf } from '$platform/storage/keptBlobs';
import { localStorageOf } from '$platform/storage/keyedStorage';
import { AuthorizedStack } from './authorizedStack';
import { measure } from './measure';
import { Uploads } from './uploads.svelte';
import { deleteMedia, deleteUpload, fetchLimits, UPLOADS_PATH } from './wire';

export interface BrowserUploadsOptions {
  readonly personId: string;
  /** Where the API is, on the origin the page came from. */
  readonly base: string;
  readonly http: HttpClient;
  readonly tokens: TokenSource;
  /** A file that goes with a message is with the suite. */
  readonly uploaded: (uploadId: string, mediaId: string) => void;
}

/** The uploads of a person in a real browser: its storage, its database, its network. */
export function browserUploads(options: BrowserUploadsOptions): Uploads {
  const { personId, base, http, tokens, uploaded } = options;
  return new Uploads({
    endpoint: new URL(base + UPLOADS_PATH, location.href).href,
    stack: new AuthorizedStack(tokens, new DefaultHttpStack({})),
    clock: browserClock,
    storage: localStorageOf(personId),
    blobs: keptBlobsOf(personId),
    urls: {
      create: (blob) => URL.createObjectURL(blob),
      revoke: (url) => {
        URL.revokeObjectURL(url);
      },
    },
    ...{ measure, exclusively, uploaded },
    fetchLimits: () => fetchLimits(http),
    giveUp: (mediaId, complete) =>
      complete ? deleteMedia(http, mediaId) : deleteUpload(http, mediaId),
  });
}
