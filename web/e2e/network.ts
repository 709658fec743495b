import { expect, type Page } from '@playwright/test';

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
