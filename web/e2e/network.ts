import { expect, type CDPSession, type Page } from '@playwright/test';

/** What the browser is told of the line it has, as its developers' tools do. */
export class Line {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<Line> {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    return new Line(session);
  }

  /** So many bytes a second in each direction. */
  slow(bytesPerSecond: number): Promise<void> {
    return this.#be({ offline: false, bytesPerSecond });
  }

  away(): Promise<void> {
    return this.#be({ offline: true, bytesPerSecond: -1 });
  }

  heal(): Promise<void> {
    return this.#be({ offline: false, bytesPerSecond: -1 });
  }

  /** A negative number is no limit. */
  async #be(line: { readonly offline: boolean; readonly bytesPerSecond: number }): Promise<void> {
    await this.#session.send('Network.emulateNetworkConditions', {
      offline: line.offline,
      latency: 0,
      downloadThroughput: line.bytesPerSecond,
      uploadThroughput: line.bytesPerSecond,
    });
  }
}

/** Cuts a page off from the suite: requests fail and the live connection dies. Returns the way back. */
export async function cutOff(page: Page): Promise<() => void> {
  let cut = true;
  await page.route('**/api/**', (route) =>
    cut ? route.abort('connectionfailed') : route.continue(),
  );
  await page.routeWebSocket('**/api/**', (socket) => {
    if (cut) void socket.close({ code: 1012 });
    else socket.connectToServer();
  });
  await page.reload();
  return () => {
    cut = false;
  };
}

/** Waits until the page has kept what says {@link text} for a visit without a connection; it does so within a moment. */
export async function kept(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.evaluate(keptValues)).toContain(text);
}

/** All that is kept, as JSON; runs in the page. */
async function keptValues(): Promise<string> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
    });
  const database = await answer(indexedDB.open('tertulia', 1));
  const values = await answer(database.transaction('kept').objectStore('kept').getAll());
  database.close();
  return JSON.stringify(values);
}
