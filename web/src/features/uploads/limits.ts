import type { Problem } from '$platform/http';
import type { RealtimeClock } from '$platform/realtime';
import type { FileUpload } from './fileUpload';
import type { MediaLimits } from '$platform/api/types';

/** What was heard of the limits counts for this long: others of my devices use up the same room. */
const FRESH_MS = 30_000;

/** What may be uploaded, asked before anything is sent. */
export class Limits {
  readonly #fetch: () => Promise<MediaLimits>;
  readonly #clock: Pick<RealtimeClock, 'now'>;
  #heard: { readonly limits: MediaLimits; readonly at: number } | null = null;
  #asking: Promise<MediaLimits> | null = null;

  constructor(fetch: () => Promise<MediaLimits>, clock: Pick<RealtimeClock, 'now'>) {
    this.#fetch = fetch;
    this.#clock = clock;
  }

  /** What was heard last, however long ago. */
  get known(): MediaLimits | null {
    return this.#heard?.limits ?? null;
  }

  /** Fails as the HttpClient does. */
  async ask(): Promise<MediaLimits> {
    if (this.#heard !== null && this.#clock.now() - this.#heard.at < FRESH_MS) {
      return this.#heard.limits;
    }
    this.#asking ??= this.#fetch().finally(() => {
      this.#asking = null;
    });
    const limits = await this.#asking;
    this.#heard = { limits, at: this.#clock.now() };
    return limits;
  }

  /** What I have used has changed. */
  stale(): void {
    if (this.#heard !== null) this.#heard = { ...this.#heard, at: -Infinity };
  }
}

/** Why a file is not worth sending, in the suite's own types of problems; null when it is. */
export function refusalOf(upload: FileUpload, limits: MediaLimits): Problem | null {
  const { bytes, width, height, durationMs } = upload;
  if (bytes > limits.maxBytes) return refusal('file-too-large');
  if (limits.usedBytes + bytes > limits.quotaBytes) return refusal('quota-exceeded');
  if ((width ?? 0) * (height ?? 0) > limits.maxPixels && upload.kind === 'image') {
    return refusal('picture-too-large');
  }
  return (durationMs ?? 0) > limits.maxDurationMs ? refusal('recording-too-long') : null;
}

function refusal(slug: string): Problem {
  return { type: `urn:tertulia:problem:${slug}`, title: slug, status: 413 };
}
