import type { Page } from '@playwright/test';

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
