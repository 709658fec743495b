import { randomBytes } from 'node:crypto';

/** Everybody's. */
export const PASSWORD = 'seven quiet chairs';

const base = process.env['BASE_URL'] ?? 'http://127.0.0.1:8080';

/** Somebody who has no browser. */
export interface Account {
  id: string;
  handle: string;
  name: string;
  token: string;
}

/** Registers somebody new, at the auth service itself where AUTH_URL says where that is. */
export async function account(name: string): Promise<Account> {
  const handle = `${name.toLowerCase()}-${randomBytes(5).toString('hex')}`;
  const auth = process.env['AUTH_URL'];
  const registered = {
    handle,
    displayName: name,
    email: `${handle}@example.org`,
    password: PASSWORD,
    refreshTokenIn: 'body',
  };
  const answer = await send<{ accessToken: string; user: { id: string } }>(
    `${auth === undefined || auth === '' ? base : auth}/api/v1/auth/register`,
    'POST',
    {},
    registered,
  );
  return { id: answer.user.id, handle, name, token: answer.accessToken };
}

/** What the gateway answers somebody; fails when it refuses. */
export async function call<T>(
  who: Account,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  return send(`${base}/api/v1${path}`, method, { Authorization: `Bearer ${who.token}` }, body);
}

async function send<T>(
  url: string,
  method: string,
  headers: Record<string, string>,
  body: unknown,
): Promise<T> {
  const answer = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) {
    throw new Error(`${method} ${url}: ${String(answer.status)} ${await answer.text()}`);
  }
  return (await answer.json()) as T;
}
