import { describe, expect, it } from 'vitest';
import { readPush } from './payload';

const CHAT = '0199f000-0000-7000-8000-000000000001';

describe('readPush', () => {
  it('reads what is told, and where it leads', () => {
    const push = { notificationId: 'n1', kind: 'mention', chatId: CHAT, message: 12, unread: 3 };
    const words = { title: 'Ana in Plaza', body: 'Are you there?', tag: 'b1' };
    expect(readPush(JSON.stringify({ ...push, ...words }))).toEqual({
      kind: 'told',
      notificationId: 'n1',
      title: 'Ana in Plaza',
      body: 'Are you there?',
      tag: 'b1',
      path: `/chats/${CHAT}/messages/12`,
      unread: 3,
    });
  });

  it('leads to the inbox when no more is said than that there is something', () => {
    const push = readPush(JSON.stringify({ notificationId: 'n1', unread: 2, tag: 'b1' }));
    expect(push).toMatchObject({ kind: 'told', title: null, body: null, path: '/notifications' });
  });

  it('reads what has been seen to', () => {
    const push = readPush(JSON.stringify({ settled: ['n1', 'n2', 7], unread: 0 }));
    expect(push).toEqual({ kind: 'settled', notificationIds: ['n1', 'n2'], unread: 0 });
  });

  it.each(['', 'no JSON', 'null', '"text"', '[]', '{"unread":-1,"title":7,"message":1.5}'])(
    'tells that there is something when it gets %j',
    (text) => {
      expect(readPush(text)).toEqual({
        kind: 'told',
        notificationId: null,
        title: null,
        body: null,
        tag: null,
        path: '/notifications',
        unread: null,
      });
    },
  );
});
