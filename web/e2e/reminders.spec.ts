import { expect } from '@playwright/test';
import { clean } from './axe';
import { arrive, test, type Person } from './people';

const fired = (person: Person, region: string) => person.page.getByRole('region', { name: region });

test('a reminder in Spanish fires, is put off, and is done', async ({ browser }) => {
  // It is due in a minute.
  test.slow();
  const ana = await arrive(browser, 'Ana', { locale: 'es-ES', timezoneId: 'Europe/Madrid' });
  await ana.join();
  await ana.page.goto('/reminders');
  const sentence = ana.page.getByRole('textbox', { name: 'Qué y cuándo' });
  await sentence.fill('regar las plantas el primer lunes de cada mes a las 10');
  await expect(ana.page.getByText(/^Cada mes · lunes, /)).toBeVisible();
  await clean(ana, 'reminders');
  await ana.page.getByRole('button', { name: 'Recuérdamelo', exact: true }).click();
  await expect(ana.page.getByText(/«regar las plantas»: lunes, /)).toBeVisible();
  const waiting = ana.page.getByRole('region', { name: 'Por venir' });
  await expect(waiting).toContainText('regar las plantas');
  await ana.page.getByRole('button', { name: 'Deshacer' }).click();
  await expect(waiting).toHaveCount(0);
  await expect(sentence).toHaveValue('regar las plantas');

  await sentence.fill('un día de estos llamar');
  await expect(ana.page.getByText('No se ha encontrado ninguna hora.')).toBeVisible();
  await sentence.fill('llamar a Leo en un minuto');
  await ana.page.getByRole('button', { name: 'Recuérdamelo', exact: true }).click();
  const due = fired(ana, 'Recordatorios que tocan ahora');
  await expect(due.getByText('llamar a Leo')).toBeVisible({ timeout: 75_000 });
  await clean(ana, 'fired');
  await due.getByRole('button', { name: 'En 10 minutos' }).click();
  await expect(due.getByText('llamar a Leo')).toHaveCount(0);
  await expect(waiting).toContainText('Pospuesto');
  await ana.page.getByRole('button', { name: 'Hecho: llamar a Leo' }).click();
  await expect(ana.page.getByRole('list', { name: 'Hechos' })).toContainText('llamar a Leo');
});

test('a message is what one is reminded of, by its menu, by key and by a command', async ({
  browser,
}) => {
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  await ana.writeTo(leo);
  await ana.say('The concert tickets are on sale');
  await ana.hears('The concert tickets are on sale');
  await ana.press('The concert tickets', 'm');
  const dialog = ana.page.getByRole('dialog', { name: 'Remind me' });
  await expect(dialog.getByText('The concert tickets are on sale')).toBeVisible();
  await dialog.getByRole('button', { name: 'Tomorrow at 9' }).click();
  await expect(dialog.getByText(/“The concert tickets are on sale”: /)).toBeVisible();
  await clean(ana, 'remind');
  await ana.page.keyboard.press('Escape');

  await ana.say('/remind me in 20 minutes to buy bread');
  await expect(dialog.getByRole('textbox', { name: 'What and when' })).toHaveValue(
    'in 20 minutes to buy bread',
  );
  await dialog.getByRole('button', { name: 'Remind me', exact: true }).click();
  await expect(dialog.getByText(/“buy bread”: /)).toBeVisible();
  await ana.page.keyboard.press('Escape');
  await expect(ana.composer).toHaveValue('');
  await ana.hears('The concert tickets are on sale');

  await ana.page.getByRole('link', { name: 'Reminders' }).click();
  const waiting = ana.page.getByRole('region', { name: 'To come' });
  await expect(waiting.getByRole('listitem')).toHaveCount(2);
  await waiting.getByRole('link', { name: 'To the message' }).click();
  await ana.inChat(leo.displayName);
  await expect(ana.message('The concert tickets')).toBeInViewport();
});

test('somebody else is reminded, and is told by whom', async ({ browser }) => {
  // It is due in a minute.
  test.slow();
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  await ana.writeTo(leo);
  await ana.say('hello');
  await ana.hears('hello');
  await ana.say(`/remind @${leo.handle} in 1 minute to bring the keys`);
  const dialog = ana.page.getByRole('dialog', { name: 'Remind me' });
  await expect(dialog.getByRole('list', { name: 'Chosen people' })).toContainText(leo.displayName);
  await clean(ana, 'remind-somebody');
  await expect(async () => {
    // Who shares a chat is known to the service that reminds a moment later.
    await dialog.getByRole('button', { name: 'Remind me', exact: true }).click();
    await expect(dialog.getByText(`For ${leo.displayName}`)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await ana.page.keyboard.press('Escape');
  await ana.page.getByRole('link', { name: 'Reminders' }).click();
  const waiting = ana.page.getByRole('region', { name: 'To come' });
  await expect(waiting).toContainText(`For ${leo.displayName}`);

  const due = fired(leo, 'Reminders that are due');
  await expect(due.getByText('bring the keys')).toBeVisible({ timeout: 75_000 });
  await expect(due.getByText(`${ana.displayName} reminds you`)).toBeVisible();
  await clean(leo, 'fired-by-somebody');
  await due.getByRole('button', { name: 'Done' }).click();
  await expect(due.getByText('bring the keys')).toHaveCount(0);
});

test('a calendar reads reminders at an address until that is replaced', async ({ browser }) => {
  const ana = await arrive(browser, 'Ana');
  await ana.join();
  await ana.page.goto('/reminders');
  const sentence = ana.page.getByRole('textbox', { name: 'What and when' });
  await sentence.fill('tomorrow at 9 to water the plants');
  await ana.page.getByRole('button', { name: 'Remind me', exact: true }).click();
  const tomorrow = ana.page.getByRole('list', { name: 'Tomorrow' });
  await expect(tomorrow).toContainText('water the plants');
  await ana.page.getByRole('button', { name: 'Make an address' }).click();
  const field = ana.page.getByRole('textbox', { name: 'Address for your calendar' });
  const address = await field.inputValue();
  await clean(ana, 'feed');
  const calendar = await fetch(address);
  expect(calendar.headers.get('content-type')).toContain('text/calendar');
  expect(await calendar.text()).toContain('water the plants');

  await ana.page.getByRole('button', { name: 'Replace the address' }).click();
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Replace the address' }).click();
  await expect(field).not.toHaveValue(address);
  expect((await fetch(address)).status).toBe(404);
  await ana.page.reload();
  await expect(ana.page.getByText(/^There is an address, made on /)).toBeVisible();
  await ana.page.getByRole('button', { name: 'Remove the address' }).click();
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Remove the address' }).click();
  await expect(ana.page.getByRole('button', { name: 'Make an address' })).toBeVisible();
});
