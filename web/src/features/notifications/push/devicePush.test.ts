import { beforeEach, describe, expect, it } from 'vitest';
import type { PushDeviceRequest, PushDeviceView } from '$platform/api/types';
import { HttpClient } from '$platform/http';
import type { BrowserSubscription, PushBrowser } from '$platform/worker';
import { FakeStorage } from '../../../test/fakes';
import { DevicePush } from './devicePush.svelte';

/** The suite's side of pushes. */
class Suite {
  key = 'key-1';
  devices: (PushDeviceView & { readonly request: PushDeviceRequest })[] = [];
  down = false;
  #made = 0;

  readonly http = new HttpClient({
    base: '',
    tokens: null,
    fetch: (input, init) => {
      if (this.down) return Promise.reject(new TypeError('offline'));
      const path = input as string;
      if (path === '/notifications/push/key') return answer({ publicKey: this.key });
      if (init?.method === 'PUT') return answer(this.#put(bodyOf(init)));
      if (init?.method === 'DELETE') return this.#delete(path.split('/').at(-1) ?? '');
      return answer({ items: this.devices });
    },
  });

  get endpoints(): string[] {
    return this.devices.map(({ request }) => request.endpoint);
  }

  #put(request: PushDeviceRequest): PushDeviceView {
    const known = this.devices.find((device) => device.request.endpoint === request.endpoint);
    const subscriptionId = known?.subscriptionId ?? `d${String((this.#made += 1))}`;
    const device = {
      subscriptionId,
      name: request.name ?? '',
      contentFree: request.contentFree ?? false,
      language: request.language,
      createdAt: '2026-11-20T12:00:00Z',
      request,
    };
    this.devices = [...this.devices.filter((one) => one !== known), device];
    return device;
  }

  #delete(id: string): Promise<Response> {
    const before = this.devices.length;
    this.devices = this.devices.filter(({ subscriptionId }) => subscriptionId !== id);
    if (this.devices.length < before) return Promise.resolve(new Response(null, { status: 204 }));
    return answer({ type: 'urn:tertulia:problem:not-found', title: 'x', status: 404 }, 404);
  }
}

function bodyOf(init: RequestInit): PushDeviceRequest {
  return JSON.parse(init.body as string) as PushDeviceRequest;
}

function answer(body: unknown, status = 200): Promise<Response> {
  return Promise.resolve(new Response(JSON.stringify(body), { status }));
}

class Browser implements PushBrowser {
  support: PushBrowser['support'] = 'yes';
  permission: NotificationPermission = 'default';
  says: NotificationPermission = 'granted';
  subscription: BrowserSubscription | null = null;
  asked = 0;
  refuses = false;
  #made = 0;

  ask(): Promise<NotificationPermission> {
    this.asked += 1;
    this.permission = this.says;
    return Promise.resolve(this.says);
  }
  current(): Promise<BrowserSubscription | null> {
    return Promise.resolve(this.subscription);
  }
  subscribe(publicKey: string): Promise<BrowserSubscription> {
    if (this.refuses) return Promise.reject(new DOMException('no', 'AbortError'));
    const endpoint = `https://push.example/${String((this.#made += 1))}`;
    this.subscription = { endpoint, keys: { p256dh: 'p', auth: 'a' }, publicKey };
    return Promise.resolve(this.subscription);
  }
  unsubscribe(): Promise<void> {
    this.subscription = null;
    return Promise.resolve();
  }
}

describe('DevicePush', () => {
  let suite: Suite;
  let browser: Browser;
  let storage: FakeStorage;
  let language: 'es' | 'en';

  beforeEach(() => {
    suite = new Suite();
    browser = new Browser();
    storage = new FakeStorage();
    language = 'en';
  });

  /** A visit of the same person, in the same browser unless another is given. */
  const visit = (device: Browser = browser, kept = storage) =>
    new DevicePush({
      http: suite.http,
      browser: device,
      storage: kept,
      name: 'Firefox, Linux',
      language: () => language,
      exclusively: (_lock, work) => work(),
    });

  it('asks the browser for nothing by itself', async () => {
    const device = visit();
    await device.connected();
    expect(device.state).toBe('off');
    expect(device.offered).toBe(true);
    expect(browser.asked).toBe(0);
    expect(suite.devices).toEqual([]);
  });

  it('is on when the person and the browser want it, and after a reload', async () => {
    const device = visit();
    expect(await device.turnOn()).toBe(true);
    expect(device.state).toBe('on');
    expect(suite.devices).toMatchObject([
      {
        subscriptionId: device.deviceId,
        name: 'Firefox, Linux',
        contentFree: false,
        request: { keys: { p256dh: 'p', auth: 'a' }, language: 'en' },
      },
    ]);
    const reloaded = visit();
    await reloaded.connected();
    expect(reloaded.state).toBe('on');
    expect(suite.devices).toHaveLength(1);
  });

  it('is blocked when the browser says no, which is not asked again', async () => {
    browser.says = 'denied';
    const device = visit();
    expect(await device.turnOn()).toBe(false);
    expect(device.state).toBe('blocked');
    expect(device.offered).toBe(false);
    expect(suite.devices).toEqual([]);
  });

  it('is offered once', () => {
    visit().decline();
    expect(visit().offered).toBe(false);
    expect(visit().state).toBe('off');
  });

  it.each([
    ['no', 'unsupported'],
    ['needs-install', 'needs-install'],
  ] as const)('says where it can not be: %s', (support, state) => {
    browser.support = support;
    expect(visit().state).toBe(state);
    expect(visit().offered).toBe(false);
  });

  it('stays off when the push service refuses', async () => {
    browser.refuses = true;
    const device = visit();
    await expect(device.turnOn()).rejects.toThrow();
    expect(device.state).toBe('off');
  });

  it('tells the suite of a subscription that the browser has replaced', async () => {
    await visit().turnOn(true);
    await browser.subscribe('key-1');
    const device = visit();
    await device.connected();
    expect(suite.endpoints).toEqual(['https://push.example/2']);
    expect(device.contentFree).toBe(true);
  });

  it('subscribes anew when the browser has lost it, or the key of the suite is another one', async () => {
    await visit().turnOn();
    browser.subscription = null;
    await visit().connected();
    expect(suite.endpoints).toEqual(['https://push.example/2']);
    suite.key = 'key-2';
    await visit().connected();
    expect(suite.endpoints).toEqual(['https://push.example/3']);
    expect(browser.subscription).toMatchObject({ publicKey: 'key-2' });
  });

  it('is told in the language of the person', async () => {
    const device = visit();
    await device.turnOn();
    language = 'es';
    await device.connected();
    expect(suite.devices).toMatchObject([{ request: { language: 'es' } }]);
  });

  it('is off when it was taken out of the list on another device', async () => {
    const device = visit();
    await device.turnOn();
    suite.devices = [];
    await device.connected();
    expect(device.state).toBe('off');
    expect(browser.subscription).toBeNull();
    expect(suite.devices).toEqual([]);
  });

  it('is taken out when the browser does not allow it any more', async () => {
    await visit().turnOn();
    browser.permission = 'denied';
    const device = visit();
    await device.connected();
    expect(device.state).toBe('blocked');
    expect(suite.devices).toEqual([]);
  });

  it('changes nothing while the suite does not answer', async () => {
    const device = visit();
    await device.turnOn();
    suite.down = true;
    await device.connected();
    expect(device.state).toBe('on');
  });

  it('shows who and what, or no more than that there is something', async () => {
    const device = visit();
    await device.turnOn();
    await device.setContentFree(true);
    expect(device.contentFree).toBe(true);
    expect(suite.devices).toMatchObject([{ contentFree: true }]);
    await device.setContentFree(false);
    expect(suite.devices).toMatchObject([{ contentFree: false }]);
  });

  it('goes with the session, whether or not the suite hears of it', async () => {
    await visit().turnOn();
    await visit().leave();
    expect(suite.devices).toEqual([]);
    expect(browser.subscription).toBeNull();
    const device = visit();
    await device.turnOn();
    suite.down = true;
    await device.leave();
    expect(device.state).toBe('off');
    expect(browser.subscription).toBeNull();
  });

  it('is nobody else’s: what is left of somebody before is taken out of the browser', async () => {
    await visit().turnOn();
    const other = visit(browser, new FakeStorage());
    await other.connected();
    expect(other.state).toBe('off');
    expect(browser.subscription).toBeNull();
  });

  it('comes back to who logs in again after the suite has ended the session', async () => {
    await visit().turnOn();
    await browser.unsubscribe();
    const device = visit();
    await device.connected();
    expect(device.state).toBe('on');
    expect(suite.endpoints).toEqual(['https://push.example/2']);
  });
});
