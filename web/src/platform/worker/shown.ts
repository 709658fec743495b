import type { ShownData } from './messages';

/** The number at the icon of the installed application; without one, or where it is not allowed, nothing. */
export function showBadge(count: number): void {
  if (!('setAppBadge' in navigator)) return;
  navigator.setAppBadge(count).catch(() => {
    // There is no icon to put it at.
  });
}

/** Takes what the browser shows of these notifications away, or of all of them. */
export async function closeShown(ids: readonly string[] | 'all'): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  for (const notice of (await registration?.getNotifications()) ?? []) {
    const id = (notice.data as Partial<ShownData> | null)?.notificationId ?? null;
    // One without an id only says that there is nothing any more.
    if (ids === 'all' || id === null || ids.includes(id)) notice.close();
  }
}
