import type { Language } from '$platform/api/types';
import type { PageMessage } from '$platform/worker/messages';
import { workerLanguage } from '$platform/worker/workerSettings';
import { Notices, type NoticePorts } from './notices';
import { readPush } from './payload';
import { Shell, type ShellManifest } from './shell';
import { textsOf } from './texts';

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build. */
declare const __SHELL__: ShellManifest;

const shell = new Shell(__SHELL__, caches, self.location.origin);
const notices = new Notices(browserPorts());

self.addEventListener('install', (event) => {
  event.waitUntil(shell.install());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(shell.activate().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  // A newer worker waits until the person wants it: what they see is never replaced under their hands.
  if ((event.data as PageMessage | null)?.kind === 'take-over') event.waitUntil(self.skipWaiting());
});

self.addEventListener('fetch', (event) => {
  const answer = shell.answer(event.request, () => fetch(event.request));
  if (answer !== null) event.respondWith(answer);
});

self.addEventListener('push', (event) => {
  event.waitUntil(notices.pushed(readPush(event.data?.text() ?? '')));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(notices.followed(event.notification.data));
});

self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(notices.subscriptionChanged());
});

function browserPorts(): NoticePorts {
  return {
    show: (title, options) => self.registration.showNotification(title, options),
    shown: () => self.registration.getNotifications(),
    windows: () => self.clients.matchAll({ type: 'window', includeUncontrolled: true }),
    openWindow: (path) => self.clients.openWindow(path),
    badge: async (count) => {
      if (!('setAppBadge' in navigator)) return;
      await navigator.setAppBadge(count).catch(() => {
        // An application that is not installed has no icon to put it at.
      });
    },
    later: (ms, run) => {
      setTimeout(run, ms);
    },
    texts: async () => textsOf((await workerLanguage()) ?? browserLanguage()),
  };
}

function browserLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en';
}
