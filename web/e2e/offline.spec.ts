import { expect } from '@playwright/test';
import { cutOff } from './network';
import { arrive, test } from './people';

test('what is written without a connection survives reloads and is sent once, in order', async ({
  browser,
}) => {
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  await ana.writeTo(leo);
  await ana.say('before');
  await ana.hears('before');
  await leo.openChat(ana.displayName);

  const place = await ana.composer.boundingBox();
  const back = await cutOff(ana.page);
  await expect(ana.page.getByText(/No connection|Connecting/)).toBeVisible();
  expect(await ana.composer.boundingBox(), 'a lost connection moves nothing').toEqual(place);
  await ana.inChat(leo.displayName);
  await ana.say('one');
  await ana.say('two');
  await ana.composer.fill('a draft');
  await expect(ana.page.locator('[data-state=queued]')).toHaveCount(2);
  await ana.picture('offline');

  await ana.page.reload();
  await expect(ana.page.locator('[data-state=queued]')).toHaveCount(2);
  await expect(ana.composer).toHaveValue('a draft');

  await ana.page.getByRole('button', { name: 'Try now' }).click();
  await expect(ana.page.locator('[data-state=queued]')).toHaveCount(2);
  back();
  // The browser says so when the network is there again; nobody has to press anything.
  await ana.page.evaluate(() => dispatchEvent(new Event('online')));
  await ana.hears('before', 'one', 'two');
  await leo.hears('before', 'one', 'two');
  await expect(ana.composer).toHaveValue('a draft');
  await leo.page.reload();
  await leo.hears('before', 'one', 'two');
});

test('a page that is reloaded without a connection right after a message begins with it', async ({
  browser,
}) => {
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  await ana.writeTo(leo);
  await ana.say('one');
  await leo.openChat(ana.displayName);
  await leo.hears('one');
  // The second comes within the rest that follows the write of the first.
  await ana.say('two');
  await ana.say('three');
  await leo.hears('one', 'two', 'three');
  await cutOff(leo.page);
  await expect(leo.messages).toHaveText(['one', 'two', 'three']);
});

test('an edit that is begun goes on after a reload', async ({ browser }) => {
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  await ana.writeTo(leo);
  await ana.say('a plan');
  await ana.hears('a plan');
  await ana.press('a plan', 'e');
  await ana.page.keyboard.type(' for Sunday');
  await ana.page.reload();
  const box = ana.page.getByRole('textbox', { name: 'Edit the message' });
  await expect(box).toHaveValue('a plan for Sunday');
  await box.press('Enter');
  await ana.hears('a plan for Sunday');
  await leo.openChat(ana.displayName);
  await leo.hears('a plan for Sunday');
});
