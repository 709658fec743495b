import { expect } from '@playwright/test';
import { arrive, unique, test } from './people';

test('two people talk in private, in order, and find it all after a reload', async ({
  browser,
}) => {
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.register();
  await leo.join();

  await ana.writeTo(leo);
  for (const text of ['Hola, Leo', 'second', 'third']) await ana.say(text);
  await ana.hears('Hola, Leo', 'second', 'third');

  await expect(leo.row(ana.displayName).getByText('3 unread messages')).toBeAttached();
  await leo.picture('unread');
  await leo.openChat(ana.displayName);
  await expect(leo.page.getByText('New', { exact: true })).toBeVisible();
  await leo.hears('Hola, Leo', 'second', 'third');
  await expect(leo.row(ana.displayName).getByText(/unread/)).toHaveCount(0);

  await Promise.all([leo.say('answer'), ana.say('at the same time')]);
  await expect(ana.messages).toHaveCount(5);
  await expect(leo.messages).toHaveCount(5);
  const order = await ana.messages.allTextContents();
  await leo.hears(...order);

  await ana.page.reload();
  await ana.hears(...order);
  await ana.picture('private-chat');
});

test('a second private chat with the same person is the first', async ({ browser }) => {
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  await ana.writeTo(leo);
  const first = ana.page.url();
  await leo.writeTo(ana);
  expect(leo.page.url()).toBe(first);
});

test('a group: created with people, renamed, grown, left', async ({ browser }) => {
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  const sol = await arrive(browser, 'Sol');
  for (const person of [ana, leo, sol]) await person.join();
  const title = unique('Book club');

  await ana.newChat('Group', title, [leo]);
  await ana.say('Welcome');
  await leo.openChat(title);
  await leo.hears('Welcome');
  await leo.say('Thanks');
  await ana.hears('Welcome', 'Thanks');

  await ana.page.getByRole('button', { name: 'Details' }).click();
  const details = ana.page.getByRole('dialog');
  await details.getByRole('button', { name: 'Edit name and description' }).click();
  await details.getByLabel('Name', { exact: true }).fill(`${title} II`);
  await details.getByRole('button', { name: 'Save' }).click();
  await expect(leo.row(`${title} II`)).toBeVisible();

  await details.getByRole('button', { name: 'Add people' }).first().click();
  await details.getByRole('searchbox').fill(sol.handle);
  await details.getByRole('button', { name: sol.displayName }).click();
  await details.getByRole('button', { name: 'Add people' }).last().click();
  await expect(details.getByText(`@${sol.handle}`)).toBeVisible();
  await ana.picture('group-details');
  await ana.page.keyboard.press('Escape');
  await sol.openChat(`${title} II`);
  await sol.hears('Welcome', 'Thanks');

  await leo.page.getByRole('button', { name: 'Details' }).click();
  await leo.page.getByRole('button', { name: 'Leave chat' }).click();
  await leo.page
    .getByRole('dialog', { name: 'Leave this chat?' })
    .getByRole('button', { name: 'Leave chat' })
    .click();
  await expect(leo.row(title)).toHaveCount(0);
  await ana.picture('group-chat');
});

test('a public chat is created by one, found and joined by another', async ({ browser }) => {
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  const title = unique('Garden');
  await ana.newChat('Public', title);
  await ana.say('Tomatoes');

  await leo.page.getByRole('link', { name: 'Explore' }).click();
  await leo.page.getByRole('searchbox', { name: 'Search public chats' }).fill(title);
  await leo.page.getByRole('button', { name: `Join ${title}` }).click();
  await leo.inChat(title);
  await leo.hears('Tomatoes');
  await leo.say('Basil');
  await ana.hears('Tomatoes', 'Basil');
  await leo.picture('public-chat');
});

test('history comes in while scrolling up, and the reader stays where they are', async ({
  browser,
}) => {
  test.slow();
  const viewport = { width: 1280, height: 700 };
  const writer = await arrive(browser, 'Ana', { viewport });
  await writer.join();
  const title = unique('Long');
  await writer.newChat('Group', title);
  const texts = Array.from({ length: 130 }, (_, index) => `line ${String(index + 1)}`);
  for (const text of texts) await writer.say(text);
  await expect(writer.page.locator('[data-message]:not([data-state=sent])')).toHaveCount(0, {
    timeout: 30_000,
  });

  // The same person in another browser, which has to fetch it all.
  const ana = await arrive(browser, 'Ana', { viewport });
  await ana.logIn(writer.handle);
  await ana.openChat(title);
  await expect(ana.messages).toHaveCount(50);
  await expect(ana.messages.last()).toBeInViewport();
  const list = ana.page.getByRole('region', { name: 'Messages' });
  const text = (await ana.messages.first().textContent()) ?? '';
  const topOf = (element: Element) => element.getBoundingClientRect().top;
  const before = await list.evaluate((element) => {
    element.scrollTop = 200;
    return element.querySelector('.text')?.getBoundingClientRect().top ?? 0;
  });
  await expect(ana.messages).toHaveCount(100);
  const after = await ana.messages.getByText(text, { exact: true }).evaluate(topOf);
  expect(Math.abs(after - before)).toBeLessThan(2);
  await expect
    .poll(
      async () => {
        await list.hover();
        await ana.page.mouse.wheel(0, -2_000);
        return ana.messages.count();
      },
      { timeout: 30_000 },
    )
    .toBe(130);
  await expect(ana.messages).toHaveText(texts);
  await expect(ana.page.getByRole('button', { name: 'To the newest' })).toBeVisible();
  await ana.page.getByRole('button', { name: 'To the newest' }).click();
  await expect(ana.messages.last()).toBeInViewport();
});
