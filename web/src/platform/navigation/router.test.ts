import { afterEach, describe, expect, it } from 'vitest';
import { pathOfNotification } from './paths';
import { router, routeOf } from './router.svelte';

const CHAT = '0199f000-0000-7000-8000-000000000001';

describe('routeOf', () => {
  it.each([
    ['/', 'chats'],
    ['/chats/', 'chats'],
    ['/login', 'login'],
    ['/explore', 'explore'],
    ['/settings/notifications', 'notification-settings'],
    ['/settings/email/confirm', 'confirm-email'],
    ['/chats/nonsense', 'unknown'],
    ['/else', 'unknown'],
  ])('%s is %s', (path, page) => {
    expect(routeOf(path)).toEqual({ page });
  });

  it('knows a chat by its id', () => {
    const chat = { page: 'chat', chatId: CHAT, message: null, thread: null };
    expect(routeOf(`/chats/${CHAT}`)).toEqual(chat);
    expect(routeOf(`/chats/${CHAT}/messages/12`)).toEqual({ ...chat, message: 12 });
    expect(routeOf(`/chats/${CHAT}/threads/7`)).toEqual({ ...chat, thread: 7 });
    expect(routeOf(`/chats/${CHAT}/messages/twelve`)).toEqual({ page: 'unknown' });
  });
});

describe('pathOfNotification', () => {
  it.each([
    [{ kind: 'mention', chatId: CHAT, message: 12 }, `/chats/${CHAT}/messages/12`],
    [{ kind: 'reply', chatId: CHAT, message: 12, thread: 7 }, `/chats/${CHAT}/threads/7`],
    [{ kind: 'invitation', chatId: CHAT }, `/chats/${CHAT}`],
    [{ kind: 'reminder' }, '/reminders'],
    [{ kind: 'reminder', byId: 'u-ana' }, '/notifications'],
    [{ kind: 'reminder-refused', chatId: CHAT }, '/reminders'],
    [{ kind: 'scheduled-message', chatId: CHAT }, '/scheduled'],
    [{ kind: 'reminder', chatId: CHAT, message: 3 }, `/chats/${CHAT}/messages/3`],
    [{}, '/notifications'],
  ])('%j leads to %s', (about, path) => {
    expect(pathOfNotification(about)).toBe(path);
  });
});

describe('router', () => {
  let stop = () => {};
  afterEach(() => {
    stop();
    router.go('/');
  });

  const click = (html: string, init: MouseEventInit = {}) => {
    stop = router.listen();
    document.body.innerHTML = html;
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init });
    document.querySelector('a')?.dispatchEvent(event);
    return event.defaultPrevented;
  };

  it('follows a click on a link of ours', () => {
    expect(click('<a href="/people">People</a>')).toBe(true);
    expect(router.route).toEqual({ page: 'people' });
    expect(location.pathname).toBe('/people');
  });

  it('leaves a click for a new tab alone', () => {
    document.addEventListener(
      'click',
      (event) => {
        event.preventDefault();
      },
      { once: true },
    );
    click('<a href="/people">People</a>', { ctrlKey: true });
    expect(router.route).toEqual({ page: 'chats' });
  });

  it('follows the history', () => {
    stop = router.listen();
    history.pushState(null, '', '/settings');
    window.dispatchEvent(new PopStateEvent('popstate'));
    expect(router.route).toEqual({ page: 'settings' });
  });
});
