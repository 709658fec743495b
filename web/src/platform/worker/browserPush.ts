/** A subscription of this browser to pushes, as the suite has to know it. */
export interface BrowserSubscription {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
  /** The key of the sender that it was made for, base64url; null where the browser does not tell. */
  readonly publicKey: string | null;
}

/** What of the browser is needed for pushes. */
export interface PushBrowser {
  /** `needs-install`: only for an application that was put on the home screen (iOS, iPadOS). */
  readonly support: 'yes' | 'no' | 'needs-install';
  readonly permission: NotificationPermission;
  /** Asks the person; to be called from what they pressed. */
  ask(): Promise<NotificationPermission>;
  current(): Promise<BrowserSubscription | null>;
  /** Fails where the browser or its push service refuses. */
  subscribe(publicKey: string): Promise<BrowserSubscription>;
  unsubscribe(): Promise<void>;
}

/** The worker of this page is not there: it was refused, or is not installed yet. */
export class NoWorker extends Error {
  constructor() {
    super('No service worker');
    this.name = 'NoWorker';
  }
}

export function browserPush(): PushBrowser {
  return {
    support: supportOf(),
    get permission() {
      return 'Notification' in globalThis ? Notification.permission : 'denied';
    },
    ask: () => Notification.requestPermission(),
    current: async () => {
      const subscription = await (await registration())?.pushManager.getSubscription();
      return subscription ? asSubscription(subscription) : null;
    },
    subscribe: async (publicKey) => {
      const worker = await registration();
      if (worker === undefined) throw new NoWorker();
      const subscription = await worker.pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: bytesOf(publicKey),
      });
      return asSubscription(subscription);
    },
    unsubscribe: async () => {
      const subscription = await (await registration())?.pushManager.getSubscription();
      await subscription?.unsubscribe();
    },
  };
}

async function registration(): Promise<ServiceWorkerRegistration | undefined> {
  if (supportOf() !== 'yes') return undefined;
  const known = await navigator.serviceWorker.getRegistration();
  // One that is being installed is there in a moment.
  return known === undefined ? undefined : navigator.serviceWorker.ready;
}

function supportOf(): PushBrowser['support'] {
  if ('serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis)
    return 'yes';
  const installed = matchMedia('(display-mode: standalone)').matches;
  return /iPhone|iPad/.test(navigator.userAgent) && !installed ? 'needs-install' : 'no';
}

function asSubscription(subscription: PushSubscription): BrowserSubscription {
  const { endpoint, keys = {} } = subscription.toJSON();
  const { applicationServerKey } = subscription.options;
  return {
    endpoint: endpoint ?? subscription.endpoint,
    keys: { p256dh: keys['p256dh'] ?? '', auth: keys['auth'] ?? '' },
    publicKey: applicationServerKey === null ? null : base64Url(applicationServerKey),
  };
}

export function base64Url(bytes: ArrayBuffer): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
