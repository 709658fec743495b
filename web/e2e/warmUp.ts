import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { account, call, PASSWORD } from './api';

/** When this is over, the tests say what is wrong. */
const LIMIT_MS = 90_000;
/** A round of a suite that has begun a while ago takes a tenth of it. */
const PROMPT_MS = 2_000;
const BETWEEN_MS = 250;

/**
 * Lets a suite that has just begun do everything once before browsers wait for it: its first answers take seconds on a
 * machine with few processors, or are that it is busy, and the tests are about what it does, not how soon.
 */
export default async function warmUp(): Promise<void> {
  const until = Date.now() + LIMIT_MS;
  while (Date.now() < until) {
    const began = Date.now();
    const whole = await round().then(
      () => true,
      () => false,
    );
    if (whole && Date.now() - began < PROMPT_MS) return;
    await pause(BETWEEN_MS);
  }
}

async function round(): Promise<void> {
  const ana = await account('Warm');
  await call(ana, 'POST', '/auth/login', {
    login: ana.handle,
    password: PASSWORD,
    refreshTokenIn: 'body',
  });
  await call(ana, 'GET', '/users/me');
  const chat = await call<{ id: string }>(ana, 'POST', '/chats/group', {
    title: 'Warm',
    memberIds: [],
  });
  await call(ana, 'POST', `/chats/${chat.id}/messages`, {
    clientMessageId: randomUUID(),
    text: 'Hello',
  });
  await call(ana, 'GET', '/conversations');
  await call(ana, 'GET', '/notifications');
  await call(ana, 'GET', '/reminders');
}
