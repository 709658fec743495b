import { expect } from '@playwright/test';
import { clean } from './axe';
import { arrive, test, unique, type Person } from './people';

const bell = (person: Person) =>
  person.page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: /Activity/ });

const told = (person: Person, text: string | RegExp) =>
  person.page.getByRole('list', { name: 'Activity' }).getByRole('link').filter({ hasText: text });

test('who is called is told, is led there, and has read it on every device then', async ({
  browser,
}) => {
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  const title = unique('Choir');
  await leo.newChat('Group', title, [ana]);
  await expect(bell(ana)).toContainText('1 unread notification');
  await expect(ana.page).toHaveTitle(/^\(1\) /);
  await leo.say('Everybody rehearses on Friday');
  await leo.say(`@${ana.handle} do you bring the scores?`);
  await expect(bell(ana)).toContainText('2 unread notifications');

  await bell(ana).click();
  await expect(told(ana, `${leo.displayName} added you to ${title}`)).toBeVisible();
  await expect(told(ana, `${leo.displayName} mentioned you in ${title}`)).toBeVisible();
  await expect(told(ana, 'Everybody rehearses')).toHaveCount(0);
  await clean(ana, 'notifications');
  const phone = await arrive(browser, 'Ana');
  await phone.logIn(ana.handle);
  await phone.page.goto('/notifications');
  await expect(told(phone, 'do you bring the scores?')).toContainText('Unread');

  await told(ana, 'do you bring the scores?').click();
  await ana.inChat(title);
  await expect(ana.message('do you bring the scores?')).toBeInViewport();
  await expect(told(phone, 'do you bring the scores?')).not.toContainText('Unread');
  await expect(bell(phone)).not.toContainText('unread');
});

test('what is told of a chat is as its member says', async ({ browser }) => {
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  const title = unique('Garden');
  await leo.newChat('Group', title, [ana]);
  await ana.openChat(title);
  await ana.page.getByRole('button', { name: 'Details' }).click();
  const levels = ana.page.getByRole('dialog').getByRole('group', { name: 'Tell me about' });
  await expect(levels.getByRole('radio', { name: 'Mentions' })).toBeChecked();
  await levels.getByText('Nothing', { exact: true }).click();
  await expect(ana.page.getByText('You are told of nothing that happens here.')).toBeVisible();
  await clean(ana, 'level');
  await ana.page.keyboard.press('Escape');
  await ana.page.goto('/notifications');
  await expect(told(ana, `added you to ${title}`)).toBeVisible();

  await leo.say(`@${ana.handle} are you there?`);
  await leo.writeTo(ana);
  await leo.say('Hello?');
  await expect(told(ana, 'Hello?')).toBeVisible();
  await expect(told(ana, 'are you there?')).toHaveCount(0);

  await leo.say('Still there?');
  await expect(told(ana, `2 messages in ${leo.displayName}`)).toContainText('Still there?');
  await ana.page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(bell(ana)).not.toContainText('unread');
  await ana.page.reload();
  await expect(told(ana, 'Still there?')).toBeVisible();
  await expect(bell(ana)).not.toContainText('unread');
});
