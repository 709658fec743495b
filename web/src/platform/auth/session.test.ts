import { beforeEach, describe, expect, it } from 'vitest';
import { HttpClient, NetworkError } from '$platform/http';
import { deviceName } from './browserSession';
import { Session, type SessionOptions } from './session.svelte';

const ANA = { id: 'u-ana', handle: 'ana', displayName: 'Ana' };

function view(token: string, user = ANA) {
  return { accessToken: token, tokenType: 'Bearer', expiresIn: 300, user, sessionId: 's1' };
}

type Answer = { status: number; body: unknown } | Error;

/** Two tabs of one browser: one storage, one lock, one cookie jar (the queue of answers). */
class Browser {
  readonly requests: string[] = [];
  readonly answers: Answer[] = [];
  readonly #tabs: Channel[] = [];
  #lock: Promise<unknown> = Promise.resolve();

  tab(): Session {
    const channel = new Channel((from, data) => {
      for (const other of this.#tabs) {
        if (other !== from) other.onmessage?.({ data } as MessageEvent);
      }
    });
    this.#tabs.push(channel);
    return new Session({
      http: new HttpClient({
        base: '',
        tokens: null,
        fetch: (input) => this.#answer(input as string),
      }),
      storage: localStorage,
      channel,
      exclusively: (_lock, work) => {
        const turn = this.#lock.then(work);
        this.#lock = turn.catch(() => null);
        return turn;
      },
      deviceName: 'Test',
    });
  }

  #answer(path: string): Promise<Response> {
    this.requests.push(path);
    const answer = this.answers.shift() ?? new TypeError('offline');
    if (answer instanceof Error) return Promise.reject(answer);
    return Promise.resolve(new Response(JSON.stringify(answer.body), { status: answer.status }));
  }
}

class Channel {
  onmessage: SessionOptions['channel']['onmessage'] = null;
  readonly #post: (from: Channel, data: unknown) => void;
  constructor(post: (from: Channel, data: unknown) => void) {
    this.#post = post;
  }
  postMessage(data: unknown): void {
    this.#post(this, data);
  }
}

const refused = {
  status: 401,
  body: { type: 'urn:tertulia:problem:refresh-token-invalid', title: 'No', status: 401 },
};

describe('Session', () => {
  let browser: Browser;
  beforeEach(() => {
    localStorage.clear();
    browser = new Browser();
  });

  it('is signed in after logging in, and after a reload', async () => {
    browser.answers.push({ status: 200, body: view('t1') }, { status: 200, body: view('t2') });
    const session = browser.tab();
    await session.logIn('ana', 'correct horse');
    expect(session.state).toEqual({ kind: 'signed-in', person: ANA });
    expect(session.current()).toBe('t1');

    const reloaded = browser.tab();
    expect(reloaded.state).toEqual({ kind: 'signed-in', person: ANA });
    expect(reloaded.current()).toBeNull();
    await expect(reloaded.renew(null)).resolves.toBe('t2');
  });

  it('renews once for everybody who asks at the same time', async () => {
    localStorage.setItem('tertulia.person', JSON.stringify(ANA));
    browser.answers.push({ status: 200, body: view('t1') });
    const one = browser.tab();
    const two = browser.tab();

    const tokens = await Promise.all([one.renew(null), one.renew(null), two.renew(null)]);

    expect(tokens).toEqual(['t1', 't1', 't1']);
    expect(browser.requests).toEqual(['/auth/refresh']);
  });

  it('stays signed in when the suite cannot be reached', async () => {
    localStorage.setItem('tertulia.person', JSON.stringify(ANA));
    const session = browser.tab();
    await expect(session.renew(null)).rejects.toBeInstanceOf(NetworkError);
    expect(session.state.kind).toBe('signed-in');
  });

  it('ends when the refresh token is refused', async () => {
    localStorage.setItem('tertulia.person', JSON.stringify(ANA));
    browser.answers.push(refused);
    const session = browser.tab();
    await expect(session.renew(null)).resolves.toBeNull();
    expect(session.state).toEqual({ kind: 'signed-out', ended: true });
    expect(localStorage.getItem('tertulia.person')).toBeNull();
  });

  it('leaves in every tab, even when the suite does not answer', async () => {
    browser.answers.push({ status: 200, body: view('t1') });
    const one = browser.tab();
    const two = browser.tab();
    await one.logIn('ana', 'correct horse');
    expect(two.state.kind).toBe('signed-in');

    await expect(one.logOut()).rejects.toBeInstanceOf(NetworkError);
    expect(one.state).toEqual({ kind: 'signed-out', ended: false });
    expect(two.state.kind).toBe('signed-out');
  });

  it('gets a token to leave with when the last one has expired', async () => {
    localStorage.setItem('tertulia.person', JSON.stringify(ANA));
    browser.answers.push({ status: 200, body: view('t1') }, { status: 200, body: {} });
    await browser.tab().logOut();
    expect(browser.requests).toEqual(['/auth/refresh', '/auth/logout']);
  });

  it('follows when another tab signs in as another person', async () => {
    const bea = { id: 'u-bea', handle: 'bea', displayName: 'Bea' };
    browser.answers.push({ status: 200, body: view('t1') }, { status: 200, body: view('t2', bea) });
    const one = browser.tab();
    const two = browser.tab();
    await one.logIn('ana', 'x');
    await two.logIn('bea', 'x');
    expect(one.state).toEqual({ kind: 'signed-in', person: bea });
    expect(one.current()).toBe('t2');
  });
});

describe('deviceName', () => {
  it('names the browser and the system', () => {
    expect(
      deviceName('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit Chrome/156.0 Safari/537.36'),
    ).toBe('Chrome, Linux');
    expect(deviceName('curl')).toBe('Browser');
  });
});
