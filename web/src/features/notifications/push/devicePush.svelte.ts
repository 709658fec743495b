import { createContext } from 'svelte';
import type { Language } from '$platform/api/types';
import { ProblemError, type HttpClient } from '$platform/http';
import type { BrowserSubscription, PushBrowser } from '$platform/worker';
import type { KeyedStorage } from '$platform/storage/keyedStorage';
import { deleteDevice, fetchDevices, fetchPushKey, putDevice } from './pushApi';

/** How it stands with pushes to this device. */
export type DeviceState = 'unsupported' | 'needs-install' | 'blocked' | 'off' | 'on';

/** What was told the suite of this device. */
interface Kept {
  readonly id: string;
  readonly endpoint: string;
  readonly publicKey: string;
  readonly contentFree: boolean;
  readonly language: Language;
}

export interface DevicePushOptions {
  readonly http: HttpClient;
  readonly browser: PushBrowser;
  /** The person's, in this browser. */
  readonly storage: KeyedStorage;
  /** What the device is called in the list of devices. */
  readonly name: string;
  readonly language: () => Language;
  /** Runs `work` while no other tab runs any under the same name. */
  readonly exclusively: <T>(lock: string, work: () => Promise<T>) => Promise<T>;
}

const KEPT_KEY = 'push';
const DECLINED_KEY = 'push.declined';
const LOCK = 'tertulia.push';
/** Whoever leaves does not wait longer for the suite to hear of it. */
const LEAVING_MS = 3_000;

/**
 * Pushes to this device for the person who is signed in. The browser is asked for nothing before the person has; what it
 * or the suite changes of the subscription is put right with each connection.
 */
export class DevicePush {
  readonly #options: DevicePushOptions;
  #kept = $state.raw<Kept | null>(null);
  #permission = $state.raw<NotificationPermission>('default');
  #declined = $state(false);

  constructor(options: DevicePushOptions) {
    this.#options = options;
    this.#kept = keptOf(options.storage.get(KEPT_KEY));
    this.#declined = options.storage.get(DECLINED_KEY) !== null;
    this.#permission = options.browser.permission;
  }

  get state(): DeviceState {
    const { support } = this.#options.browser;
    if (support === 'needs-install') return support;
    if (support === 'no') return 'unsupported';
    if (this.#permission === 'denied') return 'blocked';
    return this.#permission === 'granted' && this.#kept !== null ? 'on' : 'off';
  }

  /** The id of this device in the list of devices. */
  get deviceId(): string | null {
    return this.#kept?.id ?? null;
  }

  get contentFree(): boolean {
    return this.#kept?.contentFree ?? false;
  }

  /** Whether the person has not been asked yet, here, and would see something of it. */
  get offered(): boolean {
    return this.state === 'off' && this.#permission === 'default' && !this.#declined;
  }

  decline(): void {
    this.#declined = true;
    this.#options.storage.set(DECLINED_KEY, '1');
  }

  /** What the browser allows may have been changed in its own settings. */
  look(): void {
    this.#permission = this.#options.browser.permission;
  }

  /** Puts right what has changed since the last visit; what does not succeed now, the next connection tries again. */
  async connected(): Promise<void> {
    this.look();
    if (this.#options.browser.support !== 'yes') return;
    try {
      await this.#options.exclusively(LOCK, () => this.#putRight());
    } catch {
      // The suite or the push service does not answer.
    }
  }

  /** Asks the browser, from what the person pressed; false when the browser or its person says no. */
  async turnOn(contentFree = false): Promise<boolean> {
    const { browser, exclusively } = this.#options;
    this.#permission = await browser.ask();
    if (this.#permission !== 'granted') return false;
    await exclusively(LOCK, async () => {
      const key = await fetchPushKey(this.#options.http);
      await this.#tell(await this.#subscription(key), key, contentFree);
    });
    return true;
  }

  /** Whether what is shown says no more than that there is something. */
  async setContentFree(contentFree: boolean): Promise<void> {
    await this.#options.exclusively(LOCK, async () => {
      const kept = this.#kept;
      const current = await this.#options.browser.current();
      if (kept !== null && current !== null) await this.#tell(current, kept.publicKey, contentFree);
    });
  }

  /** Fails as the HttpClient does; nothing comes here any more all the same. */
  async turnOff(signal?: AbortSignal): Promise<void> {
    const id = this.deviceId;
    await this.#forget();
    if (id !== null) await this.#removeAtSuite(id, signal);
  }

  /** Before the session ends: the device belongs to nobody then. */
  async leave(): Promise<void> {
    try {
      await this.turnOff(AbortSignal.timeout(LEAVING_MS));
    } catch {
      // Not told: the push service does not know the address any more, and the suite drops it then.
    }
  }

  async #putRight(): Promise<void> {
    const { browser, http } = this.#options;
    // Another tab may have told something meanwhile.
    const kept = (this.#kept = keptOf(this.#options.storage.get(KEPT_KEY)));
    const current = await browser.current();
    if (kept === null) {
      // Of somebody else, or of a time of which nothing is known.
      if (current !== null) await browser.unsubscribe();
      return;
    }
    if (browser.permission !== 'granted') {
      await this.turnOff();
      return;
    }
    const [key, devices] = await Promise.all([fetchPushKey(http), fetchDevices(http)]);
    const known = devices.some(({ subscriptionId }) => subscriptionId === kept.id);
    const same = current?.endpoint === kept.endpoint;
    if (same && !known) await this.#forget();
    else if (!same || kept.publicKey !== key || kept.language !== this.#options.language()) {
      const { id } = await this.#tell(await this.#subscription(key), key, kept.contentFree);
      if (known && id !== kept.id) await this.#removeAtSuite(kept.id);
    }
  }

  /** The browser's subscription for the key: the one it has, or a new one. */
  async #subscription(key: string): Promise<BrowserSubscription> {
    const { browser } = this.#options;
    const current = await browser.current();
    if (current !== null) {
      if ((current.publicKey ?? this.#kept?.publicKey) === key) return current;
      await browser.unsubscribe();
    }
    return browser.subscribe(key);
  }

  async #tell(
    { endpoint, keys }: BrowserSubscription,
    publicKey: string,
    contentFree: boolean,
  ): Promise<Kept> {
    const { http, name, storage } = this.#options;
    const language = this.#options.language();
    const view = await putDevice(http, { endpoint, keys, name, contentFree, language });
    const kept = { id: view.subscriptionId, endpoint, publicKey, contentFree, language };
    storage.set(KEPT_KEY, JSON.stringify(kept));
    this.#kept = kept;
    return kept;
  }

  async #forget(): Promise<void> {
    this.#options.storage.remove(KEPT_KEY);
    this.#kept = null;
    await this.#options.browser.unsubscribe();
  }

  async #removeAtSuite(id: string, signal?: AbortSignal): Promise<void> {
    try {
      await deleteDevice(this.#options.http, id, signal);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 404) throw error;
    }
  }
}

function keptOf(text: string | null): Kept | null {
  try {
    const value = JSON.parse(text ?? 'null') as Kept | null;
    return typeof value?.id === 'string' ? value : null;
  } catch {
    return null;
  }
}

/** Pushes to this device. */
export const [useDevicePush, provideDevicePush] = createContext<DevicePush>();
