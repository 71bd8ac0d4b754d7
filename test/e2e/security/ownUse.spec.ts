/** @file The app keeps to its own rules: a person's work violates no policy (docs/security.md, point 3). */
import { LabelPage } from '../pages/labelPage';
import { expect, test } from '../studio';
import { refused, watch } from './inPage/watch';

// An app of its own: pages that others tried to lead elsewhere may still be waited for.
test('nothing of the app itself is refused while a person works', async ({ studio: { page } }) => {
  await page.evaluate(watch);
  await page.getByRole('button', { name: /try the sample/i }).click();
  const label = new LabelPage(page);
  await label.settled();
  await page.getByRole('option').first().click();
  await label.newClass('Fish');
  await expect(label.labelled('Fish')).toHaveCount(1);
  await page.getByRole('option').nth(1).click({ button: 'right' });
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+4');
  await page.keyboard.press('Control+1');
  expect(await page.evaluate(refused)).toEqual([]);
});
