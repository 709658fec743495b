import { expect } from '@playwright/test';
import { clean } from './axe';
import { arrive, test, type Person } from './people';

const MENU = 'https://cafe.example/menu';
const CARD = {
  url: MENU,
  siteName: 'Café',
  title: 'The menu of the week',
  description: 'Lentils on Monday, and what is left of them on Tuesday.',
};

/**
 * The suites of tests fetch nothing from outside, and nothing on the loopback address ever is a preview: what pages
 * say of themselves is answered here, in front of the suite. Returns the requests that left for anywhere else.
 */
async function tellOfPages(person: Person, suite: string): Promise<string[]> {
  const outside: string[] = [];
  person.page.on('request', (request) => {
    if (new URL(request.url()).origin !== suite) outside.push(request.url());
  });
  await person.page.route('**/api/v1/chats/*/messages/*/previews', (route) =>
    route.fulfill({ json: { items: [CARD], pending: false } }),
  );
  return outside;
}

test('what a link leads to is shown below its message, by the suite alone', async ({ browser }) => {
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  await ana.writeTo(leo);
  await ana.say('Nothing leads anywhere');
  const outside = await tellOfPages(leo, new URL(leo.page.url()).origin);
  await leo.openChat(ana.displayName);
  await leo.hears('Nothing leads anywhere');
  await ana.say(`Look: ${MENU}`);

  const card = leo.page
    .getByRole('group', { name: 'What the links lead to' })
    .getByRole('link', { name: /The menu of the week/ });
  await expect(card).toContainText('Café · cafe.example');
  await expect(card).toHaveAttribute('href', MENU);
  await expect(card).toHaveAttribute('target', '_blank');
  await expect(card).toHaveAttribute('rel', 'noopener noreferrer nofollow');
  await expect(card).toHaveCount(1);
  await expect(card).toBeInViewport();

  // Arrow right goes on through what can be pressed in a message; the card is the last of it.
  await leo.message('Look').focus();
  for (let step = 0; step < 8; step += 1) await leo.page.keyboard.press('ArrowRight');
  await expect(card).toBeFocused();
  await leo.page.keyboard.press('Escape');
  await expect(leo.message('Look')).toBeFocused();
  await clean(leo, 'link-preview');
  expect(outside).toEqual([]);

  await leo.page.getByRole('link', { name: 'Settings' }).click();
  const choice = leo.page.getByRole('group', { name: 'What links lead to' });
  await choice.getByText('Hide', { exact: true }).click();
  await leo.page.getByRole('link', { name: 'Chats', exact: true }).click();
  await leo.openChat(ana.displayName);
  await leo.hears('Nothing leads anywhere', `Look: ${MENU}`);
  await expect(card).toHaveCount(0);
});
