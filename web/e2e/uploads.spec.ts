import { expect, type Page } from '@playwright/test';
import { clean } from './axe';
import { pick, tray, type NamedFile } from './files';
import { Line } from './network';
import { arrive, test, type Person } from './people';

/** The smallest picture there is. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const photo: NamedFile = { name: 'garden.png', mimeType: 'image/png', buffer: PICTURE };
const plan: NamedFile = {
  name: 'plan.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('beds and paths'),
};
/** Of three requests. */
const film: NamedFile = {
  name: 'walk.bin',
  mimeType: 'application/octet-stream',
  buffer: Buffer.alloc(20 * 1_024 * 1_024, 'tertulia '),
};

/** Two seconds of noise, filmed in the browser: there is no film that all machines have. */
async function recorded(page: Page, name: string): Promise<NamedFile> {
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [640, 360];
    const context = canvas.getContext('2d');
    const image = context?.createImageData(canvas.width, canvas.height);
    if (context === null || image === undefined) throw new Error('no canvas');
    const draw = setInterval(() => {
      for (let at = 0; at < image.data.length; at += 1) image.data[at] = Math.random() * 256;
      context.putImageData(image, 0, 0);
    }, 40);
    const pieces: Blob[] = [];
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' });
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    const ended = new Promise((resolve) => (recorder.onstop = resolve));
    recorder.start();
    setTimeout(() => {
      recorder.stop();
    }, 2_000);
    await ended;
    clearInterval(draw);
    const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  return { name, mimeType: 'video/webm', buffer: Buffer.from(base64, 'base64') };
}

/** Hands files to an element as a drop or a paste does. */
async function hand(person: Person, by: 'drop' | 'paste', file: NamedFile): Promise<void> {
  const { name, mimeType, buffer } = file;
  const data = await person.page.evaluateHandle(
    ([bytes, called, type]) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([content], called, { type }));
      return transfer;
    },
    [buffer.toString('base64'), name, mimeType] as const,
  );
  if (by === 'drop') {
    const region = person.page.getByRole('region', { name: 'Conversation' });
    await region.dispatchEvent('dragenter', { dataTransfer: data });
    await expect(person.page.getByText('Drop the files to attach them')).toBeVisible();
    await person.picture('dropping');
    await region.dispatchEvent('drop', { dataTransfer: data });
    return;
  }
  await person.composer.evaluate((area, clipboardData) => {
    area.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, data);
}

async function two(browser: Parameters<typeof arrive>[0], permissions: string[] = []) {
  const ana = await arrive(browser, 'Ana', { permissions });
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  await ana.writeTo(leo);
  return { ana, leo };
}

test('files are picked, dropped and pasted, described, and come with the message', async ({
  browser,
}) => {
  test.slow();
  const { ana, leo } = await two(browser);
  await pick(ana, photo);
  await hand(ana, 'drop', plan);
  await hand(ana, 'paste', { ...photo, name: 'copied.png' });
  await expect(tray(ana.page).getByRole('listitem')).toHaveCount(3);
  await ana.page.getByRole('textbox', { name: 'What garden.png shows' }).fill('Roses');
  await expect(tray(ana.page).getByText(/uploaded$/)).toHaveCount(3);
  await clean(ana, 'files');
  await ana.composer.fill('Look');
  await ana.composer.press('Enter');
  await expect(tray(ana.page)).toHaveCount(0);
  await ana.hears('Look');
  await leo.openChat(ana.displayName);
  await leo.hears('Look');
  await expect(leo.message('Look').getByRole('img', { name: 'Roses' })).toBeVisible();
  await expect(leo.message('Look')).toContainText('plan.txt');
});

test('an upload that is cut off ends after a reload, and the message with it is sent once', async ({
  browser,
}) => {
  test.slow();
  const { ana, leo } = await two(browser);
  let pieces = 0;
  let cut = true;
  await ana.page.route('**/api/v1/media/uploads/**', (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    pieces += 1;
    return cut && pieces > 1 ? route.abort('connectionfailed') : route.continue();
  });
  await pick(ana, film);
  await ana.composer.fill('The film');
  await ana.composer.press('Enter');
  await expect(ana.message('The film')).toHaveAttribute('data-state', 'queued');
  await expect(ana.page.getByText('It goes on by itself', { exact: false })).toBeVisible();
  await ana.picture('cut-off');
  // The person goes on, and is not held up.
  await ana.say('meanwhile');
  await leo.openChat(ana.displayName);
  await leo.hears('meanwhile');

  await ana.page.reload();
  await expect(ana.message('The film')).toHaveAttribute('data-state', 'queued');
  cut = false;
  await ana.page.evaluate(() => dispatchEvent(new Event('online')));
  await ana.hears('meanwhile', 'The film');
  await leo.hears('meanwhile', 'The film');
  await expect(leo.message('The film')).toContainText('walk.bin');
});

test('a film goes up over a slow line that is away in the middle, and is played by whom it is for', async ({
  browser,
}) => {
  test.slow();
  const { ana, leo } = await two(browser);
  const walk = await recorded(ana.page, 'walk.webm');
  const line = await Line.of(ana.page);
  await line.slow(walk.buffer.length / 20);
  await pick(ana, walk);
  await ana.composer.fill('The walk');
  await ana.composer.press('Enter');
  const progress = ana.page.getByRole('progressbar', { name: 'Progress of walk.webm' });
  await expect.poll(() => progress.evaluate(sentOf)).toBeGreaterThan(0);
  await clean(ana, 'slow');

  await line.away();
  await expect(ana.message('The walk')).toHaveAttribute('data-state', 'queued');
  await expect(ana.page.getByText('It goes on by itself', { exact: false })).toBeVisible();
  await clean(ana, 'away');
  await line.heal();
  await ana.hears('The walk');
  await leo.openChat(ana.displayName);
  await leo.hears('The walk');
  const message = leo.message('The walk');
  await message.getByRole('button', { name: 'Play', exact: false }).click();
  const playing = message.locator('video');
  await expect
    .poll(() => playing.evaluate((video: HTMLVideoElement) => video.currentTime))
    .toBeGreaterThan(0.5);
  await clean(leo, 'playing');
});

const sentOf = (bar: Element) => (bar as HTMLProgressElement).value;

test('the files of a draft are there after a reload and in another chat', async ({ browser }) => {
  const { ana, leo } = await two(browser);
  await pick(ana, photo);
  await ana.page.getByRole('textbox', { name: 'What garden.png shows' }).fill('Roses');
  await ana.page.getByRole('link', { name: 'Chats', exact: true }).click();
  await ana.page.reload();
  await ana.openChat(leo.displayName);
  await expect(ana.page.getByRole('textbox', { name: 'What garden.png shows' })).toHaveValue(
    'Roses',
  );
  await expect(tray(ana.page).getByText(/uploaded$/)).toBeVisible();
  await ana.composer.press('Enter');
  await expect(tray(ana.page)).toHaveCount(0);
});

test('an upload is paused, gone on with and taken back by the keyboard alone', async ({
  browser,
}) => {
  const { ana } = await two(browser);
  let held = true;
  await ana.page.route('**/api/v1/media/uploads/**', (route) =>
    held && route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  const chooser = ana.page.waitForEvent('filechooser');
  await ana.composer.press('Control+,');
  await (await chooser).setFiles([film]);
  await ana.page.getByRole('button', { name: 'Pause walk.bin' }).press('Enter');
  await expect(tray(ana.page).getByText(/paused$/)).toBeVisible();
  held = false;
  await ana.page.getByRole('button', { name: 'Go on with walk.bin' }).press('Enter');
  await expect(tray(ana.page).getByText(/uploaded$/)).toBeVisible();
  await ana.page.getByRole('button', { name: 'Take walk.bin out' }).press('Enter');
  await expect(tray(ana.page)).toHaveCount(0);
  await expect(ana.composer).toBeFocused();
});

test('a voice note is recorded, listened to and sent', async ({ browser }) => {
  test.slow();
  const { ana, leo } = await two(browser, ['microphone']);
  await ana.composer.press('Control+.');
  const panel = ana.page.getByRole('group', { name: 'Voice note' });
  await expect(panel.getByRole('timer')).toHaveText('0:02');
  await panel.getByRole('button', { name: 'Pause the recording' }).click();
  await clean(ana, 'recording');
  await panel.getByRole('button', { name: 'Go on recording' }).click();
  await panel.getByRole('button', { name: 'Stop and keep it' }).click();
  await expect(tray(ana.page).locator('audio')).toBeVisible();
  await expect(tray(ana.page).getByText(/uploaded$/)).toBeVisible();
  await ana.picture('voice-note');
  await ana.composer.press('Enter');
  await expect(ana.page.locator('[data-message][data-state=sent]')).toHaveCount(1);
  await leo.openChat(ana.displayName);
  await expect(leo.page.getByRole('article')).toHaveCount(1);

  await ana.page.getByRole('button', { name: 'Record a voice note' }).click();
  await panel.getByRole('button', { name: 'Discard the recording' }).click();
  await expect(panel).toHaveCount(0);
  await expect(tray(ana.page)).toHaveCount(0);
});

test('a microphone that is not allowed is told of', async ({ browser }) => {
  const { ana } = await two(browser);
  await ana.page.getByRole('button', { name: 'Record a voice note' }).click();
  await expect(ana.page.getByRole('alert')).toContainText('The microphone is not allowed here');
  await clean(ana, 'no-microphone');
});
