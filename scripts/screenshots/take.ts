/** @file How a picture of docs/images is taken: in both themes, complete, and without words of this computer. */
import path from 'node:path';
import sharp from 'sharp';
import { expect, type Studio } from '../../test/e2e/studio';
import { root } from '../setup/paths.mjs';

export const images = path.join(root, 'docs/images');

/** Words that tell where this computer keeps its temporary files are nobody's business. */
const hideHome = (home: string): string => `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) walker.currentNode.data = walker.currentNode.data.replaceAll(${JSON.stringify(home)}, '/home/user');
})()`;

/** NAME.webp and NAME-dark.webp, of what is shown now. Leaves the window light. */
export async function take(studio: Studio, name: string): Promise<void> {
  const { page, home } = studio;
  await page.mouse.move(0, 0);
  await page.evaluate(hideHome(home));
  for (const [colorScheme, file] of [
    ['dark', `${name}-dark.webp`],
    ['light', `${name}.webp`],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect
      .poll(() => page.evaluate('[...document.images].every((image) => image.complete)'))
      .toBe(true);
    const picture = sharp(await page.screenshot()).webp({ quality: 88, smartSubsample: true, effort: 6 });
    await picture.toFile(path.join(images, file));
  }
}
