import { DefaultHttpStack } from 'tus-js-client';
import type { PictureSuite } from '$features/pictures';
import type { MediaState } from '$platform/api/types';
import { HttpClient } from '$platform/http';
import { FakeClock } from './fakes';
import { someUploads } from './someUploads';
import type { TusServer } from './tusServer';

interface Answer {
  readonly status: number;
  readonly slug?: string;
  readonly retryAfter?: number;
}

/** What pictures are sent to: uploads over real HTTP, the rest as the test says. */
export class FakePictureSuite implements PictureSuite {
  readonly clock = new FakeClock();
  /** What becomes of a file that is there, look by look; the last stays. Null: nobody answers. */
  states: (MediaState | null)[] = ['ready'];
  /** What putting a picture somewhere is answered with, attempt by attempt; then it is taken. */
  readonly refusals: Answer[] = [];
  /** What was asked for, such as `GET /media/m-1`. */
  readonly asked: string[] = [];
  readonly bodies: unknown[] = [];
  readonly uploads;
  readonly http: HttpClient;

  constructor(server: TusServer) {
    this.http = new HttpClient({
      base: '',
      tokens: null,
      fetch: (input, init) => {
        init?.signal?.throwIfAborted();
        return Promise.resolve(this.#answer(input as string, init));
      },
    });
    this.uploads = someUploads({
      clock: this.clock,
      endpoint: server.endpoint,
      stack: new DefaultHttpStack({}),
      giveUp: (mediaId, complete) => this.http.delete(`${complete ? '' : '/uploads'}/${mediaId}`),
    });
  }

  /** Lets time pass until something has come of it. */
  async settle<T>(work: Promise<T>): Promise<T> {
    let under = true;
    const done = work.finally(() => {
      under = false;
    });
    done.catch(() => undefined);
    while (under) {
      await this.clock.advance(500);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return done;
  }

  #answer(path: string, init?: RequestInit): Response {
    const method = init?.method ?? 'GET';
    this.asked.push(`${method} ${path}`);
    if (method === 'DELETE') return new Response(null, { status: 204 });
    if (method === 'GET') {
      const state = this.states.length > 1 ? this.states.shift() : this.states[0];
      if (state === null) throw new TypeError('Failed to fetch');
      return new Response(JSON.stringify({ id: path.split('/').at(-1), state }));
    }
    const refusal = this.refusals.shift();
    if (refusal !== undefined) return refused(refusal);
    this.bodies.push(JSON.parse(String(init?.body)));
    return new Response(JSON.stringify({ id: 'changed' }));
  }
}

function refused({ status, slug = '', retryAfter }: Answer): Response {
  const problem = { type: `urn:tertulia:problem:${slug}`, title: slug, status };
  const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
  return new Response(JSON.stringify(problem), { status, headers });
}
