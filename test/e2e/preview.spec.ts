/** @file One image large: looked at closely, labelled without leaving it, and its neighbours one key away. */
import sharp from 'sharp';
import fs from 'node:fs/promises';
import path from 'node:path';
import { naturalWidth } from './naturalWidth';
import { oneApp } from './oneApp';
import { photosOf } from './photos';
import { expect, test } from './studio';

const app = oneApp(async (one) => {
  const folder = await photosOf(one.home, { fish: 4, windmill: 4 });
  const photo = await fs.readFile(path.join(folder, 'fish-4.webp'));
  await sharp(photo).resize(3000, 2250).jpeg().toFile(path.join(folder, 'large.jpg'));
  await fs.writeFile(path.join(folder, 'broken.jpg'), photo.subarray(0, 60));
  await one.open(folder);
  const { label } = one;
  await label.select('fish-1.webp', 'fish-2.webp');
  await label.newClass('Fish');
  await label.select('windmill-1.webp', 'windmill-2.webp');
  await label.newClass('Windmill');
  await expect(label.cell('fish-3.webp')).toHaveAccessibleName(/guess Fish.*%/);
});

const press = (key: string) => app.studio.page.keyboard.press(key);
const preview = () => app.studio.page.getByRole('region', { name: 'Preview' });
const picture = (name: string) => preview().getByRole('img', { name });
/** Natural width of the pixels that are shown. */
const pixels = (name: string): Promise<number> => naturalWidth(picture(name).locator('img'));

test('Z shows the focused image large, Z and Escape lead back to it', async () => {
  const { label } = app;
  await label.select('fish-3.webp');
  await press('z');
  await expect(picture('fish-3.webp')).toBeVisible();
  await expect(preview()).toContainText('Fish');
  await press('z');
  await expect(preview()).toBeHidden();
  await press('ArrowRight');
  await expect(await label.focused()).toHaveAccessibleName(/^fish-4/);
  await press('z');
  await press('Escape');
  await expect(preview()).toBeHidden();
  await expect(await label.focused()).toHaveAccessibleName(/^fish-4/);
});

test('arrows lead to the next, and label keys work as in the grid', async () => {
  const { label } = app;
  await label.select('windmill-3.webp');
  await press('z');
  await press('ArrowLeft');
  await press('ArrowDown');
  await expect(picture('windmill-3.webp')).toBeVisible();
  await press('2');
  await expect(picture('windmill-4.webp')).toBeVisible();
  await press('Enter');
  await expect(picture('fish-3.webp')).toBeVisible();
  await press('z');
  await expect(label.labelled('Windmill')).toHaveCount(4);
  await press('Control+z');
  await press('Control+z');
  await expect(label.labelled('Windmill')).toHaveCount(2);
});

test('a large photo comes with as many pixels as the screen can show, by wheel and keys', async () => {
  const { label, studio } = app;
  await label.select('large.jpg');
  await press('z');
  await expect.poll(() => pixels('large.jpg')).toBe(1600);
  const fit = await picture('large.jpg').boundingBox();
  await expect(preview()).toContainText(`Fit · ${Math.round((fit?.width ?? 0) / 30)}`);
  await press('Space');
  await expect.poll(() => pixels('large.jpg')).toBe(3000);
  await expect(preview().getByText('100 %', { exact: true })).toBeVisible();
  await expect.poll(async () => (await picture('large.jpg').boundingBox())?.width).toBe(3000);
  const before = await picture('large.jpg').boundingBox();
  await press('Shift+ArrowRight');
  await expect
    .poll(async () => (await picture('large.jpg').boundingBox())?.x)
    .toBeLessThan((before?.x ?? 0) - 50);
  await press('Space');
  await expect.poll(() => picture('large.jpg').boundingBox()).toEqual(fit);
  await press('+');
  await expect
    .poll(async () => (await picture('large.jpg').boundingBox())?.width)
    .toBeCloseTo(1.5 * (fit?.width ?? 0), 0);
  await studio.page.mouse.move(400, 400);
  await studio.page.mouse.wheel(0, 2000);
  await expect.poll(() => picture('large.jpg').boundingBox()).toEqual(fit);
  await press('z');
});

test('what could not be read says why, and a neighbour is a click away', async () => {
  const { label, studio } = app;
  await label.select('broken.jpg');
  await press('z');
  await expect(preview()).toContainText(/\w+ \w+/);
  await expect(picture('broken.jpg')).toBeHidden();
  await press('z');
  await label.select('fish-3.webp');
  await press('z');
  const details = studio.page.getByRole('complementary', { name: 'Selected image' });
  await details.getByRole('button', { name: /^fish-1.webp, labelled Fish/ }).click();
  await expect(picture('fish-1.webp')).toBeVisible();
  await expect(details).toContainText(/Labelled .*20\d\d, \d+:\d\d/);
  await press('z');
});
