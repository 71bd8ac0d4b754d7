/** @file For every person and every screen: no serious finding of axe in any view and theme, and room for everything at the smallest size. */
import { expectAccessible as isAccessible } from './accessible';
import { ExportPage } from './pages/exportPage';
import { photosOf } from './photos';
import { oneApp } from './oneApp';
import { expectRoomIn } from './room';
import { expect, test } from './studio';

const app = oneApp();
const LONG = 'with a name as long as those of species are';

const expectAccessible = (view: string): Promise<void> => isAccessible(app.studio.page, view);
const expectRoom = (): Promise<void> => expectRoomIn(app.studio);

/** What one can press or write in within a dialog and a message lies upon. */
const COVERED = `(() => {
  const toast = document.querySelector('.toast').getBoundingClientRect();
  return [...document.querySelectorAll('[role=dialog] :is(button, input, select)')].flatMap((element) => {
    const box = element.getBoundingClientRect();
    const wide = Math.min(box.right, toast.right) - Math.max(box.left, toast.left);
    const high = Math.min(box.bottom, toast.bottom) - Math.max(box.top, toast.top);
    return wide > 0 && high > 0 ? [element.outerHTML.slice(0, 100)] : [];
  });
})()`;
const DIALOGS = [
  ['Control+b', 'Group images'],
  ['Control+d', 'Images that show the same'],
  ['?', 'Keyboard shortcuts'],
  ['Control+Shift+f', 'What the model sees'],
] as const;

test('Welcome', async () => {
  await expectAccessible('Welcome');
  await expectRoom();
});

test('Label, empty and with everything there is to see', async () => {
  const { label, studio } = app;
  await app.open(await photosOf(app.home, { fish: 3, windmill: 3, arch: 3, bird: 3 }));
  await expectAccessible('Label, nothing labelled');
  for (const name of ['Fish', 'Windmill', 'Arch']) {
    await label.select(`${name.toLowerCase()}-1.webp`, `${name.toLowerCase()}-2.webp`);
    await label.newClass(`${name} ${LONG}`);
  }
  await label.select('bird-3.webp');
  await studio.page.keyboard.press('x');
  await studio.page.getByRole('button', { name: '+ ImageNet’s' }).click();
  await expect(label.cell('bird-1.webp')).toHaveAccessibleName(/ImageNet\)/);
  await label.select('bird-1.webp');
  await expect(studio.page.getByRole('heading', { name: 'ImageNet’s guesses' })).toBeVisible();
  await expectAccessible('Label');
  await expectRoom();
});

test('the menus and the sheet of keys', async () => {
  const { classes, studio } = app;
  await classes.row(`Fish ${LONG}`).click({ button: 'right' });
  await expect(studio.page.getByRole('menu')).toBeVisible();
  await expectAccessible('menu of a class');
  await studio.page.keyboard.press('Escape');
  await studio.page.keyboard.press('?');
  await expect(studio.page.getByRole('dialog')).toBeVisible();
  await expectAccessible('keys');
  await expectRoom();
  await studio.page.keyboard.press('Escape');
});

test('filters, finding a class, and certain guesses', async () => {
  const { label, studio } = app;
  const { page } = studio;
  await label.cell('fish-1.webp').click();
  await page.keyboard.press('Shift+F');
  await page.getByRole('menuitem', { name: 'Class' }).press('ArrowRight');
  await page.getByRole('menuitemcheckbox', { name: /Fish/ }).press('Enter');
  await expectAccessible('menu of filters');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('fish');
  await expectAccessible('editor of a filter');
  await page.keyboard.press('Enter');
  await expectAccessible('chips');
  await expectRoom();
  await page.keyboard.press('/');
  await page.keyboard.type('a');
  await expectAccessible('finding a class');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Enter');
  await expect(page.getByRole('region', { name: /certain guesses/ })).toBeVisible();
  await expectAccessible('certain guesses');
  await expectRoom();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.keyboard.press('z');
  await expect(page.getByRole('region', { name: 'Preview' })).toBeVisible();
  await expectAccessible('preview');
  await page.keyboard.press('z');
});

test('a message beside a dialog hides none of its buttons, and goes without it', async () => {
  const { studio } = app;
  const { page } = studio;
  await studio.resize(1024, 640);
  await studio.app.evaluate(({ BrowserWindow }) => {
    const notice = {
      kind: 'error',
      title: 'The disk is full',
      text: 'Labels are kept in memory. Make room.',
    };
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send('app:notice', notice);
  });
  const message = page.getByRole('alert').filter({ hasText: 'The disk is full' });
  await expect(message).toBeVisible();
  for (const [key, name] of DIALOGS) {
    await page.keyboard.press(key);
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog).toBeVisible();
    await expect.poll(() => page.evaluate(COVERED), { message: name }).toEqual([]);
    if (key === DIALOGS.at(-1)?.[0]) break;
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  await message.getByRole('button', { name: 'Dismiss' }).click();
  await expect(message).toBeHidden();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await studio.resize(1280, 800);
});

test('Map', async () => {
  const { label, studio } = app;
  await label.settled();
  await studio.page.keyboard.press('Control+2');
  const legend = studio.page.getByRole('region', { name: 'Legend' });
  await legend.getByRole('button', { name: 'Legend' }).click();
  await expect(legend.getByRole('button', { name: /^Fish/ })).toBeVisible();
  await expectAccessible('Map');
  await expectRoom();
  await studio.page.keyboard.press('Control+1');
});

test('Export', async () => {
  const { label, studio } = app;
  await label.settled();
  await new ExportPage(studio.page).open();
  await expectAccessible('Export');
  await expectRoom();
});
