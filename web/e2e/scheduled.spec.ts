import { expect } from '@playwright/test';
import { clean } from './axe';
import { pick, tray } from './files';
import { png } from './media';
import { arrive, test, unique, type Person } from './people';

/** What is said to be sent in a minute is there by then. */
const DUE = { timeout: 90_000 };

const bar = (person: Person, name: RegExp) => person.page.getByRole('button', { name });

const list = (person: Person) => person.page.getByRole('dialog', { name: 'Scheduled messages' });

/** Chooses from the menu beside the button that sends. */
async function sendLater(person: Person, text: string, when: string): Promise<void> {
  await person.composer.fill(text);
  await person.page.getByRole('button', { name: 'Send later' }).click();
  await person.page.getByRole('menuitem', { name: when }).click();
}

/** Says a time of its own. */
async function sendAt(person: Person, text: string, when: string): Promise<void> {
  await sendLater(person, text, 'Another time…');
  const dialog = person.page.getByRole('dialog', { name: 'Send later' });
  await dialog.getByRole('textbox', { name: 'When', exact: true }).fill(when);
  await expect(dialog.getByText(/^Will be sent: /)).toBeVisible();
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await expect(dialog).toHaveCount(0);
}

test('a message is scheduled, edited, cancelled, had again and sent after all', async ({
  browser,
}) => {
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  await ana.writeTo(leo);
  await ana.say('hello');
  await leo.openChat(ana.displayName);
  await leo.hears('hello');

  await ana.composer.fill('Happy birthday');
  await ana.composer.press('Control+Shift+Enter');
  await expect(ana.page.getByRole('menu', { name: 'Send later' })).toBeVisible();
  await ana.picture('later-menu');
  await ana.page.keyboard.press('End');
  await ana.page.keyboard.press('Enter');
  await expect(ana.page.getByRole('dialog', { name: 'Send later' })).toBeVisible();
  await clean(ana, 'later');
  await ana.page.keyboard.press('Escape');
  await expect(ana.composer).toHaveValue('Happy birthday');
  await sendLater(ana, 'Happy birthday', 'Tomorrow at 9');
  await expect(ana.composer).toHaveValue('');
  await expect(bar(ana, /^1 scheduled/)).toBeVisible();
  await sendAt(ana, 'See you there', 'tomorrow at 10:30');
  await expect(bar(ana, /^2 scheduled/)).toBeVisible();
  await clean(ana, 'scheduled-bar');
  await ana.page.reload();
  await ana.hears('hello');
  await bar(ana, /^2 scheduled/).click();
  await expect(list(ana).getByRole('listitem')).toHaveCount(2);
  await clean(ana, 'scheduled');

  await list(ana).getByRole('button', { name: 'Edit: Happy birthday' }).click();
  const edit = ana.page.getByRole('dialog', { name: 'Edit the scheduled message' });
  await edit.getByRole('textbox', { name: 'Message' }).fill('Happy birthday, Leo!');
  await edit.getByRole('textbox', { name: 'When', exact: true }).fill('call Ana');
  await expect(edit.getByText(/^No time was found/)).toBeVisible();
  await edit.getByRole('textbox', { name: 'When', exact: true }).fill('tomorrow at 11:45');
  await expect(edit.getByText(/^Will be sent: .*11:45/)).toBeVisible();
  await clean(ana, 'edit-scheduled');
  await edit.getByRole('button', { name: 'Save' }).click();
  const edited = list(ana).getByRole('listitem').filter({ hasText: 'Happy birthday, Leo!' });
  await expect(edited).toContainText('11:45');

  await list(ana).getByRole('button', { name: 'Do not send: See you there' }).click();
  await expect(list(ana).getByRole('listitem')).toHaveCount(1);
  await list(ana).getByRole('button', { name: 'Undo' }).click();
  await expect(list(ana).getByRole('listitem')).toHaveCount(2);

  await list(ana).getByRole('button', { name: 'Send now: Happy birthday, Leo!' }).click();
  await leo.hears('hello', 'Happy birthday, Leo!');
  await expect(list(ana).getByRole('listitem')).toHaveCount(1);
  await ana.page.keyboard.press('Escape');
  await ana.hears('hello', 'Happy birthday, Leo!');
  await expect(bar(ana, /^1 scheduled/)).toBeVisible();
});

test('a message that comes due is there for everybody, and scheduled no more', async ({
  browser,
}) => {
  // It is due in a minute.
  test.slow();
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  await ana.writeTo(leo);
  await ana.say('hello');
  await leo.openChat(ana.displayName);
  await pick(ana, { name: 'soup.png', mimeType: 'image/png', buffer: png(60, 40, [200, 120, 40]) });
  await ana.page.getByRole('textbox', { name: 'What soup.png shows' }).fill('A bowl of soup');
  await expect(tray(ana.page).getByText(/uploaded$/)).toHaveCount(1);
  await sendAt(ana, 'the soup is ready', 'in 1 minute');
  await expect(bar(ana, /^1 scheduled/)).toBeVisible();
  await leo.hears('hello');
  const told = leo.message('the soup is ready');
  await expect(told).toBeVisible(DUE);
  await expect(told.getByRole('img', { name: 'A bowl of soup' })).toBeVisible();
  await ana.hears('hello', 'the soup is ready');
  await expect(bar(ana, /scheduled/)).toHaveCount(0);
});

test('what can not be sent when it is due is kept with the reason, where its author is told', async ({
  browser,
}) => {
  // It is due in a minute.
  test.slow();
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  const title = unique('Choir');
  await leo.newChat('Group', title, [ana]);
  await ana.openChat(title);
  await sendAt(ana, 'I am late', 'in 1 minute');
  await ana.page.getByRole('button', { name: 'Details' }).click();
  await ana.page.getByRole('button', { name: 'Leave chat' }).click();
  await ana.page
    .getByRole('dialog', { name: 'Leave this chat?' })
    .getByRole('button', { name: 'Leave chat' })
    .click();
  await expect(ana.row(title)).toHaveCount(0);

  await ana.page.getByRole('link', { name: /^Activity/ }).click();
  const told = ana.page.getByRole('list', { name: 'Activity' }).getByRole('link');
  await told.filter({ hasText: 'was not sent' }).click(DUE);
  await expect(ana.page.getByRole('heading', { level: 1 })).toHaveText('Scheduled messages');
  await expect(ana.page.getByText('I am late', { exact: true })).toBeVisible();
  await expect(ana.page.getByText(/^Not sent: You are not in this chat any more/)).toBeVisible();
  await clean(ana, 'refused');
  await ana.page.getByRole('button', { name: 'Discard: I am late' }).click();
  await ana.page
    .getByRole('dialog', { name: 'Discard what was not sent?' })
    .getByRole('button', { name: 'Discard' })
    .click();
  await expect(ana.page.getByText('Nothing is scheduled')).toBeVisible();
});
