/** @file For every person and every screen: no serious finding of axe in any view and theme, and room for everything at the smallest size. */
import path from 'node:path';
import { expectAccessible as isAccessible } from './accessible';
import { ExportPage } from './pages/exportPage';
import { photosOf } from './photos';
import { oneApp } from './oneApp';
import { expect, test } from './studio';

const app = oneApp();
const LONG = 'with a name as long as those of species are';

const expectAccessible = (view: string): Promise<void> => isAccessible(app.studio.page, view);

/** Elements that reach out of the window, and words of buttons that are cut off. */
const CRAMPED = `[...document.querySelectorAll('body *')].flatMap((element) => {
  const { left, right, width } = element.getBoundingClientRect();
  if (width === 0 || element.closest('.unseen')) return [];
  const outside = left < -0.5 || right > innerWidth + 0.5;
  const cut = element.matches('button:not(:has(.ellipsis))') && element.scrollWidth > element.clientWidth + 1;
  return outside || cut ? [element.outerHTML.slice(0, 120)] : [];
})`;

/** What is to be seen of an element: what scrolls away below others does not lie upon them. */
const SEEN = `(element) => {
  let { left, right, top, bottom } = element.getBoundingClientRect();
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (getComputedStyle(around).overflowY === 'visible') continue;
    const frame = around.getBoundingClientRect();
    [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
    [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
  }
  return { left, right, top, bottom };
}`;

/** Pairs of controls that lie upon each other. */
const OVERLAPPING = `[...document.querySelectorAll('button, input, [role=listbox], aside, header, footer')]
  .map((element) => ({ element, box: (${SEEN})(element) }))
  .filter(({ element, box }) => box.right > box.left && getComputedStyle(element).opacity !== '0')
  .flatMap(({ element, box }, i, all) => all.slice(i + 1).flatMap((other) => {
    if (element.contains(other.element) || other.element.contains(element)) return [];
    const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
    const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
    return wide > 1 && high > 1 ? [element.outerHTML.slice(0, 80) + ' / ' + other.element.outerHTML.slice(0, 80)] : [];
  }))`;

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

async function expectRoom(): Promise<void> {
  const { page, resize } = { page: app.studio.page, resize: app.studio.resize.bind(app.studio) };
  await resize(1024, 640);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1024);
  expect(await page.evaluate(CRAMPED)).toEqual([]);
  expect(await page.evaluate(OVERLAPPING)).toEqual([]);
  await resize(1280, 800);
}

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

test('Export, before and after', async () => {
  const { home, label, studio } = app;
  await label.settled();
  const page = new ExportPage(studio.page);
  await page.open();
  await expectAccessible('Export');
  await studio.answerDialog(home);
  await page.run();
  await page.passed(path.join(home, 'Pond model'));
  await expectAccessible('Export, done');
  await expectRoom();
});
