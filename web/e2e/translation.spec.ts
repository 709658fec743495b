import { expect } from '@playwright/test';
import { account, call } from './api';
import { clean } from './axe';
import { arrive, test, unique, type Person } from './people';

interface Offer {
  readonly pairs: readonly { readonly source: string; readonly target: string }[];
}

/** Whether this suite has an engine for Spanish and English; where Apertium is not installed it has none. */
async function translates(): Promise<boolean> {
  const { pairs } = await call<Offer>(await account('Probe'), 'GET', '/translate/languages');
  return pairs.some(({ source, target }) => source === 'es' && target === 'en');
}

async function readEverythingIn(person: Person, language: string): Promise<void> {
  await person.page.getByRole('link', { name: 'Settings' }).click();
  const kept = person.page.waitForResponse(
    (answer) =>
      answer.url().endsWith('/translate/preferences') && answer.request().method() === 'PUT',
  );
  await person.page.getByLabel('Show me everything in').selectOption({ label: language });
  expect((await kept).ok()).toBe(true);
}

/** Opens the chat's own words by its details. */
async function glossaryOf({ page }: Person) {
  await page.getByRole('button', { name: 'Details' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Glossary', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Glossary of this chat' });
  await expect(dialog).toBeVisible();
  return dialog;
}

test('two people who share no language read each other', async ({ browser }) => {
  test.skip(!(await translates()), 'no engine for Spanish and English is installed');
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  await readEverythingIn(ana, 'Spanish');
  await readEverythingIn(leo, 'English');
  await clean(ana, 'settings-translation');
  await ana.page.getByRole('link', { name: 'Chats' }).click();
  await leo.page.getByRole('link', { name: 'Chats' }).click();
  const title = unique('Bridge');
  await ana.newChat('Group', title, [leo]);
  await leo.openChat(title);

  await ana.say('¿Quién es de guardia esta noche?');
  const heard = leo.message('Who is on call tonight?');
  await expect(heard).toContainText('Translated from Spanish by Apertium');
  await leo.say('The red house is near the bridge.');
  await expect(ana.message(/casa roja/)).toContainText('Translated from English by Apertium');
  await expect(ana.message('¿Quién es de guardia esta noche?')).not.toContainText('Translated');

  await heard.getByRole('button', { name: 'Show original' }).click();
  const original = leo.message('¿Quién es de guardia esta noche?');
  await expect(original.getByRole('button', { name: 'Show original' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await leo.picture('translation-original');
  await expect(original.locator('.text')).toHaveAttribute('lang', 'es');
  await original.focus();
  await leo.page.keyboard.press('l');
  await expect(leo.message('Who is on call tonight?')).toBeVisible();
  await expect(heard.locator('.text')).toHaveAttribute('lang', 'en');
  await clean(leo, 'translation');

  await ana.press('¿Quién es de guardia esta noche?', 'e');
  const editor = ana.page.getByRole('textbox', { name: /edit/i });
  await editor.fill('Mi casa es muy grande.');
  await editor.press('Enter');
  await expect(leo.message('My house is very big.')).toContainText('Translated from Spanish');
  await expect(leo.message('Who is on call tonight?')).toHaveCount(0);

  await leo.page.getByRole('button', { name: 'More of this conversation' }).click();
  const choice = leo.page.getByRole('menuitemcheckbox', { name: 'Translate this chat' });
  await expect(choice).toHaveAttribute('aria-checked', 'true');
  await choice.click();
  await expect(leo.message('Mi casa es muy grande.')).toBeVisible();
  await leo.choose('Mi casa es muy grande.', 'Translate');
  await expect(leo.message('My house is very big.')).toContainText('Translated from Spanish');
  const known = leo.page.waitForResponse(
    (answer) =>
      answer.url().endsWith('/translate/preferences') && answer.request().method() === 'GET',
  );
  await leo.page.reload();
  expect((await known).ok()).toBe(true);
  await expect(leo.message('Mi casa es muy grande.')).toBeVisible();
  // When this is heard, the other would say at least that it is being translated.
  await ana.say('El puente es muy viejo.');
  await expect(leo.message('El puente es muy viejo.')).toBeVisible();
  await expect(leo.page.getByRole('article').filter({ hasText: 'Translat' })).toHaveCount(0);
});

test('what is written is translated before it is sent', async ({ browser }) => {
  test.skip(!(await translates()), 'no engine for Spanish and English is installed');
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  await ana.writeTo(leo);
  await ana.composer.fill('/translate spanish the red house');
  await ana.composer.press('Enter');
  await expect(ana.composer).toHaveValue(/casa roja/);
  await expect(ana.page.getByText('Translated into Spanish by Apertium.')).toBeVisible();
  await clean(ana, 'translated-draft');
  await ana.page.reload();
  await expect(ana.composer).toHaveValue(/casa roja/);
  await expect(ana.page.getByText('Translated into Spanish by Apertium.')).toBeVisible();
  await ana.composer.press('Escape');
  await expect(ana.composer).toHaveValue('/translate spanish the red house');
  await ana.composer.press('Enter');
  await expect(ana.composer).toHaveValue(/casa roja/);
  await ana.composer.press('Control+z');
  await expect(ana.composer).toHaveValue('/translate spanish the red house');
  await ana.composer.fill('/translate klingon the red house');
  await ana.composer.press('Enter');
  await expect(ana.page.getByText('Write /translate, a language and the text')).toBeVisible();
});

test('one chat is translated, with what has to stay as it is', async ({ browser }) => {
  test.skip(!(await translates()), 'no engine for Spanish and English is installed');
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  await ana.writeTo(leo);
  await ana.say('Good evening');
  await leo.openChat(ana.displayName);
  await leo.say(`Hola @${ana.handle}, **la casa roja** está en https://example.org/casa`);
  await leo.say('El puente es muy viejo.');
  // When this is heard, the other would say at least that it is being translated.
  await expect(ana.message('El puente es muy viejo.')).toBeVisible();
  await expect(ana.page.getByRole('article').filter({ hasText: 'Translat' })).toHaveCount(0);
  await ana.page.getByRole('button', { name: 'More of this conversation' }).press('Enter');
  await ana.page.getByRole('menuitemcheckbox', { name: 'Translate this chat' }).press('Enter');
  const language = ana.page.getByText('read in English');
  await expect(language).toBeVisible();
  const heard = ana.message(/red house/);
  await expect(heard.locator('strong')).toContainText('red house');
  await expect(heard.getByRole('link')).toHaveAttribute('href', 'https://example.org/casa');
  await expect(heard).toContainText(`@${ana.handle}`);
  await expect(ana.message('Good evening')).not.toContainText('Translat');
  await ana.page.reload();
  await expect(heard).toContainText('Translated from Spanish by Apertium');
  await ana.page.setViewportSize({ width: 360, height: 740 });
  await expect(language).toBeInViewport({ ratio: 1 });
  expect(await language.evaluate((shown) => shown.scrollWidth <= shown.clientWidth)).toBe(true);
  await clean(ana, 'translated-chat-narrow');
});

test('what was said in another language is found by what it says in mine', async ({ browser }) => {
  test.skip(!(await translates()), 'no engine for Spanish and English is installed');
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  await readEverythingIn(ana, 'English');
  await ana.page.getByRole('link', { name: 'Chats', exact: true }).click();
  await ana.writeTo(leo);
  await ana.say('hello');
  await leo.openChat(ana.displayName);
  await leo.say('Mi casa es muy grande.');
  await expect(ana.message('My house is very big.')).toBeVisible();
  await expect(async () => {
    // The search hears of translations a moment later.
    await ana.page.goto('/search');
    await ana.page.getByRole('searchbox', { name: 'Search messages' }).fill('house');
    const results = ana.page.getByRole('list', { name: 'Messages found' });
    await expect(results.locator('mark')).toHaveText('house', { timeout: 3_000 });
    await expect(results).toContainText('Found in the translation into English');
  }).toPass();
  await clean(ana, 'found-by-translation');
});

test('a chat says what becomes of a word, and has it translated as any other again', async ({
  browser,
}) => {
  test.skip(!(await translates()), 'no engine for Spanish and English is installed');
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  await readEverythingIn(ana, 'English');
  await ana.page.getByRole('link', { name: 'Chats', exact: true }).click();
  const title = unique('Words');
  await ana.newChat('Group', title, [leo]);
  await leo.openChat(title);
  await leo.say('Mi casa es muy grande.');
  await expect(ana.message('My house is very big.')).toBeVisible();

  const glossary = await glossaryOf(ana);
  await expect(glossary.getByText('No words of its own yet')).toBeVisible();
  await clean(ana, 'glossary-none');
  const word = glossary.getByRole('textbox', { name: 'Word or phrase' });
  await word.focus();
  await ana.page.keyboard.type('casa');
  await ana.page.keyboard.press('Tab');
  await ana.page.keyboard.press('ArrowRight');
  await ana.page.keyboard.press('Tab');
  await ana.page.keyboard.type('homestead');
  await ana.page.keyboard.press('Enter');
  await expect(glossary.getByRole('combobox')).toBeFocused();
  await expect(glossary.getByRole('alert')).toHaveText('Please fill this in.');
  await glossary.getByRole('combobox').selectOption({ label: 'English' });
  await glossary.getByRole('button', { name: 'Add word' }).press('Enter');
  await expect(glossary.getByRole('status')).toContainText('“casa” is in the glossary now.');
  await expect(glossary.getByRole('listitem')).toHaveText([
    /casa.*homestead.*Into English · Added by Ana/s,
  ]);

  // The same word for the same language is refused, and stays in the form.
  await expect(word).toBeFocused();
  await ana.page.keyboard.type('Casa');
  await glossary.getByRole('textbox', { name: 'What it becomes' }).fill('home');
  await ana.page.keyboard.press('Enter');
  await expect(glossary.getByRole('alert')).toContainText('has this word already');
  await expect(word).toHaveValue('Casa');
  await expect(glossary.getByRole('listitem')).toHaveCount(1);
  await clean(ana, 'glossary');

  // What was said before is translated anew, and what is said from now on with it.
  await ana.page.keyboard.press('Escape');
  await expect(ana.message(/homestead is very big/)).toContainText('Translated from Spanish');
  await leo.say('La casa de mi hermana es muy pequeña.');
  await expect(ana.message(/homestead.*small/)).toContainText('Translated from Spanish');

  // Who does not lead the chat reads its words, and can not change them.
  const seen = await glossaryOf(leo);
  await expect(seen.getByRole('listitem')).toHaveText([/casa.*homestead/s]);
  await expect(seen.getByRole('textbox')).toHaveCount(0);
  await expect(seen.getByRole('button')).toHaveCount(1);
  await expect(seen.getByRole('button', { name: 'Close' })).toBeVisible();
  await clean(leo, 'glossary-member');

  await glossaryOf(ana);
  await glossary.getByRole('button', { name: 'Remove “casa”: Into English' }).press('Enter');
  const question = ana.page.getByRole('dialog', { name: 'Remove “casa”?' });
  await question.getByRole('button', { name: 'Remove' }).press('Enter');
  await expect(glossary.getByText('No words of its own yet')).toBeVisible();
  await expect(glossary.getByRole('status')).toContainText('“casa” was removed.');
  await ana.page.keyboard.press('Escape');
  await expect(ana.message('My house is very big.')).toBeVisible();
  await expect(ana.message(/homestead/)).toHaveCount(0);
});

test('a suite without an engine works on, and says what to do', async ({ browser }) => {
  test.skip(await translates(), 'an engine for Spanish and English is installed');
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  await ana.page.getByRole('link', { name: 'Settings' }).click();
  await ana.page.getByText('apt-get install apertium').scrollIntoViewIfNeeded();
  await clean(ana, 'settings-no-engine');
  await ana.page.getByRole('link', { name: 'Chats', exact: true }).click();
  await ana.writeTo(leo);
  await ana.say('The red house is near the bridge.');
  await leo.openChat(ana.displayName);
  await leo.say('Mi casa es muy grande.');
  await expect(ana.message('Mi casa es muy grande.')).toBeVisible();
  await ana.choose('Mi casa es muy grande.', 'Translate');
  await expect(ana.message('Mi casa es muy grande.')).toContainText(
    'Nothing here translates Spanish into English.',
  );
  await clean(ana, 'no-engine');
  const written = '/translate spanish the red house is near the bridge';
  await ana.composer.fill(written);
  await ana.composer.press('Enter');
  await expect(ana.page.getByText('Nothing here translates English into Spanish.')).toBeVisible();
  await expect(ana.composer).toHaveValue(written);
});
