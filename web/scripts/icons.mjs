// Makes the icons of the installed application, in public/icons, from the one drawing in public/favicon.svg. They are
// committed: run it after the drawing has changed. A browser does the drawing (Chromium, CHROMIUM names another one).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { root } from './current.mjs';

const drawing = readFileSync(join(root, 'public/favicon.svg'), 'utf8');
const [, ground] = /<rect [^>]*fill="(#[0-9a-f]{6})"/.exec(drawing) ?? [];
if (ground === undefined) throw new Error('The drawing has no ground');

/** What stands on the ground. */
const figure = drawing.replace(/<\/?svg[^>]*>/g, '').replace(/<rect [^>]*\/>/, '');
const svg = (content) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${content}</svg>`;
const scaled = (share) =>
  `<g transform="translate(16 16) scale(${share}) translate(-16 -16)">${figure}</g>`;
/** Systems cut what they are given to a shape of theirs: the ground goes to the edge, the figure stays within 80 %. */
const cut = svg(`<rect width="32" height="32" fill="${ground}"/>${scaled(0.82)}`);
/** Of this one only what covers is seen, in the colour of the system. */
const mark = svg(scaled(1.3).replace(/fill="#[0-9a-f]{6}"/g, 'fill="#ffffff"'));

const ICONS = [
  { name: 'icon-192', size: 192, image: drawing },
  { name: 'icon-512', size: 512, image: drawing },
  { name: 'maskable-512', size: 512, image: cut },
  { name: 'apple-touch-icon', size: 180, image: cut },
  { name: 'badge-96', size: 96, image: mark },
];

const named = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const browser = await chromium.launch({
  ...(existsSync(named) ? { executablePath: named } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
mkdirSync(join(root, 'public/icons'), { recursive: true });
for (const { name, size, image } of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${image}`,
  );
  const png = await page.screenshot({ omitBackground: true });
  writeFileSync(join(root, 'public/icons', `${name}.png`), png);
  console.log(`${name}.png: ${size} pixels, ${png.length} bytes`);
}
await browser.close();
