import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BrowserContext,
  test as base,
  expect,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { PASSWORD } from './api';

const troubles: string[] = [];
const arrived: BrowserContext[] = [];

/** A test that fails when a script of a page threw, or the page broke its content security policy. */
export const test = base.extend<{ untroubled: undefined }>({
  untroubled: [
    async ({ browserName }, use) => {
      troubles.length = 0;
      await use(undefined);
      await Promise.all(arrived.splice(0).map((context) => context.close()));
      expect(troubles, browserName).toEqual([]);
    },
    { auto: true },
  ],
});

/** Somebody who uses the suite in a browser of their own. */
export class Person {
  readonly page: Page;
  readonly name: string;
  readonly handle: string;

  constructor(page: Page, name: string) {
    this.page = page;
    this.name = name;
    this.handle = `${name.toLowerCase()}-${randomBytes(5).toString('hex')}`;
  }

  /** The name others see: unlike any other person's, also in a suite that has been used before. */
  get displayName(): string {
    return `${this.name} ${this.handle.slice(-6)}`;
  }

  /** Registers by the form. The gateway lets one address do that twenty times in ten minutes: others {@link join}. */
  async register(): Promise<void> {
    await this.page.goto('/register');
    await this.page.locator('input[name=name]').fill(this.displayName);
    await this.page.locator('input[name=username]').fill(this.handle);
    await this.page.locator('input[name=email]').fill(`${this.handle}@example.org`);
    await this.page.locator('input[name=password]').fill(PASSWORD);
    await this.page.locator('button[type=submit]').click();
    await expect(this.page).toHaveURL(/\/chats$/);
  }

  /** Is registered without the form, at the auth service itself where AUTH_URL says where that is, and logs in. */
  async join(): Promise<void> {
    const authUrl = process.env['AUTH_URL'];
    if (authUrl === undefined || authUrl === '') {
      await this.register();
      return;
    }
    const answer = await fetch(`${authUrl}/api/v1/auth/register`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        handle: this.handle,
        displayName: this.displayName,
        email: `${this.handle}@example.org`,
        password: PASSWORD,
        refreshTokenIn: 'body',
      }),
    });
    expect(answer.status).toBe(201);
    await this.logIn();
  }

  async logIn(handle = this.handle): Promise<void> {
    await this.page.goto('/login');
    await this.page.locator('input[name=username]').fill(handle);
    await this.page.locator('input[name=password]').fill(PASSWORD);
    await this.page.locator('button[type=submit]').click();
    await expect(this.page).toHaveURL(/\/chats$/);
  }

  /** Finds somebody and opens the private chat with them. */
  async writeTo(other: Person): Promise<void> {
    await this.page.getByRole('link', { name: 'People' }).click();
    await this.page.getByRole('searchbox', { name: 'Search people' }).fill(other.handle);
    await this.page.getByRole('button', { name: `Write to ${other.displayName}` }).click();
    await this.inChat(other.displayName);
  }

  async inChat(name: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(this.composer).toBeVisible();
  }

  get composer() {
    return this.page.getByRole('textbox', { name: /^(Message|Mensaje)$/ });
  }

  /** A message by what it says. */
  message(text: string | RegExp) {
    return this.page.getByRole('article').filter({ hasText: text }).last();
  }

  /** Opens the menu of a message with the mouse and chooses from it. */
  async choose(text: string | RegExp, what: string): Promise<void> {
    await this.message(text).click({ button: 'right' });
    await this.page.getByRole('menuitem', { name: what, exact: true }).click();
  }

  /** Presses a key on a message. */
  async press(text: string | RegExp, key: string): Promise<void> {
    await this.message(text).focus();
    await this.page.keyboard.press(key);
  }

  get messages() {
    return this.page.getByRole('article').locator('.text');
  }

  /** The row of a chat in the list. */
  row(name: string) {
    return this.page
      .getByRole('region', { name: /Your chats|Tus chats/ })
      .getByRole('link', { name });
  }

  async openChat(name: string): Promise<void> {
    await this.row(name).click();
    await this.inChat(name);
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }

  /** All that was said and sent, from top to bottom. */
  async hears(...texts: string[]): Promise<void> {
    await expect(this.messages).toHaveText(texts);
    await expect(this.page.locator('[data-message]:not([data-state=sent])')).toHaveCount(0);
  }

  async newChat(kind: 'Group' | 'Public', title: string, members: Person[] = []): Promise<void> {
    await this.page.getByRole('button', { name: 'New chat' }).first().click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByText(kind, { exact: true }).click();
    await dialog.getByLabel('Name', { exact: true }).fill(title);
    for (const member of members) {
      await dialog.getByRole('searchbox').fill(member.handle);
      await dialog.getByRole('button', { name: member.displayName }).click();
      await expect(
        dialog.getByRole('button', { name: `Take ${member.displayName} out` }),
      ).toBeVisible();
    }
    await dialog.getByRole('button', { name: 'Create' }).click();
    await this.inChat(title);
  }

  /** Keeps a picture when SCREENSHOTS names a folder. */
  async picture(name: string): Promise<void> {
    const folder = process.env['SCREENSHOTS'];
    if (folder === undefined || folder === '') return;
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`) });
  }
}

/** Opens a browser of their own for somebody. */
export async function arrive(
  browser: Browser,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Person> {
  const context = await browser.newContext(options);
  arrived.push(context);
  const page = await context.newPage();
  page.on('pageerror', (error) => troubles.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) troubles.push(message.text());
  });
  return new Person(page, name);
}

/** A title no other run has used. */
export function unique(title: string): string {
  return `${title} ${randomBytes(4).toString('hex')}`;
}
