import { beforeEach, describe, expect, it } from 'vitest';
import { AppWorker, type Container, type Registration, type Worker } from './appWorker.svelte';
import type { PageMessage, WorkerMessage } from './messages';

class FakeWorker implements Worker {
  state: ServiceWorkerState = 'installing';
  readonly told: PageMessage[] = [];
  readonly #listeners: (() => void)[] = [];
  postMessage(message: PageMessage): void {
    this.told.push(message);
  }
  addEventListener(_type: 'statechange', listener: () => void): void {
    this.#listeners.push(listener);
  }
  become(state: ServiceWorkerState): void {
    this.state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** The service workers of one browser, seen from one page. */
class Browser implements Container, Registration {
  controller: FakeWorker | null = null;
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  refuses = false;
  reloads = 0;
  checks = 0;
  readonly #listeners: Record<string, ((event: { readonly data: unknown }) => void)[]> = {};
  #tick = () => {};

  page(): AppWorker {
    return new AppWorker({
      container: this,
      reload: () => (this.reloads += 1),
      every: (_ms, run) => (this.#tick = run),
    });
  }
  register(): Promise<Registration> {
    return this.refuses ? Promise.reject(new Error('no')) : Promise.resolve(this);
  }
  addEventListener(type: string, listener: (event: { readonly data: unknown }) => void): void {
    (this.#listeners[type] ??= []).push(listener);
  }
  update(): Promise<unknown> {
    this.checks += 1;
    return Promise.reject(new Error('offline'));
  }
  emit(type: string, data: unknown = null): void {
    for (const listener of this.#listeners[type] ?? []) listener({ data });
  }
  anHourPasses(): void {
    this.#tick();
  }
  /** A newer version has been fetched. */
  installs(): FakeWorker {
    const worker = (this.installing = new FakeWorker());
    this.emit('updatefound');
    this.installing = null;
    this.waiting = worker;
    worker.become('installed');
    return worker;
  }
  takesOver(worker: FakeWorker): void {
    this.controller = worker;
    this.waiting = null;
    worker.become('activated');
    this.emit('controllerchange');
  }
}

describe('AppWorker', () => {
  let browser: Browser;
  beforeEach(() => {
    browser = new Browser();
  });

  it('says nothing of the first worker, which is no newer version', async () => {
    const page = browser.page();
    await page.start();
    const first = browser.installs();
    browser.takesOver(first);
    expect(page.newer).toBe(false);
    expect(browser.reloads).toBe(0);
  });

  it('tells of a newer version, and shows it when the person wants it', async () => {
    browser.controller = new FakeWorker();
    const page = browser.page();
    await page.start();
    const newer = browser.installs();
    expect(page.newer).toBe(true);
    expect(newer.told).toEqual([]);
    page.reload();
    expect(newer.told).toEqual([{ kind: 'take-over' }]);
    expect(browser.reloads).toBe(0);
    browser.takesOver(newer);
    expect(browser.reloads).toBe(1);
  });

  it('tells of one that was ready before the page was opened', async () => {
    browser.controller = new FakeWorker();
    browser.waiting = Object.assign(new FakeWorker(), { state: 'installed' });
    const page = browser.page();
    await page.start();
    expect(page.newer).toBe(true);
  });

  it('does not reload a page whose person has not asked, when another page has', async () => {
    browser.controller = new FakeWorker();
    const [one, other] = [browser.page(), browser.page()];
    await one.start();
    await other.start();
    const newer = browser.installs();
    one.reload();
    browser.takesOver(newer);
    expect(browser.reloads).toBe(1);
    expect(other.newer).toBe(true);
    other.reload();
    expect(browser.reloads).toBe(2);
  });

  it('looks for a newer version now and then, also without a network', async () => {
    await browser.page().start();
    browser.anHourPasses();
    browser.anHourPasses();
    expect(browser.checks).toBe(2);
  });

  it('does without where there can be no worker', async () => {
    browser.refuses = true;
    const page = browser.page();
    await page.start();
    expect(page.newer).toBe(false);
  });

  it('hands on what the worker says, and nothing else', async () => {
    const page = browser.page();
    await page.start();
    const heard: WorkerMessage[] = [];
    const stop = page.listen((message) => heard.push(message));
    const follow = { kind: 'follow', path: '/chats', notificationId: 'n1' } as const;
    browser.emit('message', follow);
    browser.emit('message', 'something else');
    browser.emit('message', null);
    stop();
    browser.emit('message', follow);
    expect(heard).toEqual([follow]);
  });
});
