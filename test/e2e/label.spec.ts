/** @file The heart of the app in one go: a folder, labels, guesses, undo, and all of it still there afterwards. */
import { LabelPage } from './pages/labelPage';
import { photosOf } from './photos';
import { expect, Studio, test } from './studio';

async function labelTwoClasses(page: LabelPage): Promise<void> {
  await page.select('fish-1.webp', 'fish-2.webp');
  await page.newClass('Fish');
  await page.select('windmill-1.webp', 'windmill-2.webp');
  await page.newClass('Windmill');
}

test('a folder is labelled, guessed, undone, closed and still there', async ({ home, studio }) => {
  await studio.answerDialog(await photosOf(home, { fish: 4, windmill: 4 }));
  await studio.page.getByRole('button', { name: /open a folder/i }).click();
  const page = new LabelPage(studio.page);
  await page.settled();
  await expect(studio.page.getByRole('option')).toHaveCount(8);

  await labelTwoClasses(page);
  await expect(page.labelled('Fish')).toHaveCount(2);
  await expect(page.guessed('Fish')).toHaveCount(2);
  await expect(page.guessed('Windmill')).toHaveCount(2);
  await expect(page.cell('fish-3.webp')).toHaveAccessibleName(/guess Fish/);
  await expect(page.cell('windmill-3.webp')).toHaveAccessibleName(/guess Windmill/);

  await page.select('fish-3.webp');
  await studio.page.keyboard.press('2');
  await expect(page.labelled('Windmill')).toHaveCount(3);
  await studio.page.keyboard.press('Control+z');
  await expect(page.labelled('Windmill')).toHaveCount(2);
  await page.settled();
  await studio.close();

  const again = await Studio.start(home);
  await again.page.getByRole('button', { name: /^(Open )?Pond/ }).click();
  const reopened = new LabelPage(again.page);
  await reopened.settled();
  await expect(reopened.labelled('Fish')).toHaveCount(2);
  await expect(reopened.labelled('Windmill')).toHaveCount(2);
  await expect(reopened.cell('fish-3.webp')).toHaveAccessibleName(/guess Fish/);
  await again.close();
});
