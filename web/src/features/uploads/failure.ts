import { DetailedError } from 'tus-js-client';
import { slugOf, type Problem } from '$platform/http';

/** Why an attempt to send a file did not end well, and what that means for the next. */
export type Failure =
  /** Not now: the same again later, from where the suite has it. */
  | {
      readonly kind: 'passing';
      readonly problem: Problem | null;
      readonly retryAfterMs: number;
      /** No answer came: the connection is gone, or the file can not be read. */
      readonly unanswered: boolean;
    }
  /** What was sent is not there any more, or is of no use: to be begun anew. */
  | { readonly kind: 'gone'; readonly problem: Problem }
  /** Not this. */
  | { readonly kind: 'final'; readonly problem: Problem };

/** No answer within the time one is waited for. */
export const UNANSWERED = {
  kind: 'passing',
  problem: { type: 'urn:tertulia:problem:unanswered', title: 'No answer', status: 0 },
  retryAfterMs: 0,
  unanswered: true,
} as const satisfies Failure;

const NOT_FOUND = 404;
const GONE = 410;
/**
 * Refusals that say "not now": the token (renewed once already), a time-out, another place or another upload at work
 * (409), too early, too many, bytes that did not arrive as they were sent (460), somebody else sending to it (423).
 */
const PASSING: ReadonlySet<number> = new Set([401, 408, 409, 423, 425, 429, 460]);

export function failureOf(error: unknown): Failure {
  if (!(error instanceof DetailedError) || error.originalResponse === null) return UNANSWERED;
  const response = error.originalResponse;
  const status = response.getStatus();
  const problem = problemIn(response.getBody(), status);
  if (status === NOT_FOUND || status === GONE || slugOf(problem.type) === 'upload-too-long') {
    return { kind: 'gone', problem };
  }
  if (status < 400 || status >= 500 || PASSING.has(status)) {
    const seconds = Number.parseInt(response.getHeader('Retry-After') ?? '', 10);
    const retryAfterMs = Number.isNaN(seconds) ? 0 : seconds * 1_000;
    return { kind: 'passing', problem, retryAfterMs, unanswered: false };
  }
  return { kind: 'final', problem };
}

/** The problem an answer tells of; answers to HEAD have no body, and what stands in between may say something else. */
function problemIn(body: string, status: number): Problem {
  try {
    const problem = JSON.parse(body) as Partial<Problem> | null;
    if (typeof problem?.type === 'string' && typeof problem.title === 'string') {
      return { type: problem.type, title: problem.title, status };
    }
  } catch {
    // Not a problem detail.
  }
  return { type: 'about:blank', title: `Status ${String(status)}`, status };
}
