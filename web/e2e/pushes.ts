import { createECDH, randomBytes } from 'node:crypto';
import { expect, type Browser, type CDPSession, type Page } from '@playwright/test';
import { arrive, type Person } from './people';

/** Where a browser without a push service pretends that it can be reached, and with which keys. */
interface Pretended {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/**
 * Somebody whose browser has a service worker and may show notifications, once it was asked. Browsers of tests reach no
 * push service: what they subscribe with is made up, and what would come from it is delivered by hand.
 */
export async function arriveWithPushes(browser: Browser, name: string): Promise<Person> {
  const person = await arrive(browser, name, { serviceWorkers: 'allow' });
  await person.page.context().grantPermissions(['notifications']);
  const key = createECDH('prime256v1').generateKeys().toString('base64url');
  const keys = { p256dh: key, auth: randomBytes(16).toString('base64url') };
  const endpoint = `https://push.example.org/${randomBytes(12).toString('hex')}`;
  await person.page.addInitScript(pretend, { endpoint, keys });
  return person;
}

/** Runs in the page, before anything else. */
function pretend({ endpoint, keys }: Pretended): void {
  const ASKED = 'test.asked';
  const KEY = 'test.key';
  const subscription = () => {
    const key = localStorage.getItem(KEY);
    if (key === null) return null;
    const bytes = Uint8Array.from(JSON.parse(key) as number[]);
    return {
      endpoint,
      options: { applicationServerKey: bytes.buffer },
      toJSON: () => ({ endpoint, keys }),
      unsubscribe: () => {
        localStorage.removeItem(KEY);
        return Promise.resolve(true);
      },
    };
  };
  Object.defineProperty(Notification, 'permission', {
    get: () => (localStorage.getItem(ASKED) === null ? 'default' : 'granted'),
  });
  Notification.requestPermission = () => {
    localStorage.setItem(ASKED, 'yes');
    return Promise.resolve('granted');
  };
  Object.assign(PushManager.prototype, {
    getSubscription: () => Promise.resolve(subscription()),
    subscribe: ({ applicationServerKey }: { applicationServerKey: Uint8Array }) => {
      localStorage.setItem(KEY, JSON.stringify([...applicationServerKey]));
      return Promise.resolve(subscription());
    },
  });
}

/** Waits until the service worker answers for the page. */
export async function hasWorker(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state))
    .toBe('activated');
}

/** Delivers a push as the browser does when one has come. */
export async function deliver(page: Page, push: object): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const registrationId = await registrationOf(session);
  const origin = new URL(page.url()).origin;
  const data = JSON.stringify(push);
  await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
  await session.detach();
}

async function registrationOf(session: CDPSession): Promise<string> {
  const known = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const registration = registrations.find(({ isDeleted }) => !isDeleted);
      if (registration !== undefined) resolve(registration.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  return known;
}

/** What the browser shows now, each as its title and its text. */
export function shown(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const notices = (await registration?.getNotifications()) ?? [];
    return notices.map(({ title, body }) => `${title}: ${body}`);
  });
}

/** A click on the first of what is shown. Only events of the browser itself may be waited for. */
const CLICK = `(async () => {
  const [notification] = await self.registration.getNotifications();
  const event = new NotificationEvent('notificationclick', { notification });
  Object.defineProperty(event, 'waitUntil', { value: () => undefined });
  self.dispatchEvent(event);
})()`;

/** Presses the notification that is shown. */
export async function follow(page: Page): Promise<void> {
  const [worker] = page.context().serviceWorkers();
  await worker?.evaluate(CLICK);
}
