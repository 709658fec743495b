import { expect, type Locator, type Page } from '@playwright/test';
import { clean } from './axe';
import { png } from './media';
import { arrive, test, unique, type Person } from './people';

/** Looking into a picture takes the suite a moment. */
const PREPARED = { timeout: 60_000 };
const portrait = {
  name: 'ana.png',
  mimeType: 'image/png',
  buffer: png(900, 600, [180, 90, 60]),
};
const garden = {
  name: 'garden.png',
  mimeType: 'image/png',
  buffer: png(700, 1_100, [60, 140, 90]),
};

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Crop the picture' });
const stage = (page: Page) => dialog(page).getByRole('application', { name: /^Picture/ });

/** Picks a file by the button in a part of the page, with the keyboard. */
async function pick(person: Person, where: Locator, file: typeof portrait): Promise<void> {
  const chooser = person.page.waitForEvent('filechooser');
  await where.getByRole('button', { name: 'Choose picture' }).press('Enter');
  await (await chooser).setFiles(file);
}

/** The picture over the initials of an avatar is there, and drawn. */
async function expectPicture(where: Locator): Promise<void> {
  const image = where.locator('.avatar img').first();
  await expect(image).toBeAttached();
  await expect
    .poll(() =>
      image.evaluate((shown) => (shown instanceof HTMLImageElement ? shown.naturalWidth : 0)),
    )
    .toBeGreaterThan(0);
}

test('a picture of oneself, cropped by the keyboard alone, is seen by others', async ({
  browser,
}) => {
  test.slow();
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  const title = unique('Books');
  await ana.newChat('Group', title, [leo]);
  await ana.say('Page one');
  await ana.writeTo(leo);
  await ana.say('hola');
  await leo.openChat(title);
  await leo.hears('Page one');
  await expect(leo.message('Page one')).toBeVisible();

  const { page } = ana;
  await page.getByRole('link', { name: 'Settings' }).click();
  const profile = page.getByRole('region', { name: 'Profile' });
  await page.getByLabel('About you').fill('Not saved yet');
  await pick(ana, profile, portrait);
  await expect(stage(page)).toBeFocused();
  const before = await stage(page).locator('img').boundingBox();
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowRight');
  await expect(dialog(page).getByRole('status')).toContainText('Size 120%');
  const after = await stage(page).locator('img').boundingBox();
  expect(after?.width).toBeGreaterThan(before?.width ?? Infinity);
  await clean(ana, 'crop');
  await dialog(page).getByRole('button', { name: 'Use picture' }).press('Enter');
  await expect(dialog(page)).toHaveCount(0, PREPARED);
  await expect(profile.getByRole('button', { name: 'Choose picture' })).toBeFocused();
  await expectPicture(profile);
  await expect(page.getByLabel('About you')).toHaveValue('Not saved yet');
  await clean(ana, 'profile-picture');

  // Who is who is asked for again after a while; a reload does it at once.
  await leo.page.reload();
  await expect(leo.message('Page one')).toBeVisible();
  await expectPicture(leo.row(ana.displayName));
  await expectPicture(leo.message('Page one').locator('xpath=ancestor::li[1]'));
  await clean(leo, 'pictures-in-chat');
  await leo.openChat(ana.displayName);
  await expectPicture(leo.page.getByRole('region', { name: 'Conversation' }).locator('header'));

  await profile.getByRole('button', { name: 'Remove picture' }).press('Enter');
  await expect(profile.locator('.avatar img')).toHaveCount(0);
  await expect(profile.getByRole('button', { name: 'Choose picture' })).toBeFocused();
  await expect(profile.getByRole('button', { name: 'Remove picture' })).toHaveCount(0);
});

test('a picture of a chat is seen by its members at once', async ({ browser }) => {
  test.slow();
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  const title = unique('Garden');
  await ana.newChat('Group', title, [leo]);
  await expect(leo.row(title)).toBeVisible();
  await expect(leo.row(title).locator('.avatar img')).toHaveCount(0);

  const { page } = ana;
  await page.getByRole('button', { name: 'Details' }).click();
  const details = page.getByRole('dialog', { name: 'Details' });
  await pick(ana, details, garden);
  await expect(stage(page)).toBeFocused();
  // By the mouse: dragged, and larger by the wheel.
  const box = await stage(page).boundingBox();
  if (box === null) throw new Error('nothing to drag');
  const picture = stage(page).locator('img');
  const first = await picture.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 30, { steps: 3 });
  await page.mouse.up();
  expect((await picture.boundingBox())?.y).toBeGreaterThan(first?.y ?? Infinity);
  await page.mouse.wheel(0, -300);
  await expect
    .poll(async () => (await picture.boundingBox())?.width ?? 0)
    .toBeGreaterThan(first?.width ?? Infinity);
  await clean(ana, 'crop-chat');
  await dialog(page).getByRole('button', { name: 'Use picture' }).click();
  await expect(dialog(page)).toHaveCount(0, PREPARED);
  await expectPicture(details);
  await clean(ana, 'chat-picture');

  await expectPicture(leo.row(title));
  await leo.openChat(title);
  await leo.page.getByRole('button', { name: 'Details' }).click();
  const seen = leo.page.getByRole('dialog', { name: 'Details' });
  await expectPicture(seen);
  await expect(seen.getByRole('button', { name: 'Choose picture' })).toHaveCount(0);

  await details.getByRole('button', { name: 'Remove picture' }).click();
  await expect(leo.row(title).locator('.avatar img')).toHaveCount(0);
  await expect(seen.locator('.avatar img')).toHaveCount(0);
});

test('what can not be used is told, and what fails loses nothing of what was chosen', async ({
  browser,
}) => {
  test.slow();
  const ana = await arrive(browser, 'Ana');
  await ana.join();
  const { page } = ana;
  await page.getByRole('link', { name: 'Settings' }).click();
  const profile = page.getByRole('region', { name: 'Profile' });
  await pick(ana, profile, { ...portrait, buffer: Buffer.from('no picture at all') });
  await expect(dialog(page).getByRole('alert')).toContainText('can not open it as a picture');
  await clean(ana, 'no-picture');

  const chooser = page.waitForEvent('filechooser');
  await dialog(page).getByRole('button', { name: 'Choose another' }).click();
  await (await chooser).setFiles(portrait);
  await expect(stage(page)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  const chosen = await stage(page).locator('img').getAttribute('style');
  await page.route('**/api/v1/media/uploads', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          status: 413,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            type: 'urn:tertulia:problem:quota-exceeded',
            title: 'Full',
            status: 413,
          }),
        })
      : route.continue(),
  );
  await dialog(page).getByRole('button', { name: 'Use picture' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('more room than you have');
  await clean(ana, 'picture-refused');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await expect(stage(page).locator('img')).toHaveAttribute('style', chosen ?? '');
  await dialog(page).getByRole('button', { name: 'Try again' }).click();
  await expect(dialog(page)).toHaveCount(0, PREPARED);
  await expectPicture(profile);
});
