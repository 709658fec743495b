import { fetchOneMedia } from '$features/media';
import type { LoneOptions, Uploads } from '$features/uploads';
import type { MediaState } from '$platform/api/types';
import { pause } from '$platform/async';
import { NetworkError, ProblemError, type HttpClient } from '$platform/http';
import type { RealtimeClock } from '$platform/realtime';

/** The first look at what becomes of it, and each later one. */
const FIRST_MS = 300;
const GROWTH = 1.5;
const LAST_MS = 4_000;
/** Some two minutes: then the person is told, and may try again. */
const MOST_LOOKS = 35;
/** Looks in a row that nobody answers. */
const MOST_UNANSWERED = 5;
/** A picture that the suite still looks into is offered again this often. */
const MOST_OFFERS = 10;
const OFFER_MS = 1_000;
/** A server that asks for more patience than this is not waited for. */
const MOST_PATIENCE_MS = 10_000;

/** What sends and watches a picture. */
export interface PictureSuite {
  readonly http: HttpClient;
  readonly uploads: Pick<Uploads, 'sendLone' | 'giveUp'>;
  readonly clock: RealtimeClock;
}

/**
 * Sends a picture to the suite and waits until it is looked into; answers its media id, ready for use. Fails with
 * ProblemError (`unusable-picture` when it came through and is none, `picture-processing` when that takes too long),
 * with NetworkError, and with the AbortError of the signal; what was sent is given up then.
 */
export async function uploadPicture(
  suite: PictureSuite,
  picture: File,
  options: LoneOptions,
): Promise<string> {
  const mediaId = await suite.uploads.sendLone(picture, options);
  try {
    await ready(suite, mediaId, options.signal);
    return mediaId;
  } catch (error) {
    void suite.uploads.giveUp(mediaId, true);
    throw error;
  }
}

/**
 * Puts a picture where it belongs, again for as long as the suite says that it still looks into it. Fails as the
 * HttpClient does.
 */
export async function putPicture<T>(
  { http, clock }: Pick<PictureSuite, 'http' | 'clock'>,
  path: string,
  mediaId: string,
  signal: AbortSignal,
): Promise<T> {
  for (let offer = 1; ; offer += 1) {
    try {
      return await http.put<T>(path, { mediaId }, { signal });
    } catch (error) {
      if (!(error instanceof ProblemError) || error.slug !== 'picture-processing') throw error;
      const wait = error.retryAfter === null ? OFFER_MS : error.retryAfter * 1_000;
      if (offer === MOST_OFFERS || wait > MOST_PATIENCE_MS) throw error;
      await pause(clock, wait, signal);
    }
  }
}

async function ready(suite: PictureSuite, mediaId: string, signal: AbortSignal): Promise<void> {
  let unanswered = 0;
  for (let look = 1; look <= MOST_LOOKS; look += 1) {
    const state = await stateOf(suite, mediaId, signal);
    if (state === 'ready') return;
    if (state === 'no-preview' || state === 'refused') throw problem('unusable-picture', 422);
    unanswered = state === null ? unanswered + 1 : 0;
    if (unanswered === MOST_UNANSWERED) throw new NetworkError();
    const wait = Math.min(LAST_MS, FIRST_MS * GROWTH ** (look - 1));
    await pause(suite.clock, wait * (0.75 + suite.clock.random() / 2), signal);
  }
  throw problem('picture-processing', 409);
}

/** Null when nobody answers, or not now. */
async function stateOf(
  { http }: PictureSuite,
  mediaId: string,
  signal: AbortSignal,
): Promise<MediaState | null> {
  try {
    return (await fetchOneMedia(http, mediaId, signal)).state;
  } catch (error) {
    const refused = error instanceof ProblemError && error.status < 500 && error.status !== 429;
    if (refused || signal.aborted) throw error;
    return null;
  }
}

function problem(slug: string, status: number): ProblemError {
  return new ProblemError({ type: `urn:tertulia:problem:${slug}`, title: slug, status });
}
