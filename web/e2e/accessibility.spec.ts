import { expect } from '@playwright/test';
import { clean } from './axe';
import { arrive, unique, test } from './people';

test('the pages before logging in', async ({ browser }) => {
  const ana = await arrive(browser, 'Ana');
  await ana.page.goto('/login');
  await ana.page.locator('button[type=submit]').click();
  await expect(ana.page.getByText('Please fill this in.').first()).toBeVisible();
  await clean(ana, 'login');
  await ana.page.goto('/register');
  await clean(ana, 'register');
});

test('every page of a person with chats', async ({ browser }) => {
  test.slow();
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await clean(ana, 'no-chats');
  await leo.join();
  const title = unique('Garden');
  await leo.newChat('Public', title);
  await leo.writeTo(ana);
  await leo.say('¿Vienes el jueves?');
  await leo.say('I bring bread, you bring the book.\nAs always.');

  await ana.page.goto('/chats');
  await expect(ana.row(leo.displayName)).toBeVisible();
  await clean(ana, 'chats');
  await ana.openChat(leo.displayName);
  await ana.say('Claro');
  await ana.hears('¿Vienes el jueves?', 'I bring bread, you bring the book.\nAs always.', 'Claro');
  await clean(ana, 'chat');
  await ana.page.getByRole('button', { name: 'Details' }).click();
  await expect(ana.page.getByRole('dialog').getByText(`@${leo.handle}`)).toBeVisible();
  await clean(ana, 'details');
  await ana.page.keyboard.press('Escape');

  await ana.page.goto('/explore');
  await expect(ana.page.getByRole('button', { name: `Join ${title}` })).toBeVisible();
  await clean(ana, 'explore');
  await ana.page.goto('/people');
  await ana.page.getByRole('searchbox', { name: 'Search people' }).fill(leo.handle);
  await expect(ana.page.getByText(`@${leo.handle}`)).toBeVisible();
  await clean(ana, 'people');
  await ana.page.goto('/settings');
  await expect(ana.page.getByLabel('Your name')).toBeVisible();
  await clean(ana, 'settings');
  await ana.page.getByRole('link', { name: 'Chats', exact: true }).click();
  await ana.page.getByRole('button', { name: 'New chat' }).first().click();
  await ana.page.getByRole('dialog').getByText('Group', { exact: true }).click();
  await clean(ana, 'new-chat');
});

test('the keyboard alone is enough', async ({ browser }) => {
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  await leo.writeTo(ana);
  await leo.say('hola');

  await ana.page.goto('/chats');
  await expect(ana.row(leo.displayName)).toBeVisible();
  await ana.page.keyboard.press('Tab');
  await expect(ana.page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await ana.row(leo.displayName).focus();
  await ana.page.keyboard.press('Enter');
  await expect(ana.composer).toBeFocused();
  await ana.page.keyboard.type('typed without a mouse');
  await ana.page.keyboard.press('Enter');
  await ana.hears('hola', 'typed without a mouse');
  await ana.page.keyboard.press('Shift+Tab');
  await expect(ana.page.getByRole('button', { name: 'Attach files' })).toBeFocused();
  await ana.page.keyboard.press('Shift+Tab');
  await expect(ana.page.getByRole('article').last()).toBeFocused();
  await ana.page.keyboard.press('ArrowUp');
  await expect(ana.page.getByRole('article').first()).toBeFocused();

  await ana.page.getByRole('button', { name: 'Details' }).focus();
  await ana.page.keyboard.press('Enter');
  await expect(ana.page.getByRole('dialog')).toBeVisible();
  await ana.page.keyboard.press('Escape');
  await expect(ana.page.getByRole('button', { name: 'Details' })).toBeFocused();
});

test('what there is around messages', async ({ browser }) => {
  test.slow();
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  const title = unique('Books');
  await ana.newChat('Group', title, [leo]);
  await ana.say('## Plan\n\n> quoted\n\n- **one**\n- `two`\n\n```js\nconst x = "y"; // why\n```');
  await ana.say(`@${leo.handle} and a [link](https://example.org)`);
  await leo.openChat(title);
  await leo.press('Plan', '+');
  await expect(leo.page.getByRole('toolbar')).toBeVisible();
  await clean(leo, 'emoji');
  await leo.page
    .getByRole('dialog')
    .getByRole('button', { name: '👍', exact: true })
    .first()
    .click();
  await leo.press('Plan', 'p');
  await leo.press('Plan', 's');
  await leo.press('Plan', 'r');
  await leo.say('Answered');
  await ana.press('Answered', 'e');
  await ana.press(`@${leo.handle}`, 'e');
  await clean(ana, 'editing');
  await ana.page.keyboard.press('Escape');
  await ana.press(`@${leo.handle}`, 'Enter');
  await clean(ana, 'message-menu');
  await ana.page.keyboard.press('Escape');
  await leo.press('Plan', 't');
  await leo.page.getByRole('textbox', { name: 'Reply in the thread' }).fill('In the thread');
  await leo.page.keyboard.press('Enter');
  await expect(leo.page.getByRole('article').last()).toContainText('In the thread');
  await clean(leo, 'thread');
  await expect(ana.page.getByRole('link', { name: /1 reply/ })).toBeVisible();
  await clean(ana, 'everything');
  await ana.press('Plan', '?');
  await clean(ana, 'shortcuts');
  for (const place of ['threads', 'bookmarks', 'search']) {
    await leo.page.goto(`/${place}`);
    await expect(leo.page.getByRole('heading', { level: 1 })).toBeVisible();
    await clean(leo, place);
  }
});
