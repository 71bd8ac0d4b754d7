/** @file Boxes as items of their own: drawn, read, taught, guessed, deleted, and back again. */
import type { Command, ItemRow } from '../../main/contract/model';
import { allRows, apply, guessedClasses, undo } from './inPage/items';
import { LabelPage } from './pages/labelPage';
import { photosOf } from './photos';
import { expect, test, type Studio } from './studio';

const box = { x: 0.1, y: 0.1, width: 0.8, height: 0.8 };

const draw = (id: string, image: string, x = box.x): Command => ({
  ...{ name: 'setBox', id, image },
  box: { ...box, x },
});

const label = (className: string, ...ids: string[]): Command => ({
  ...{ name: 'label', class: className, how: 'hand' },
  items: ids.map((id) => `box:${id}`),
});

const newClass = (id: string, name: string, colour: number): Command => ({
  name: 'addClass',
  class: { id, name, colour, key: null, kind: 'class' },
});

/** Rows by their item's id, once the boxes' are as asked. */
async function rowsOnce(
  { page }: Studio,
  wanted: Record<string, ItemRow['state']>,
): Promise<Record<string, ItemRow>> {
  const rows = async () => Object.fromEntries((await page.evaluate(allRows)).map((row) => [row.id, row]));
  const states = async () => {
    const all = await rows();
    return Object.fromEntries(Object.keys(wanted).map((id) => [id, all[`box:${id}`]?.state]));
  };
  await expect.poll(states, { timeout: 60_000 }).toEqual(wanted);
  return rows();
}

test('boxes are read, teach, are guessed, and come back after they were deleted', async ({
  home,
  studio,
}) => {
  await studio.answerDialog(await photosOf(home, { fish: 4, windmill: 4 }));
  await studio.page.getByRole('button', { name: /open a folder/i }).click();
  await new LabelPage(studio.page).settled();
  const images = (await studio.page.evaluate(allRows)).map(({ id }) => id);
  const ids = images.map((_, at) => (at < 4 ? `fish-${at}` : `windmill-${at}`));
  const drawn = images.map((image, at) => draw(ids[at] ?? '', image));
  await studio.page.evaluate(apply, drawn);
  const ready = Object.fromEntries(ids.map((id) => [id, 'ready' as const]));
  const rows = await rowsOnce(studio, ready);
  const height = Math.round((rows[images[0] ?? '']?.height ?? 0) * 0.8);
  expect(rows['box:fish-0']).toMatchObject({ index: 8, image: 0, box, width: 256, height });

  await studio.page.evaluate(apply, [newClass('f', 'Fish', 0), newClass('w', 'Windmill', 1)]);
  await studio.page.evaluate(apply, [label('f', 'fish-0', 'fish-1'), label('w', 'windmill-4', 'windmill-5')]);
  await expect
    .poll(() => studio.page.evaluate(guessedClasses), { timeout: 30_000 })
    .toMatchObject({ 'box:fish-2': 'f', 'box:fish-3': 'f', 'box:windmill-6': 'w', 'box:windmill-7': 'w' });

  // Deleted, it is no item any more; undone, it is the same one, with its label.
  await studio.page.evaluate(apply, [{ ...draw('fish-0', images[0] ?? ''), box: null } as Command]);
  const without = await rowsOnce(studio, { ...ready, 'fish-0': 'removed' });
  expect(without['box:fish-0']?.index).toBe(8);
  await expect
    .poll(async () => Object.keys(await studio.page.evaluate(guessedClasses)))
    .not.toContain('box:fish-0');
  await studio.page.evaluate(undo);
  const back = await rowsOnce(studio, ready);
  expect(back['box:fish-0']).toMatchObject({ index: 8, token: rows['box:fish-0']?.token });
  await expect
    .poll(async () => Object.keys(await studio.page.evaluate(guessedClasses)), { timeout: 30_000 })
    .toContain('box:fish-0');

  // Moved, it is read anew.
  await studio.page.evaluate(apply, [draw('fish-3', images[3] ?? '', 0.2)]);
  const moved = await rowsOnce(studio, ready);
  expect(moved['box:fish-3']).toMatchObject({ index: 11, box: { ...box, x: 0.2 } });
});

test('each box has its own pictures', async ({ home, studio }) => {
  await studio.answerDialog(await photosOf(home, { fish: 1 }));
  await studio.page.getByRole('button', { name: /open a folder/i }).click();
  await new LabelPage(studio.page).settled();
  const [image] = await studio.page.evaluate(allRows);
  const tall: Command = {
    ...{ name: 'setBox', id: 'tall', image: image?.id ?? '' },
    box: { x: 0.5, y: 0, width: 0.1, height: 1 },
  };
  await studio.page.evaluate(apply, [tall]);
  const rows = await rowsOnce(studio, { tall: 'ready' });
  const token = rows['box:tall']?.token ?? '';
  for (const address of [`img://thumb/${token}?v=9`, `img://view/${token}?side=1600`]) {
    const size = await studio.page.evaluate(sizeOf, address);
    expect(size, address).toEqual([32, image?.height]);
  }
});

/** Runs in the page. */
const sizeOf = (src: string): Promise<number[]> =>
  new Promise((resolve) => {
    const { Image } = globalThis as unknown as { Image: new () => PagePicture };
    const picture = new Image();
    picture.onload = () => resolve([picture.naturalWidth, picture.naturalHeight]);
    picture.onerror = () => resolve([]);
    picture.src = src;
  });

interface PagePicture {
  src: string;
  naturalWidth: number;
  naturalHeight: number;
  onload: () => void;
  onerror: () => void;
}
