import { expect } from '@playwright/test';
import { arrive, test } from './people';

test('speaks Spanish or English: as the browser, or as the person says', async ({ browser }) => {
  const ana = await arrive(browser, 'Ana', { locale: 'es-ES' });
  await ana.join();
  await expect(ana.page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(ana.page.getByText('Aún no hay chats')).toBeVisible();
  await ana.page.getByRole('link', { name: 'Ajustes' }).click();
  await ana.picture('settings-es');
  await ana.page.getByText('English', { exact: true }).click();
  await expect(ana.page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(ana.page.locator('html')).toHaveAttribute('lang', 'en');

  const elsewhere = await arrive(browser, 'Ana', { locale: 'es-ES' });
  await elsewhere.page.goto('/login');
  await expect(
    elsewhere.page.getByRole('heading', { level: 1, name: 'Hola de nuevo' }),
  ).toBeVisible();
});

test('the dark theme follows the person over a reload', async ({ browser }) => {
  const ana = await arrive(browser, 'Ana', { colorScheme: 'light' });
  await ana.join();
  await ana.page.getByRole('link', { name: 'Settings' }).click();
  const ground = () =>
    ana.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await ana.page.getByText('Dark', { exact: true }).click();
  await expect.poll(ground).not.toBe(light);
  const dark = await ground();
  await ana.page.reload();
  await expect.poll(ground).toBe(dark);
  await ana.picture('settings-dark');
});

test('profile, password and sessions', async ({ browser }) => {
  const ana = await arrive(browser, 'Ana');
  await ana.join();
  const other = await arrive(browser, 'Ana');
  await other.logIn(ana.handle);

  await ana.page.getByRole('link', { name: 'Settings' }).click();
  await ana.page.getByLabel('Your name').fill('Ana Belén');
  await ana.page.getByLabel('About you').fill('Reads.');
  const profile = ana.page.getByRole('region', { name: 'Profile' });
  await profile.getByRole('button', { name: 'Save' }).click();
  await expect(profile.getByText('Saved')).toBeVisible();

  await ana.page.getByLabel('Current password').fill('wrong password');
  await ana.page.getByLabel('New password').fill('eight quiet chairs');
  await ana.page.getByRole('button', { name: 'Change password' }).click();
  await expect(ana.page.getByText('The current password is not right.')).toBeVisible();

  await ana.page.getByRole('button', { name: /^Log out Chrome/ }).click();
  await expect(other.page).toHaveURL(/\/login$/);
  await expect(other.page.getByText(/Your session has ended/)).toBeVisible();

  await ana.page.getByRole('button', { name: 'Log out', exact: true }).click();
  await expect(ana.page).toHaveURL(/\/login$/);
  await ana.page.goto('/chats');
  await expect(ana.page).toHaveURL(/\/login$/);
});
