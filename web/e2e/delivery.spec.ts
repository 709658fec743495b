import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { account, call, type Account } from './api';
import { PushService, verifiedClaims } from './pushService';

/** Someone who was just registered is known to every service a moment later only. */
async function chatOf(one: Account, other: Account): Promise<string> {
  let chat = '';
  await expect(async () => {
    const view = await call<{ id: string }>(one, 'POST', '/chats/private', { userId: other.id });
    chat = view.id;
  }).toPass();
  return chat;
}

test('a message reaches a browser encrypted and signed, and is taken away when it was read', async () => {
  const service = await PushService.open();
  try {
    const ana = await account('Ana');
    const bruno = await account('Bruno');
    const key = await call<{ publicKey: string }>(bruno, 'GET', '/notifications/push/key');
    await call(bruno, 'PUT', '/notifications/push/subscriptions', {
      ...service.subscription,
      name: 'Firefox',
      contentFree: false,
      language: 'es',
    });
    const chat = await chatOf(ana, bruno);
    await expect(async () => {
      await call(ana, 'POST', `/chats/${chat}/messages`, {
        clientMessageId: randomUUID(),
        text: '¿Vienes? 🎉',
      });
    }).toPass();

    await expect.poll(() => service.received.length).toBe(1);
    const shown = service.message(1);
    const said = service.read(shown);
    expect(said).toMatchObject({
      kind: 'message',
      chatId: chat,
      title: 'Ana',
      body: '¿Vienes? 🎉',
      unread: 1,
    });
    expect(shown.headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      topic: said['tag'],
      urgency: 'high',
    });
    const claims = verifiedClaims(shown, key.publicKey);
    expect(claims.aud).toBe(service.origin);
    expect(claims.exp - Date.now() / 1000).toBeLessThanOrEqual(86_400);
    expect(claims.sub).toMatch(/^(mailto|https):/);

    await call(bruno, 'POST', '/notifications/read', { all: true });
    await expect.poll(() => service.received.length).toBe(2);
    const gone = service.message(2);
    expect(service.read(gone)).toEqual({ settled: [said['notificationId']], unread: 0 });
    expect(gone.headers['topic']).toBe(shown.headers['topic']);
  } finally {
    service.close();
  }
});
