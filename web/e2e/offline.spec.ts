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

  const back = await cutOff(ana.page);
  await expect(ana.page.getByText(/No connection|Connecting/)).toBeVisible();
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
