import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Conversations } from '$features/conversations';
import { HttpClient } from '$platform/http';
import type { BrowserSubscription, PushBrowser } from '$platform/worker';
import {
  CHAT,
  FakeClock,
  FakeKept,
  FakeSocket,
  FakeStorage,
  hello,
  ME,
  settled,
  summary,
} from '../../test/fakes';
import NotificationSettingsHarness from '../../test/NotificationSettingsHarness.svelte';
import { DevicePush } from './push/devicePush.svelte';

type Body = Record<string, unknown>;

const PUSHES = '/notifications/push/subscriptions';
const HOURS = { from: '22:00', to: '08:00', days: ['MO', 'TU'], zone: 'Europe/Madrid' };
const HERE = { subscriptionId: 'd1', createdAt: '2026-11-20T12:00:00Z' };
const isHere = ({ subscriptionId }: Body) => subscriptionId === HERE.subscriptionId;
const PHONE = { subscriptionId: 'd2', name: 'Chrome, Android', contentFree: true };

/** What the suite keeps of the settings, and what was asked of it. */
class Suite {
  email: Body = { available: true, address: null, confirmed: false, digest: 'off', at: '08:00' };
  hours: Body = { enabled: false, ...HOURS };
  devices: Body[] = [{ ...PHONE, createdAt: '2026-11-01T12:00:00Z' }];
  alerts: Body[] = [];
  refusal: Body | null = null;
  readonly writes: [string, string, Body | null][] = [];

  readonly http = new HttpClient({
    base: '',
    tokens: null,
    fetch: (input, init) => {
      const [path, method] = [input as string, init?.method ?? 'GET'];
      const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as Body) : null;
      if (method !== 'GET') {
        this.writes.push([method, path, body]);
        if (this.refusal !== null) return answer(this.refusal, Number(this.refusal['status']));
      }
      return this.#answer(path, method, body ?? {});
    },
  });

  #answer(path: string, method: string, body: Body): Promise<Response> {
    if (path === '/notifications/push/key') return answer({ publicKey: 'key' });
    if (path === '/notifications/email') return answer((this.email = { ...this.email, ...body }));
    if (path === '/notifications/quiet-hours')
      return answer((this.hours = { ...this.hours, ...body }));
    const alerts = path.startsWith('/notifications/alerts');
    const id = path.split('/').at(-1);
    if (method === 'DELETE') {
      this.alerts = this.alerts.filter(({ alertId }) => alertId !== id);
      this.devices = this.devices.filter(({ subscriptionId }) => subscriptionId !== id);
      return Promise.resolve(new Response(null, { status: 204 }));
    }
    if (method === 'GET') return answer({ items: alerts ? this.alerts : this.devices });
    if (alerts)
      this.alerts = [{ ...body, alertId: `a${String(this.writes.length)}` }, ...this.alerts];
    else this.devices = [{ ...body, ...HERE }, ...this.devices.filter((one) => !isHere(one))];
    return answer((alerts ? this.alerts : this.devices)[0]);
  }
}

function answer(body: unknown, status = 200): Promise<Response> {
  return Promise.resolve(new Response(JSON.stringify(body), { status }));
}

class Browser implements PushBrowser {
  support: PushBrowser['support'] = 'yes';
  permission: NotificationPermission = 'default';
  says: NotificationPermission = 'granted';
  ask(): Promise<NotificationPermission> {
    this.permission = this.says;
    return Promise.resolve(this.says);
  }
  #subscription: BrowserSubscription | null = null;
  current(): Promise<BrowserSubscription | null> {
    return Promise.resolve(this.#subscription);
  }
  subscribe(publicKey: string): Promise<BrowserSubscription> {
    const keys = { p256dh: 'p', auth: 'a' };
    this.#subscription = { endpoint: 'https://push.example/1', keys, publicKey };
    return Promise.resolve(this.#subscription);
  }
  unsubscribe(): Promise<void> {
    this.#subscription = null;
    return Promise.resolve();
  }
}

describe('the settings of notifications', () => {
  let suite: Suite;
  let browser: Browser;

  beforeEach(() => {
    suite = new Suite();
    browser = new Browser();
  });

  async function show() {
    const { http } = suite;
    const clock = new FakeClock();
    const socket = new FakeSocket([]);
    const conversations = new Conversations({
      me: ME,
      http,
      tokens: { current: () => 't', renew: () => Promise.resolve('t') },
      storage: new FakeStorage(),
      kept: new FakeKept(),
      clock,
      openSocket: () => socket,
      signedOut: () => {},
    });
    conversations.start();
    await settled();
    const chat = summary({ kind: 'group', title: 'Plaza' });
    socket.receive(hello(clock, { chats: [chat], presence: [] }));
    const device = new DevicePush({
      http,
      browser,
      storage: new FakeStorage(),
      name: 'Firefox, Linux',
      language: () => 'en',
      exclusively: (_lock, work) => work(),
    });
    render(NotificationSettingsHarness, { http, device, conversations });
    await screen.findByText('Chrome, Android');
  }

  const part = (name: string) => within(screen.getByRole('region', { name }));
  const press = (name: string, button: string | RegExp) =>
    userEvent.click(part(name).getByRole('button', { name: button }));

  it('turn this device on, and say what it is to show', async () => {
    await show();
    await press('This device', 'Turn on');
    expect(await part('This device').findByText('Firefox, Linux')).toHaveTextContent('This one');
    await userEvent.click(screen.getByLabelText('Only that there is something'));
    await settled();
    expect(suite.writes.at(-1)).toMatchObject(['PUT', PUSHES, { contentFree: true }]);
  });

  it('turn this device off', async () => {
    await show();
    await press('This device', 'Turn on');
    await userEvent.click(await screen.findByText('Turn off on this device'));
    expect(await screen.findByText('Turn on')).toBeInTheDocument();
    expect(suite.writes.at(-1)).toEqual(['DELETE', `${PUSHES}/d1`, null]);
  });

  it('let other devices be taken out', async () => {
    await show();
    await userEvent.click(screen.getByLabelText('Remove Chrome, Android'));
    expect(await screen.findByText('None yet.')).toBeInTheDocument();
    expect(suite.writes).toEqual([['DELETE', `${PUSHES}/d2`, null]]);
  });

  it('say plainly when the browser has them blocked', async () => {
    browser.says = 'denied';
    await show();
    await press('This device', 'Turn on');
    expect(await screen.findByText(/are blocked in this browser/)).toBeInTheDocument();
    expect(part('This device').queryByRole('button', { name: 'Turn on' })).toBeNull();
  });

  it.each([
    ['no', /cannot tell you anything while Tertulia is closed/],
    ['needs-install', /once Tertulia is on the home screen/],
  ] as const)('say plainly when the browser can not: %s', async (support, text) => {
    browser.support = support;
    await show();
    expect(screen.getByText(text)).toBeInTheDocument();
  });

  it('take an address, and say that it has to be confirmed', async () => {
    await show();
    await userEvent.click(part('E-mail').getByRole('radio', { name: 'Once a day' }));
    await press('E-mail', 'Save');
    expect(part('E-mail').getByText('Please fill this in.')).toBeInTheDocument();
    await userEvent.type(part('E-mail').getByLabelText('Address'), 'ana@example.org');
    await press('E-mail', 'Save');
    expect(await part('E-mail').findByText(/written to ana@example.org/)).toBeInTheDocument();
    const [, path, body] = suite.writes.at(-1) ?? [];
    expect(path).toBe('/notifications/email');
    const when = { digest: 'daily', at: '08:00', language: 'en' };
    expect(body).toMatchObject({ address: 'ana@example.org', ...when });
    await press('E-mail', 'Send the link again');
    expect(suite.writes).toHaveLength(2);
  });

  it('say when no e-mail is sent here', async () => {
    suite.email = { ...suite.email, available: false };
    await show();
    expect(part('E-mail').getByText('This Tertulia sends no e-mail.')).toBeInTheDocument();
    expect(part('E-mail').queryByRole('textbox')).toBeNull();
  });

  it('keep quiet hours by the clock of this place', async () => {
    await show();
    await userEvent.click(part('Quiet hours').getByRole('radio', { name: 'On' }));
    await userEvent.click(part('Quiet hours').getByRole('checkbox', { name: 'Monday' }));
    await userEvent.click(part('Quiet hours').getByRole('checkbox', { name: 'Sunday' }));
    await press('Quiet hours', 'Save');
    expect(await part('Quiet hours').findByText('Saved')).toBeInTheDocument();
    const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
    const hours = { ...HOURS, enabled: true, days: ['TU', 'SU'], zone };
    expect(suite.writes.at(-1)).toEqual(['PUT', '/notifications/quiet-hours', hours]);
  });

  it('do not take quiet hours that begin on no day', async () => {
    suite.hours = { ...suite.hours, enabled: true, days: ['MO'] };
    await show();
    await userEvent.click(part('Quiet hours').getByRole('checkbox', { name: 'Monday' }));
    await press('Quiet hours', 'Save');
    expect(part('Quiet hours').getByRole('alert')).toHaveTextContent('Choose a day at least.');
    expect(suite.writes).toEqual([]);
  });

  it('add and remove alerts', async () => {
    await show();
    await press('Alerts', 'Add alert');
    expect(part('Alerts').getByText('Please fill this in.')).toBeInTheDocument();
    await userEvent.type(part('Alerts').getByLabelText('Word'), ' bread ');
    await press('Alerts', 'Add alert');
    expect(suite.writes.at(-1)?.[2]).toEqual({ kind: 'word', word: 'bread' });
    const text = '“bread” is said in any of my chats';
    expect(await part('Alerts').findByText(text)).toBeInTheDocument();
    await press('Alerts', `Remove the alert: ${text}`);
    expect(part('Alerts').queryByText(text)).toBeNull();
  });

  it('wait for silence in one chat, and only there', async () => {
    await show();
    await userEvent.click(part('Alerts').getByRole('radio', { name: 'Nobody writes' }));
    await press('Alerts', 'Add alert');
    expect(suite.writes).toEqual([]);
    await userEvent.selectOptions(part('Alerts').getByLabelText('Where'), 'Plaza');
    await userEvent.selectOptions(part('Alerts').getByLabelText('For'), '3 days');
    await press('Alerts', 'Add alert');
    const quiet = { kind: 'quiet', quietFor: 'PT72H', chatId: CHAT };
    expect(suite.writes.at(-1)?.[2]).toEqual(quiet);
    const text = 'Nobody has written in Plaza for 3 days';
    expect(await part('Alerts').findByText(text)).toBeInTheDocument();
  });

  it('say why an alert was not taken, and keep what was typed', async () => {
    suite.refusal = { type: 'urn:tertulia:problem:too-many-alerts', title: 'x', status: 409 };
    await show();
    await userEvent.type(part('Alerts').getByLabelText('Word'), 'bread');
    await press('Alerts', 'Add alert');
    expect(await part('Alerts').findByRole('alert')).toHaveTextContent('as many alerts');
    expect(part('Alerts').getByLabelText('Word')).toHaveValue('bread');
  });
});
