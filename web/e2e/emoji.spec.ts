import { expect, type Browser } from '@playwright/test';
import { clean } from './axe';
import { png } from './media';
import { arrive, test, unique, type Person } from './people';

/** As long as the suite may take to look into a picture. */
const PREPARED_WITHIN_MS = 60_000;

interface Scene {
  readonly ana: Person;
  readonly leo: Person;
  readonly title: string;
}

/** Ana owns a group with Leo in it, and both have it open. */
async function scene(browser: Browser): Promise<Scene> {
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  const title = unique('Party');
  await ana.newChat('Group', title, [leo]);
  await ana.say('Welcome');
  await leo.openChat(title);
  await leo.hears('Welcome');
  return { ana, leo, title };
}

/** Opens the chat's emoji by its details. */
async function emojiOf({ page }: Person) {
  await page.getByRole('button', { name: 'Details' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Emoji', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Emoji of this chat' });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Picks a picture for a new emoji, and leaves it in front of the dialog that crops and names it. */
async function begin({ page }: Person, file: string, colour: readonly number[]) {
  const chooser = page.waitForEvent('filechooser');
  await page
    .getByRole('dialog', { name: 'Emoji of this chat' })
    .getByRole('button', { name: 'Add emoji' })
    .click();
  const picked = await chooser;
  await picked.setFiles([{ name: file, mimeType: 'image/png', buffer: png(300, 200, colour) }]);
  const dialog = page.getByRole('dialog', { name: 'Add emoji' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeVisible();
  return dialog;
}

/** Adds an emoji, named as its file is. */
async function add(person: Person, file: string, colour: readonly number[]): Promise<void> {
  const dialog = await begin(person, file, colour);
  await dialog.getByRole('button', { name: 'Use picture' }).click();
  await expect(dialog).toHaveCount(0, { timeout: PREPARED_WITHIN_MS });
}

test('an owner gives a chat an emoji; others write it and react with it until it is taken away', async ({
  browser,
}) => {
  test.slow();
  const { ana, leo } = await scene(browser);
  // Leo looks where emoji are picked before there is one.
  await leo.page.getByRole('button', { name: 'Add an emoji' }).click();
  const picker = leo.page.getByRole('dialog', { name: 'Add an emoji' });
  await expect(picker.getByRole('button', { name: 'Faces' })).toBeVisible();
  await expect(picker.getByRole('button', { name: 'Of this chat' })).toHaveCount(0);

  const list = await emojiOf(ana);
  await expect(list.getByText('No emoji of its own yet')).toBeVisible();
  await clean(ana, 'emoji-none');
  await add(ana, 'Ship It.png', [40, 120, 200]);
  await expect(list.getByRole('listitem')).toHaveText([/:ship-it:.*Added by/s]);

  // It comes to Leo while he looks, with its picture.
  await picker.getByRole('button', { name: 'Of this chat' }).click();
  await expect(picker.getByRole('button', { name: ':ship-it:' })).toBeVisible();
  await expect(picker.getByAltText(':ship-it:')).toBeVisible();
  await clean(leo, 'emoji-picker');
  await picker.getByRole('searchbox').fill(':ship');
  await picker.getByRole('button', { name: ':ship-it:' }).click();
  await expect(leo.composer).toHaveValue(':ship-it:');
  await leo.say('We :ship-it: today, `:ship-it:` and https://example.org/:ship-it:/x');
  const said = ana.message('today');
  await ana.page.keyboard.press('Escape');
  await expect(said.getByAltText(':ship-it:')).toHaveCount(1);
  await expect(said.locator('code')).toHaveText(':ship-it:');
  await expect(said.getByRole('link')).toHaveText('https://example.org/:ship-it:/x');

  await leo.press('Welcome', '+');
  await leo.page
    .getByRole('dialog', { name: 'React' })
    .getByRole('button', { name: ':ship-it:' })
    .click();
  const chip = ana.page.getByRole('button', { name: ':ship-it:, 1 person' });
  await expect(chip.getByAltText(':ship-it:')).toBeVisible();
  await chip.click();
  await expect(leo.page.getByRole('button', { name: ':ship-it:, 2 people' })).toBeVisible();
  await clean(ana, 'emoji-said');

  // What was drawn stays known over a reload.
  await leo.page.reload();
  await expect(leo.message('today').getByAltText(':ship-it:')).toBeVisible();

  await emojiOf(ana);
  await list.getByRole('button', { name: 'Remove :ship-it:' }).click();
  const question = ana.page.getByRole('dialog', { name: 'Remove :ship-it:?' });
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect(question).toHaveCount(0);
  await expect(list.getByRole('listitem')).toHaveCount(0);
  await expect(leo.message('today')).toContainText('We :ship-it: today');
  await expect(leo.page.getByAltText(':ship-it:')).toHaveCount(0);
  await expect(leo.page.getByRole('button', { name: ':ship-it:, 2 people' })).toContainText(
    ':ship-it:',
  );
});

test('an emoji is named while its picture is cropped, and may get another one', async ({
  browser,
}) => {
  test.slow();
  const { ana, leo } = await scene(browser);
  const list = await emojiOf(ana);
  await add(ana, 'party.png', [200, 60, 60]);
  await expect(list.getByRole('listitem')).toHaveCount(1);
  const before = await list.getByRole('listitem').locator('img').getAttribute('src');

  const dialog = await begin(ana, 'Año.png', [60, 160, 60]);
  const name = dialog.getByRole('textbox', { name: 'Name' });
  const use = dialog.getByRole('button', { name: 'Use picture' });
  await expect(name).toHaveValue('ano');
  await name.fill('x');
  await expect(dialog.getByRole('alert')).toHaveText('Between 2 and 32 characters.');
  await expect(use).toBeDisabled();
  await name.fill('so so');
  await expect(dialog.getByRole('alert')).toContainText('Only a to z');
  await name.fill('party');
  await expect(dialog.getByText(':party: is there already.')).toBeVisible();
  await clean(ana, 'emoji-name');
  await use.click();
  await expect(dialog).toHaveCount(0, { timeout: PREPARED_WITHIN_MS });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list.getByRole('listitem').locator('img')).not.toHaveAttribute('src', before ?? '');
  await clean(ana, 'emoji-list');

  // Who does not own the chat sees them, and can not change them.
  const seen = await emojiOf(leo);
  await expect(seen.getByRole('listitem')).toHaveText([/:party:/]);
  await expect(seen.getByRole('button', { name: 'Add emoji' })).toHaveCount(0);
  await expect(seen.getByRole('button', { name: /Remove/ })).toHaveCount(0);
  await clean(leo, 'emoji-list-member');
});

test('in a private chat, both give it emoji', async ({ browser }) => {
  test.slow();
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  await ana.writeTo(leo);
  await ana.say('Hola');
  await leo.openChat(ana.displayName);
  await emojiOf(leo);
  await add(leo, 'wave.png', [120, 80, 200]);
  await leo.page.keyboard.press('Escape');
  await leo.say(':wave:');
  await expect(ana.page.getByRole('article').getByAltText(':wave:')).toBeVisible();
});
