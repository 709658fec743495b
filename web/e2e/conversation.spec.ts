import { expect, type Browser } from '@playwright/test';
import { cutOff, kept } from './network';
import { arrive, unique, test, type Person } from './people';

/** Two people in one group, both looking at it. */
async function group(browser: Browser): Promise<{ ana: Person; leo: Person; title: string }> {
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  const title = unique('Books');
  await ana.newChat('Group', title, [leo]);
  await leo.openChat(title);
  return { ana, leo, title };
}

test('edits, with the versions before, and deletes', async ({ browser }) => {
  const { ana, leo } = await group(browser);
  await ana.say('Sundya?');
  await leo.hears('Sundya?');
  const edit = ana.page.getByRole('textbox', { name: 'Edit the message' });
  // Others may hear of a message before its own sender's page has its entry; until then there is none to edit.
  await expect(async () => {
    await ana.composer.press('ArrowUp');
    await expect(edit).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
  await edit.fill('Sunday?');
  await ana.page.keyboard.press('Enter');
  await leo.hears('Sunday?');
  await expect(leo.message('Sunday?')).toContainText('edited');
  await leo.choose('Sunday?', 'Earlier versions');
  await expect(leo.page.getByRole('dialog').getByText('Sundya?')).toBeVisible();
  await leo.page.keyboard.press('Escape');

  await ana.choose('Sunday?', 'Delete');
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await leo.hears('This message was deleted.');
  await leo.page.reload();
  await leo.hears('This message was deleted.');
  await expect(leo.page.getByText('Sunday?')).toHaveCount(0);
});

test('reacts, and tells who did', async ({ browser }) => {
  const { ana, leo } = await group(browser);
  await ana.say('Shall we?');
  await leo.hears('Shall we?');
  await leo.choose('Shall we?', 'React');
  await leo.page
    .getByRole('dialog')
    .getByRole('button', { name: '🎉', exact: true })
    .first()
    .click();
  const chip = ana.page.getByRole('button', { name: '🎉, 1 person' });
  await expect(chip).toHaveAttribute('aria-pressed', 'false');
  await chip.click();
  await expect(leo.page.getByRole('button', { name: '🎉, 2 people' })).toBeVisible();
  await ana.page.getByRole('button', { name: 'Who reacted' }).click();
  await expect(ana.page.getByRole('dialog').getByText(`@${leo.handle}`)).toBeVisible();
  await ana.page.keyboard.press('Escape');
  await ana.page.getByRole('button', { name: '🎉, 2 people' }).click();
  await expect(leo.page.getByRole('button', { name: '🎉, 1 person' })).toBeVisible();
});

test('everything by keyboard', async ({ browser }) => {
  const { ana, leo } = await group(browser);
  await ana.say('one');
  await ana.say('two');
  await leo.hears('one', 'two');
  // Past the button for files.
  await ana.page.keyboard.press('Shift+Tab');
  await ana.page.keyboard.press('Shift+Tab');
  await expect(ana.message('two')).toBeFocused();
  await ana.page.keyboard.press('?');
  await expect(ana.page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await ana.page.keyboard.press('Escape');
  await expect(ana.message('two')).toBeFocused();

  await ana.page.keyboard.press('e');
  await ana.page.keyboard.type(' and a half');
  await ana.page.keyboard.press('Enter');
  await leo.hears('one', 'two and a half');
  await expect(ana.message('two and a half')).toBeFocused();
  await ana.page.keyboard.press('ArrowUp');
  await ana.page.keyboard.press('r');
  await expect(ana.composer).toBeFocused();
  await ana.page.keyboard.type('to one');
  await ana.page.keyboard.press('Enter');
  await expect(leo.message('to one').getByRole('link', { name: /one/ })).toBeVisible();

  await ana.press('two and a half', 'p');
  await expect(leo.message('two and a half')).toContainText('Pinned');
  await ana.press('two and a half', 's');
  await expect(ana.message('two and a half')).toContainText('Saved');
  await ana.press('two and a half', '+');
  await ana.page.getByRole('searchbox', { name: 'Search emoji' }).fill('tada');
  await ana.page.getByRole('toolbar').getByRole('button').first().press('Enter');
  await expect(leo.page.getByRole('button', { name: '🎉, 1 person' })).toBeVisible();
  await ana.press('to one', 'Enter');
  await ana.page.keyboard.press('End');
  await expect(ana.page.getByRole('menuitem', { name: 'Delete' })).toBeFocused();
  await ana.page.keyboard.press('Enter');
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).press('Enter');
  await leo.hears('one', 'two and a half', 'This message was deleted.');
});

test('threads have their own place and their own unread', async ({ browser }) => {
  const { ana, leo } = await group(browser);
  await ana.say('What next?');
  await leo.hears('What next?');
  await leo.press('What next?', 't');
  const panel = leo.page.getByRole('region', { name: 'Thread', exact: true });
  await panel.getByRole('textbox', { name: 'Reply in the thread' }).fill('Poems');
  await leo.page.keyboard.press('Enter');
  await expect(panel.getByRole('article').last()).toContainText('Poems');

  const link = ana.page.getByRole('link', { name: /1 reply/ });
  await expect(link).toBeVisible();
  await expect(ana.messages).toHaveText(['What next?']);
  await ana.page.getByRole('link', { name: /^Threads/ }).click();
  await expect(ana.page.getByRole('list', { name: 'Threads' })).toContainText('1 unread message');
  await ana.page.getByRole('list', { name: 'Threads' }).getByRole('link').click();
  await expect(ana.page.getByRole('log', { name: 'New replies' })).toHaveText('');
  await leo.page.getByRole('textbox', { name: 'Reply in the thread' }).fill('Or plays');
  await leo.page.keyboard.press('Enter');
  await expect(ana.page.getByRole('log', { name: 'New replies' })).toContainText('Or plays');
  await ana.page.setViewportSize({ width: 360, height: 720 });
  await expect(ana.page.getByRole('region', { name: 'Conversation' })).toBeHidden();
  await ana.page.getByRole('button', { name: 'Close the thread' }).click();
  await expect(ana.composer).toBeVisible();
});

test('calls people by name', async ({ browser }) => {
  const { ana, leo, title } = await group(browser);
  await ana.page.goto('/chats');
  await leo.composer.pressSequentially(`Look, @${ana.handle.slice(0, 6)}`);
  const names = leo.page.getByRole('listbox', { name: 'People to call' });
  await expect(names.getByRole('option').first()).toContainText(`@${ana.handle}`);
  await leo.page.keyboard.press('Enter');
  await expect(leo.composer).toHaveValue(`Look, @${ana.handle} `);
  await leo.composer.press('Enter');
  await expect(leo.message('Look').locator('.called')).toHaveText(`@${ana.handle}`);
  await expect(ana.row(title)).toContainText('1 message calls you');
  await ana.openChat(title);
  await expect(ana.row(title)).not.toContainText('calls you');
});

test('what is done without a connection survives a reload and is done once', async ({
  browser,
}) => {
  const { ana, leo, title } = await group(browser);
  await ana.say('draft of a plan');
  await leo.hears('draft of a plan');
  await kept(ana.page, 'draft of a plan');
  const back = await cutOff(ana.page);
  await expect(ana.page.getByText(/No connection|Connecting/)).toBeVisible();
  await ana.inChat(title);
  await ana.press('draft of a plan', 'e');
  await ana.page.getByRole('textbox', { name: 'Edit the message' }).fill('a plan');
  await ana.page.keyboard.press('Enter');
  await ana.press('a plan', '+');
  await ana.page
    .getByRole('dialog')
    .getByRole('button', { name: '👍', exact: true })
    .first()
    .click();
  await expect(ana.page.getByRole('button', { name: '👍, 1 person' })).toBeVisible();
  await ana.page.reload();
  await expect(ana.messages).toHaveText(['a plan']);
  await expect(ana.page.getByRole('button', { name: '👍, 1 person' })).toBeVisible();
  back();
  await ana.page.evaluate(() => dispatchEvent(new Event('online')));
  await leo.hears('a plan');
  await expect(leo.page.getByRole('button', { name: '👍, 1 person' })).toBeVisible();
  await leo.choose('a plan', 'Earlier versions');
  await expect(leo.page.getByRole('dialog').getByRole('listitem')).toHaveCount(2);
});

test('Markdown is drawn, and HTML is only text', async ({ browser }) => {
  const { ana, leo } = await group(browser);
  await ana.say('**bold** <img src=x onerror="document.title=1"> [x](javascript:alert(1))');
  await expect(leo.message('bold').locator('strong')).toHaveText('bold');
  await expect(leo.message('bold').locator('img, a')).toHaveCount(0);
  await ana.say('```js\nconst answer = 42;\n```');
  await expect(leo.message('answer').locator('.keyword')).toHaveText('const');
  await ana.say(`https://example.org/${'long'.repeat(80)}`);
  await leo.page.setViewportSize({ width: 360, height: 720 });
  const wide = await leo.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBe(360);
});

test('pins, saved messages, links and unread', async ({ browser }) => {
  const { ana, leo, title } = await group(browser);
  for (let turn = 0; turn < 60; turn += 1) await ana.say(`line ${String(turn)}`);
  await expect(leo.message('line 59')).toBeVisible();
  await leo.choose('line 58', 'Pin');
  await leo.page.getByRole('button', { name: 'More of this conversation' }).click();
  await leo.page.getByRole('menuitem', { name: 'Pinned messages' }).click();
  await expect(leo.page.getByRole('dialog').getByText('line 58')).toBeVisible();
  await leo.page.keyboard.press('Escape');
  // The page is opened before the server knows.
  await leo.page.route('**/bookmark', async (route) => {
    await leo.page.getByText('Nothing saved yet').waitFor();
    await route.continue();
  });
  await leo.choose('line 59', 'Save for later');
  await leo.page.getByRole('link', { name: 'Saved messages' }).click();
  await expect(leo.page.getByRole('list', { name: 'Saved messages' })).toContainText('line 59');
  const href = await leo.page
    .getByRole('list', { name: 'Saved messages' })
    .getByRole('link')
    .getAttribute('href');
  const first = (href ?? '').replace(/\d+$/, '2');
  await leo.page.goto(first);
  await expect(leo.page.locator('[data-seq="2"]')).toBeFocused();
  await leo.page.getByRole('button', { name: 'To the newest' }).click();
  await expect(leo.message('line 59')).toBeInViewport();
  await leo.choose('line 57', 'Mark as unread from here');
  await leo.page.getByRole('link', { name: 'Saved messages' }).click();
  await expect(leo.row(title)).toContainText('3 unread messages');
});

test('forwards, and keeps drafts on every device', async ({ browser }) => {
  const { ana, leo, title } = await group(browser);
  await ana.say('worth repeating');
  await ana.writeTo(leo);
  await ana.openChat(title);
  await ana.choose('worth repeating', 'Forward');
  await ana.page
    .getByRole('list', { name: 'Forward to' })
    .getByRole('button', { name: leo.displayName })
    .click();
  await ana.inChat(leo.displayName);
  await expect(ana.message('worth repeating')).toContainText('Forwarded');

  const other = await arrive(browser, 'Ana');
  await other.logIn(ana.handle);
  await ana.composer.fill('half a thought');
  await expect(other.row(leo.displayName)).toContainText('Draft: half a thought');
  await other.openChat(leo.displayName);
  await expect(other.composer).toHaveValue('half a thought');
});

test('shows who is writing, and finds what was written', async ({ browser }) => {
  const { ana, leo } = await group(browser);
  await leo.composer.pressSequentially('El café de la esquina');
  await expect(ana.page.getByText(`${leo.displayName} is writing…`)).toBeVisible();
  await leo.composer.press('Enter');
  await ana.hears('El café de la esquina');
  await ana.page.getByRole('link', { name: 'Search', exact: true }).click();
  await ana.page.getByRole('searchbox', { name: 'Search messages' }).fill('cafe esquina');
  const hit = ana.page.getByRole('list', { name: 'Messages found' }).getByRole('link').first();
  await expect(hit.locator('mark').first()).toHaveText('café');
  await hit.click();
  await expect(ana.message('El café de la esquina')).toBeFocused();
});
