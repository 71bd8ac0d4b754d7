/** @file The heart of the app in one go: a folder, labels, guesses, undo, and all of it still there afterwards. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { LabelPage } from './pages/labelPage';
import { samplePhotos } from './photos';
import { expect, Studio, test } from './studio';

/** Two classes of real photos in one flat folder: four fish, four windmills. */
async function folderOfPhotos(home: string): Promise<string> {
  const folder = path.join(home, 'Pond');
  await fs.mkdir(folder);
  for (const name of ['fish', 'windmill']) {
    for (const [i, file] of (await samplePhotos(name, 4)).entries()) {
      await fs.copyFile(file, path.join(folder, `${name}-${i + 1}.webp`));
    }
  }
  return folder;
}

async function labelTwoClasses(page: LabelPage): Promise<void> {
  await page.select('fish-1.webp', 'fish-2.webp');
  await page.newClass('Fish');
  await page.select('windmill-1.webp', 'windmill-2.webp');
  await page.newClass('Windmill');
}

test('a folder is labelled, guessed, undone, closed and still there', async ({ home, studio }) => {
  await studio.answerDialog(await folderOfPhotos(home));
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
