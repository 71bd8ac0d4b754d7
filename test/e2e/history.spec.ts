/** @file Undo and redo go on where they were when the app is started again, bulk labels included. */
import { LabelPage } from './pages/labelPage';
import { photosOf } from './photos';
import { expect, Studio, test } from './studio';

test('what was done can be undone and redone after a restart', async ({ home }) => {
  const first = await Studio.start(home);
  let label = new LabelPage(first.page);
  await first.answerDialog(await photosOf(home, { fish: 4, windmill: 4 }));
  await first.page.keyboard.press('Control+o');
  await label.settled();
  await label.select('fish-1.webp');
  await label.newClass('Fish');
  await label.select('windmill-1.webp');
  await label.newClass('Windmill');
  await expect(label.guessed('Fish').first()).toBeVisible();
  await expect(label.cell('windmill-4.webp')).toHaveAccessibleName(/guess/);
  await label.grid.focus();
  await first.page.keyboard.press('Control+a');
  await first.page.keyboard.press('Enter');
  await expect(label.page.getByRole('option', { name: /labelled/ })).toHaveCount(8);
  const accepted = await label.names();
  await label.settled();
  await first.close();

  const second = await Studio.start(home);
  const { keyboard } = second.page;
  label = new LabelPage(second.page);
  await second.page.getByRole('button', { name: /^Pond/ }).click();
  await expect(label.page.getByRole('option', { name: /labelled/ })).toHaveCount(8);
  await label.grid.focus();
  await keyboard.press('Control+z');
  await expect(label.page.getByRole('option', { name: /labelled/ })).toHaveCount(2);
  await keyboard.press('Control+z');
  await expect(label.page.getByRole('option', { name: /labelled/ })).toHaveCount(1);
  await keyboard.press('Control+Shift+z');
  await keyboard.press('Control+Shift+z');
  await expect(label.page.getByRole('option', { name: /labelled/ })).toHaveCount(8);
  expect(await label.names()).toEqual(accepted);
  await label.settled();
  await second.close();
});
