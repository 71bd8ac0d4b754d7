/** @file The blind check: drawn at random, labelled with every guess hidden, left and taken up again, then read. */
import { expectAccessible } from './accessible';
import { oneApp } from './oneApp';
import { photosOf } from './photos';
import { expect, test } from './studio';

const KINDS = ['fish', 'bird', 'castle', 'windmill'] as const;
const NAMES = ['Fish', 'Bird', 'Castle', 'Windmill'] as const;

const app = oneApp(async (one) => {
  await one.open(await photosOf(one.home, { fish: 10, bird: 8, castle: 6, windmill: 7 }));
  for (const [i, kind] of KINDS.entries()) {
    await one.label.select(`${kind}-1.webp`, `${kind}-2.webp`);
    await one.label.newClass(NAMES[i] ?? '');
    await expect(one.label.labelled(NAMES[i] ?? '')).toHaveCount(2);
  }
});

const page = () => app.studio.page;
const view = (name: string) =>
  page().getByRole('navigation').getByRole('button', { name, exact: true }).click();
const aside = () => page().getByRole('complementary', { name: 'Blind check' });
const picture = () => page().getByRole('img', { name: /^Image of the check/ });

/** Labels what is shown by its file's name, as a person would by what they see. */
async function labelShown(): Promise<void> {
  const name = (await picture().getAttribute('alt')) ?? '';
  const kind = KINDS.findIndex((one) => name.includes(`: ${one}-`));
  await page().keyboard.press(String(kind + 1));
  await expect(picture()).not.toHaveAttribute('alt', name);
}

const alt = async (): Promise<string> => (await picture().getAttribute('alt')) ?? '';

test('says what it is and how sure the answer would be, and draws', async () => {
  await expect(app.label.guessed('Fish').first()).toBeVisible();
  await view('Check');
  await expect(page().getByRole('main')).toContainText('without seeing the guess');
  await expect(page().getByRole('main')).toContainText('Drawn from the 23 images without a label.');
  await expectAccessible(page(), 'check, before');
  await page().getByRole('radio', { name: /^23/ }).check();
  await page().getByRole('button', { name: 'Draw 23 and begin' }).click();
  await expect(aside()).toContainText('0 of 23 checked');
  await expect(picture()).toBeVisible();
  await expectAccessible(page(), 'check, image by image');
});

test('no guess of it can be seen, heard or accepted anywhere', async () => {
  await page().keyboard.press('Escape');
  await view('Label');
  await expect(page().getByRole('option', { name: /guess hidden/ })).toHaveCount(23);
  await expect(page().getByRole('option', { name: /, guess (Fish|Bird|Castle|Windmill)/ })).toHaveCount(0);
  await app.label.select('fish-5.webp');
  const details = page().getByRole('complementary', { name: 'Selected image' });
  await expect(details).toContainText('belongs to the blind check');
  await expect(details.getByRole('button', { name: /^Accept/ })).toHaveCount(0);
  await expect(details.getByRole('heading', { name: 'Guesses' })).toHaveCount(0);
  await page().keyboard.press('s');
  await expect(page().getByText('Images of the blind check are compared with nothing')).toBeVisible();
  await expect(page().getByRole('option')).toHaveCount(31);
  await page().keyboard.press('Control+a');
  await page().keyboard.press('Enter');
  await expect(page().getByText('No guess to accept here yet')).toBeVisible();
  await expect(app.label.labelled('Fish')).toHaveCount(2);
  await expect(app.label.status).toContainText('31 selected');
  await view('Check');
  await expect(app.label.status).not.toContainText('selected');
  await view('Label');
  await expect(app.label.status).toContainText('31 selected');
  await page().keyboard.press('Escape');
});

test('images are labelled one by one with the class keys, back and forward, or left out', async () => {
  await view('Check');
  await page().getByRole('button', { name: 'Go on' }).click();
  const first = await alt();
  await labelShown();
  await expect(aside()).toContainText('1 of 23 checked');
  await page().keyboard.press('ArrowLeft');
  await expect(picture()).toHaveAttribute('alt', first);
  await expect(aside()).toContainText('You said:');
  await page().keyboard.press('Delete');
  await expect(aside()).toContainText('0 of 23 checked');
  await labelShown();
  const second = await alt();
  await page().keyboard.press('x');
  await expect(aside()).toContainText('2 of 23 checked');
  await expect(picture()).not.toHaveAttribute('alt', second);
  await expect(page().getByRole('button', { name: /^Undo: Exclude 1 image/ })).toBeVisible();
});

test('it is left, the window is loaded anew, and it goes on where it was', async () => {
  await page().keyboard.press('Escape');
  await expect(page().getByRole('main')).toContainText('1 could not be told, and are left out');
  await expect(page().getByRole('main')).toContainText('Not measured yet');
  await app.label.status.getByText('Saved').waitFor();
  await page().reload();
  await view('Check');
  await page().getByRole('button', { name: 'Go on' }).click();
  await expect(aside()).toContainText('2 of 23 checked');
});

test('at the end there is the accuracy with its interval, by class, and what was confused', async () => {
  const main = page().getByRole('main');
  for (let left = 21; left > 1; left--) await labelShown();
  const last = await alt();
  const wrong = last.includes('fish') ? '2' : '1';
  await page().keyboard.press(wrong);
  const result = page().getByRole('region', { name: 'Accuracy on this folder' });
  await expect(result).toContainText(/95\s% interval: \d+ to \d+\s%/);
  await expect(result).toContainText(/\d+ of 22 guesses were right/);
  await expect(main).toContainText('All 23 checked');
  for (const name of NAMES)
    await expect(result.getByRole('row', { name: new RegExp(`\\b${name} \\d+ of`) })).toBeVisible();
  await expectAccessible(page(), 'check, result');
  const confusion = result.getByRole('button', { name: /show in the grid$/ }).first();
  const images = Number(/^\d+/.exec((await confusion.getAttribute('aria-label')) ?? '')?.[0]);
  await confusion.click();
  await expect(page().getByRole('option')).toHaveCount(images);
});

test('its images teach only when they are given to learning, and then measure nothing', async () => {
  const classes = app.classes;
  await view('Check');
  await page().getByRole('button', { name: 'Use them for learning' }).click();
  const question = page().getByRole('alertdialog', { name: 'Use the checked images for learning?' });
  await expect(question).toContainText('22 labels will teach, and the accuracy is no longer measured');
  await question.getByRole('button', { name: 'Use them for learning' }).click();
  await expect(page().getByRole('region', { name: 'Accuracy on this folder' })).toHaveCount(0);
  await view('Label');
  await expect(classes.row('Fish')).toBeVisible();
  await expect(page().getByRole('button', { name: 'Undo: Use 23 images for learning' })).toBeVisible();
});
