import { expect } from '@playwright/test';
import { clean } from './axe';
import { arrive, test, unique, type Person } from './people';
import { arriveWithPushes, deliver, follow, hasWorker, shown } from './pushes';

const section = (person: Person, name: string) => person.page.getByRole('region', { name });

/** Turns pushes on where they are offered. */
async function accept(person: Person): Promise<void> {
  await person.page.goto('/notifications');
  await hasWorker(person.page);
  await section(person, 'Hear when somebody calls you')
    .getByRole('button', { name: 'Turn on' })
    .click();
  await expect(person.page.getByText('This device tells you from now on.')).toBeVisible();
}

test('nobody is asked before they have read why, and a push leads to the message', async ({
  browser,
}) => {
  const ana = await arriveWithPushes(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  await leo.writeTo(ana);
  for (const text of ['One', 'Two', 'Three']) await leo.say(text);
  await leo.hears('One', 'Two', 'Three');
  const chatId = new URL(leo.page.url()).pathname.split('/')[2];

  await ana.page.goto('/notifications');
  await hasWorker(ana.page);
  await clean(ana, 'push-offer');
  await accept(ana);

  const told = { notificationId: '0199f000-0000-7000-8000-0000000000aa', tag: 'burst' };
  const words = { title: `${leo.displayName} wrote`, body: 'Two' };
  const push = { ...told, ...words, kind: 'message', chatId, message: 3, unread: 1 };
  await deliver(ana.page, push);
  await expect.poll(() => shown(ana.page)).toEqual([`${words.title}: Two`]);
  await deliver(ana.page, { ...push, body: 'Three' });
  await expect.poll(() => shown(ana.page)).toEqual([`${words.title}: Three`]);

  await follow(ana.page);
  await ana.inChat(leo.displayName);
  await expect(ana.page).toHaveURL(new RegExp(`/chats/${String(chatId)}/messages/3$`));
  await expect(ana.message('Three')).toBeInViewport();
  await expect.poll(() => shown(ana.page)).toEqual([]);
});

test('what says nothing shows nothing, and what was read elsewhere goes', async ({ browser }) => {
  const ana = await arriveWithPushes(browser, 'Ana');
  await ana.join();
  await accept(ana);
  const notificationId = '0199f000-0000-7000-8000-0000000000ab';
  await deliver(ana.page, { notificationId, tag: 'burst', unread: 2 });
  await expect.poll(() => shown(ana.page)).toEqual(['Tertulia: 2 unread notifications']);
  await deliver(ana.page, { settled: [notificationId], unread: 0 });
  await expect.poll(() => shown(ana.page)).toEqual([]);
  await deliver(ana.page, { notificationId, tag: 'burst', unread: 1 });
  await expect.poll(() => shown(ana.page)).toHaveLength(1);
  await ana.page.goto('/settings');
  await follow(ana.page);
  await expect(ana.page).toHaveURL(/\/notifications$/);
});

test('devices are listed, taken out, and go with the session', async ({ browser }) => {
  const ana = await arriveWithPushes(browser, 'Ana');
  await ana.join();
  await accept(ana);
  const other = await arrive(browser, 'Ana');
  await other.logIn(ana.handle);
  const devices = (person: Person) =>
    section(person, 'This device').getByRole('list', { name: 'Devices that tell you' });

  await ana.page.goto('/settings/notifications');
  await expect(devices(ana)).toContainText('This one');
  await section(ana, 'This device').getByText('Only that there is something').click();
  await expect(devices(ana)).toContainText('Only that there is something');
  await clean(ana, 'notification-settings');

  await other.page.goto('/settings/notifications');
  await devices(other)
    .getByRole('button', { name: /^Remove Chrome/ })
    .click();
  await expect(devices(other)).toContainText('None yet.');
  await ana.page.reload();
  await section(ana, 'This device').getByRole('button', { name: 'Turn on' }).click();
  await expect(devices(ana)).toContainText('This one');

  await ana.page.goto('/settings');
  await ana.page.getByRole('button', { name: 'Log out', exact: true }).click();
  await expect(ana.page).toHaveURL(/\/login$/);
  await other.page.reload();
  await expect(devices(other)).toContainText('None yet.');
});

test('without a network the application starts, and nothing of the suite is kept of it', async ({
  browser,
}) => {
  const ana = await arriveWithPushes(browser, 'Ana');
  await ana.join();
  const title = unique('Garden');
  await ana.newChat('Group', title);
  await ana.say('Roses');
  await ana.hears('Roses');
  await hasWorker(ana.page);
  await ana.page.reload();
  await ana.hears('Roses');

  await ana.page.context().setOffline(true);
  await ana.page.goto('/chats');
  await expect(ana.page.getByText('You are offline.').first()).toBeVisible();
  await ana.openChat(title);
  await expect(ana.message('Roses')).toBeVisible();
  const kept = await ana.page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toContain('/');
  expect(kept.filter((path) => path.startsWith('/api/'))).toEqual([]);
  await ana.page.context().setOffline(false);
});

test('e-mail, quiet hours and alerts are as they were left', async ({ browser }) => {
  const ana = await arrive(browser, 'Ana');
  await ana.join();
  const title = unique('Choir');
  await ana.newChat('Group', title);
  await ana.page.goto('/settings');
  await ana.page.getByRole('link', { name: 'Notifications' }).click();
  const quiet = section(ana, 'Quiet hours');
  await quiet.getByText('On', { exact: true }).click();
  await quiet.getByLabel('From').fill('23:15');
  await quiet.getByRole('button', { name: 'Save' }).click();
  await expect(quiet.getByText('Saved')).toBeVisible();

  const alerts = section(ana, 'Alerts');
  await alerts.getByRole('textbox', { name: 'Word' }).fill('bread');
  await alerts.getByRole('button', { name: 'Add alert' }).click();
  await alerts.getByText('Nobody writes', { exact: true }).click();
  await alerts.getByLabel('Where').selectOption({ label: title });
  await alerts.getByRole('button', { name: 'Add alert' }).click();
  await expect(alerts.getByText(`Nobody has written in ${title} for 1 day`)).toBeVisible();
  await clean(ana, 'alerts');

  await ana.page.reload();
  await expect(quiet.getByLabel('From')).toHaveValue('23:15');
  await alerts.getByRole('button', { name: /^Remove the alert: “bread”/ }).click();
  await expect(alerts.getByText('“bread”')).toHaveCount(0);
  await expect(alerts.getByText(`Nobody has written in ${title} for 1 day`)).toBeVisible();
});

test('the link of an e-mail asks before it confirms, signed in or not', async ({ browser }) => {
  const somebody = await arrive(browser, 'Somebody');
  await somebody.page.goto('/settings/email/confirm?token=not-a-token');
  await expect(somebody.page).toHaveURL(/\/settings\/email\/confirm$/);
  await clean(somebody, 'confirm-email');
  await somebody.page.getByRole('button', { name: 'This is my address' }).click();
  await expect(somebody.page.getByRole('alert')).toContainText('This link has been used');
});
