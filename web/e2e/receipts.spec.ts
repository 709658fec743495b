import { expect } from '@playwright/test';
import { arrive, test, unique } from './people';

test('what has reached the others, and what they have read', async ({ browser }) => {
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  const title = unique('Books');
  await ana.newChat('Group', title, [leo]);
  await expect(leo.row(title)).toBeVisible();
  await ana.say('Anybody there?');
  await expect(ana.message('Anybody there?')).toContainText('Delivered');
  await leo.openChat(title);
  await leo.hears('Anybody there?');
  const mark = ana.message('Anybody there?').getByRole('button', { name: 'Read by 1 person' });
  await expect(mark).toBeVisible();
  await ana.picture('receipts');
  await mark.click();
  await expect(ana.page.getByRole('dialog').getByText(`@${leo.handle}`)).toBeVisible();
  await ana.picture('who-has-read');
  await ana.page.keyboard.press('Escape');

  await leo.page.getByRole('link', { name: 'Settings' }).click();
  const choice = leo.page.getByRole('group', { name: 'Let others see what I have read' });
  await choice.getByText('Off', { exact: true }).click();
  await expect(choice.getByRole('radio', { name: 'Off' })).toBeChecked();
  await leo.picture('settings-receipts');
  await leo.page.getByRole('link', { name: 'Chats' }).click();
  await leo.openChat(title);
  await ana.say('And now?');
  await leo.hears('Anybody there?', 'And now?');
  await leo.say('I read it');
  await ana.hears('Anybody there?', 'And now?', 'I read it');
  await expect(ana.message('And now?').getByRole('button', { name: /Read by/ })).toHaveCount(0);
});
