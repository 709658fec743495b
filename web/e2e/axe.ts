import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Person } from './people';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SIZES = [
  { width: 1280, height: 800 },
  { width: 360, height: 720 },
];

/** Waits until what changes colour with the theme has done so. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    await Promise.all(
      document.getAnimations().map((animation) => animation.finished.catch(() => null)),
    );
  });
}

/**
 * In one go and within the page, which has no frames: else axe sums up in a second page, opened each time. Of what it
 * found in order it says no more than that.
 */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(TAGS);
}

/** Nothing for axe to find, wide and narrow, light and dark. */
export async function clean(person: Person, name: string): Promise<void> {
  for (const viewport of SIZES) {
    await person.page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await person.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await settled(person.page);
      const { violations } = await axe(person.page).analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
      );
      const where = `${name}-${colorScheme}-${String(viewport.width)}`;
      expect(found, where).toEqual([]);
      await person.picture(where);
    }
  }
  await person.page.setViewportSize({ width: 1280, height: 800 });
}
