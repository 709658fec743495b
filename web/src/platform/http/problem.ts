/** One refused field of a `validation-failed` problem. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** A problem detail of RFC 9457, as every service of the suite answers an error. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string | null;
  readonly traceId?: string | null;
  readonly errors?: readonly FieldError[] | null;
}

const TYPE_PREFIX = 'urn:tertulia:problem:';

/** The name of a problem without the prefix all of them share: `urn:tertulia:problem:not-found` is `not-found`. */
export function slugOf(type: string): string {
  return type.startsWith(TYPE_PREFIX) ? type.slice(TYPE_PREFIX.length) : type;
}

/** The suite answered, and refused. `slug` tells what to do, `detail` is for people. */
export class ProblemError extends Error {
  readonly slug: string;
  readonly status: number;
  readonly errors: readonly FieldError[];
  /** Seconds to wait before a repeat makes sense; null when the server named none. */
  readonly retryAfter: number | null;

  constructor(problem: Problem, retryAfter: number | null = null) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
    this.slug = slugOf(problem.type);
    this.status = problem.status;
    this.errors = problem.errors ?? [];
    this.retryAfter = retryAfter;
  }
}

/** No answer came: the suite is unreachable, or took longer than the client waits. */
export class NetworkError extends Error {
  constructor(cause?: unknown) {
    super('The suite did not answer', { cause });
    this.name = 'NetworkError';
  }
}

/** True for an error that means "this was cancelled by the one who asked". */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** Reads the problem of a refused response; an answer of something else in between becomes a problem by its status. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const retryAfter = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  const wait = Number.isNaN(retryAfter) ? null : retryAfter;
  const body: unknown = await response.json().catch(() => null);
  if (isProblem(body)) return new ProblemError(body, wait);
  const title = response.statusText || `Status ${String(response.status)}`;
  return new ProblemError({ type: 'about:blank', title, status: response.status }, wait);
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'type' in body &&
    typeof body.type === 'string' &&
    'status' in body &&
    typeof body.status === 'number'
  );
}
