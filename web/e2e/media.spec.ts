import { expect, type Browser, type Page } from '@playwright/test';
import { clean } from './axe';
import { MediaSender, png, wav, type Attached } from './media';
import { arrive, test, unique, type Person } from './people';

/** Sizes of photos as people send them: wide, tall, square, small, a panorama. */
const SIZES = [
  [1600, 1200],
  [900, 1600],
  [1000, 1000],
  [160, 120],
  [2400, 400],
] as const;

/** While one is looked into the next are on their way. */
const UPLOADS_AT_A_TIME = 4;

interface Scene {
  readonly ana: Person;
  readonly leo: Person;
  readonly sender: MediaSender;
  readonly chatId: string;
}

/** Ana and Leo in one group; Ana sends, Leo has not opened it yet. */
async function scene(browser: Browser): Promise<Scene> {
  const ana = await arrive(browser, 'Ana');
  const leo = await arrive(browser, 'Leo');
  await ana.join();
  await leo.join();
  await ana.newChat('Group', unique('Garden'), [leo]);
  const chatId = /chats\/([0-9a-f-]{36})/.exec(ana.page.url())?.[1] ?? '';
  return { ana, leo, sender: await MediaSender.of(ana), chatId };
}

async function photo(sender: MediaSender, index: number, alt?: string): Promise<Attached> {
  const [width, height] = SIZES[index % SIZES.length] ?? SIZES[0];
  const colour = [(index * 53) % 256, (index * 97) % 256, 120];
  const mediaId = await sender.upload(`photo-${String(index)}.png`, png(width, height, colour));
  return alt === undefined ? { mediaId } : { mediaId, alt };
}

/** Photos in messages of one, and an album of ten. */
async function sendPhotos({ sender, chatId }: Scene, count: number): Promise<void> {
  const photos: Attached[] = [];
  for (let first = 0; first < count; first += UPLOADS_AT_A_TIME) {
    const some = Array.from({ length: Math.min(UPLOADS_AT_A_TIME, count - first) }, (_, index) =>
      photo(sender, first + index),
    );
    photos.push(...(await Promise.all(some)));
  }
  await sender.post(chatId, 'An album', photos.slice(0, 10));
  for (let index = 10; index < count; index += 1) {
    const text = index % 3 === 0 ? `Photo ${String(index)}` : '';
    await sender.post(chatId, text, photos.slice(index, index + 1));
  }
}

/** Takes note, from the beginning of each page, of whatever moves without somebody having asked for it. */
async function watchMoves(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const moves: { at: number; value: number; what: string }[] = [];
    let painted = Infinity;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as LayoutShift[]) {
        const what = entry.sources.map(({ node }) => node?.nodeName ?? '?').join();
        if (!entry.hadRecentInput) moves.push({ at: entry.startTime, value: entry.value, what });
      }
    }).observe({ type: 'layout-shift', buffered: true });
    const watch = new MutationObserver(() => {
      if (document.querySelector('[data-message]') === null) return;
      watch.disconnect();
      requestAnimationFrame(() =>
        requestAnimationFrame((now) => {
          painted = now;
        }),
      );
    });
    watch.observe(document, { childList: true, subtree: true });
    Object.assign(globalThis, { movesAfterPaint: () => moves.filter(({ at }) => at > painted) });
  });
}

interface LayoutShift {
  readonly startTime: number;
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** All pictures in sight are there. */
async function expectLoaded(page: Page, most = 60_000): Promise<void> {
  await expect
    .poll(
      () =>
        page.locator('[data-message] img').evaluateAll((images) =>
          images
            .filter((image) => {
              const { top, bottom } = image.getBoundingClientRect();
              return bottom > 0 && top < innerHeight;
            })
            .every((image) => image instanceof HTMLImageElement && image.naturalWidth > 0),
        ),
      { timeout: most },
    )
    .toBe(true);
  await expect(page.locator('[data-message] img').first()).toBeAttached();
}

const moves = (page: Page) =>
  page.evaluate(() =>
    (globalThis as unknown as { movesAfterPaint: () => unknown[] }).movesAfterPaint(),
  );

test('opening a chat with 50 photos moves nothing after the first paint', async ({ browser }) => {
  test.slow();
  const group = await scene(browser);
  const { leo, chatId } = group;
  await sendPhotos(group, 50);
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 360, height: 720 },
  ]) {
    await leo.page.setViewportSize(viewport);
    await watchMoves(leo.page);
    // Pictures are late: what is beside them has long been painted when they come.
    await leo.page.route('**/api/v1/media/*/content/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await leo.page.goto(`/chats/${chatId}`);
    await expect(leo.message('Photo 48')).toBeVisible();
    const place = await leo.message('Photo 48').boundingBox();
    await expectLoaded(leo.page);
    expect(await leo.message('Photo 48').boundingBox()).toEqual(place);
    expect(await moves(leo.page)).toEqual([]);
    await leo.picture(`photos-${String(viewport.width)}`);
    await leo.page.unrouteAll({ behavior: 'ignoreErrors' });
  }
});

test('photos one by one, by the keyboard', async ({ browser }) => {
  const { leo, sender, chatId } = await scene(browser);
  const first = await photo(sender, 0, 'Two chairs under a tree');
  const second = await photo(sender, 1, 'A door');
  await sender.post(chatId, 'The garden', [first]);
  await sender.post(chatId, 'The house', [second]);
  await leo.page.goto(`/chats/${chatId}`);
  const { page } = leo;
  await expect(page.getByAltText('A door')).toBeVisible();

  await leo.press('The house', 'o');
  const viewer = page.getByRole('dialog', { name: 'Photos and videos' });
  await expect(viewer.getByAltText('A door').last()).toBeVisible();
  await expect(viewer.getByRole('status')).toContainText('A door');
  await page.keyboard.press('ArrowLeft');
  await expect(viewer.getByRole('status')).toContainText('Two chairs under a tree');
  const picture = viewer.getByAltText('Two chairs under a tree').last();
  const whole = await picture.boundingBox();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect
    .poll(async () => (await picture.boundingBox())?.width ?? 0)
    .toBeGreaterThan((whole?.width ?? 0) * 2);
  await page.keyboard.press('ArrowRight');
  await expect(viewer.getByRole('status')).toContainText('Two chairs under a tree');
  await page.keyboard.press('0');
  await expect.poll(() => picture.boundingBox()).toEqual(whole);
  await page.keyboard.press('ArrowRight');
  await expect(viewer.getByRole('status')).toContainText('A door');
  // Tab stays in the viewer.
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Tab');
    const inside = await page.evaluate(
      () => document.activeElement === document.body || document.activeElement?.closest('dialog'),
    );
    expect(inside).toBeTruthy();
  }
  await clean(leo, 'viewer');
  await page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);
  await expect(leo.message('The house')).toBeFocused();
});

test('all there is to see, hear and save, and the gallery of it', async ({ browser }) => {
  test.slow();
  const { ana, leo, sender, chatId } = await scene(browser);
  const album = [await photo(sender, 0, 'A tree'), await photo(sender, 1), await photo(sender, 2)];
  await sender.post(chatId, 'An album', album);
  const voice = await sender.upload('voice-note-1.wav', wav(2));
  await sender.post(chatId, '', [{ mediaId: voice }]);
  const plan = await sender.upload('plan.txt', Buffer.from('Tomatoes here, beans there.'));
  const seq = await sender.post(chatId, 'The plan', [{ mediaId: plan }]);

  await leo.page.goto(`/chats/${chatId}`);
  const { page } = leo;
  await expect(page.getByRole('list', { name: 'Album with 3 photos' })).toBeVisible();
  await expectLoaded(page);
  const play = page.getByRole('button', { name: 'Play: Voice message' });
  await play.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Pause: Voice message' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('slider', { name: 'Position' })).toBeFocused();
  await page.keyboard.press('Home');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download plan.txt' }).click();
  expect((await download).suggestedFilename()).toBe('plan.txt');
  await clean(leo, 'media');

  await page.getByRole('button', { name: 'Details' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Photos and files' }).click();
  const gallery = page.getByRole('dialog', { name: 'Photos, audio and files' });
  await expect(
    gallery.getByRole('list', { name: 'Photos and videos' }).getByRole('listitem'),
  ).toHaveCount(3);
  await clean(leo, 'gallery');
  await gallery.getByRole('tab', { name: 'Audio' }).click();
  await expect(gallery.getByRole('button', { name: 'Play: Voice message' })).toBeVisible();
  await gallery.getByRole('tab', { name: 'Files' }).click();
  await clean(leo, 'gallery-files');
  await gallery.getByRole('button', { name: 'Show in the chat: plan.txt' }).click();
  await expect(gallery).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`/messages/${String(seq)}$`));

  // Who deletes a message takes its files away.
  await ana.page.goto(`/chats/${chatId}`);
  await ana.choose('The plan', 'Delete');
  await ana.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('button', { name: 'Download plan.txt' })).toHaveCount(0);
});
