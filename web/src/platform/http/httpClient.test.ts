import { describe, expect, it } from 'vitest';
import { HttpClient, type TokenSource } from './httpClient';
import { NetworkError, ProblemError } from './problem';

interface Sent {
  readonly url: string;
  readonly method: string | undefined;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

function answering(...answers: (Response | Error)[]) {
  const sent: Sent[] = [];
  const fake: typeof fetch = (input, init) => {
    sent.push({
      url: input as string,
      method: init?.method,
      headers: init?.headers as Record<string, string>,
      body: init?.body,
    });
    const answer = answers.shift();
    if (answer === undefined) throw new Error('no answer left');
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { sent, fake };
}

function tokens(
  current: string | null,
  renewed: string | null,
): TokenSource & { asked: (string | null)[] } {
  const asked: (string | null)[] = [];
  return {
    asked,
    current: () => current,
    renew: (failed) => {
      asked.push(failed);
      return Promise.resolve(renewed);
    },
  };
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

const problem = (slug: string, status: number) => ({
  type: `urn:tertulia:problem:${slug}`,
  title: slug,
  status,
  detail: `It was ${slug}.`,
});

describe('HttpClient', () => {
  it('sends JSON with the access token and leaves empty query values out', async () => {
    const { sent, fake } = answering(json(200, { ok: true }));
    const client = new HttpClient({ base: '/api/v1', tokens: tokens('t1', null), fetch: fake });

    const answer = await client.get('/users', { query: { query: 'año', cursor: null, limit: 5 } });

    expect(answer).toEqual({ ok: true });
    expect(sent[0]?.url).toBe('/api/v1/users?query=a%C3%B1o&limit=5');
    expect(sent[0]?.headers['Authorization']).toBe('Bearer t1');
  });

  it('sends a list as its name once for each value', async () => {
    const { sent, fake } = answering(json(200, {}));
    const client = new HttpClient({ base: '', tokens: null, fetch: fake });
    await client.get('/media/chats/1', { query: { kind: ['image', 'video'], limit: 60 } });
    expect(sent[0]?.url).toBe('/media/chats/1?kind=image&kind=video&limit=60');
  });

  it('renews a refused token once and repeats the request', async () => {
    const source = tokens('old', 'new');
    const { sent, fake } = answering(
      json(401, problem('unauthenticated', 401)),
      json(200, { id: 1 }),
    );
    const client = new HttpClient({ base: '', tokens: source, fetch: fake });

    await client.post('/chats/group', { title: 'Libros' });

    expect(source.asked).toEqual(['old']);
    expect(sent.map((one) => one.headers['Authorization'])).toEqual(['Bearer old', 'Bearer new']);
    expect(sent[1]?.body).toBe('{"title":"Libros"}');
  });

  it('gives up after one renewal', async () => {
    const refused = () => json(401, problem('unauthenticated', 401));
    const { sent, fake } = answering(refused(), refused());
    const client = new HttpClient({ base: '', tokens: tokens('old', 'new'), fetch: fake });

    await expect(client.get('/users/me')).rejects.toMatchObject({ slug: 'unauthenticated' });
    expect(sent).toHaveLength(2);
  });

  it('does not blame the token for a wrong password', async () => {
    const source = tokens('t1', 't2');
    const { sent, fake } = answering(json(401, problem('invalid-credentials', 401)));
    const client = new HttpClient({ base: '', tokens: source, fetch: fake });

    await expect(client.put('/auth/password', {})).rejects.toMatchObject({ status: 401 });
    expect(source.asked).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it('asks for a token first when there is none', async () => {
    const source = tokens(null, 'fresh');
    const { sent, fake } = answering(json(200, {}));
    await new HttpClient({ base: '', tokens: source, fetch: fake }).get('/users/me');

    expect(source.asked).toEqual([null]);
    expect(sent[0]?.headers['Authorization']).toBe('Bearer fresh');
  });

  it('turns problem+json into a typed error with fields and the time to wait', async () => {
    const body = {
      ...problem('rate-limited', 429),
      errors: [{ field: 'handle', message: 'taken' }],
    };
    const { fake } = answering(json(429, body, { 'Retry-After': '7' }));
    const failure = await new HttpClient({ base: '', tokens: null, fetch: fake })
      .post('/auth/login', {})
      .catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(ProblemError);
    expect(failure).toMatchObject({
      slug: 'rate-limited',
      status: 429,
      retryAfter: 7,
      message: 'It was rate-limited.',
      errors: [{ field: 'handle', message: 'taken' }],
    });
  });

  it('makes a problem of an answer that is none', async () => {
    const { fake } = answering(new Response('<html>', { status: 502, statusText: 'Bad Gateway' }));
    const client = new HttpClient({ base: '', tokens: null, fetch: fake });
    await expect(client.get('/')).rejects.toMatchObject({ status: 502, message: 'Bad Gateway' });
  });

  it('tells "no answer" from "refused"', async () => {
    const { fake } = answering(new TypeError('Failed to fetch'));
    const client = new HttpClient({ base: '', tokens: null, fetch: fake });
    await expect(client.get('/')).rejects.toBeInstanceOf(NetworkError);
  });

  it('reads no body from 204', async () => {
    const { fake } = answering(new Response(null, { status: 204 }));
    const client = new HttpClient({ base: '', tokens: null, fetch: fake });
    await expect(client.delete('/chats/1')).resolves.toBeUndefined();
  });

  it('reads what is left when something of it was deleted', async () => {
    const { fake } = answering(json(200, { id: 1 }));
    const client = new HttpClient({ base: '', tokens: null, fetch: fake });
    await expect(client.delete('/users/me/picture')).resolves.toEqual({ id: 1 });
  });
});
