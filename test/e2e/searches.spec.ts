/**
 * @file What the engine finds for the window, over the bridge as the window asks for it: in the real engine process, whose map
 * has a thread of its own.
 */
import type { MapState } from '../../main/contract/areas/map';
import type { StudioBridge } from '../../main/contract/calls';
import { LabelPage } from './pages/labelPage';
import { sampleClasses } from './sample';
import { expect, test } from './studio';

declare const studio: StudioBridge;

/** Runs in the page. @returns how the map came about, and how many have a place on it at last */
async function mapOf(seed: number): Promise<{ methods: MapState['method'][]; placed: number; sum: number }> {
  const methods: MapState['method'][] = [];
  const last = new Promise<MapState>((resolve) => {
    studio.on('map:changed', (state) => {
      if (methods.at(-1) !== state.method) methods.push(state.method);
      if (state.progress === null) resolve(state);
    });
  });
  await studio.call('map:start', { seed });
  const known = Array.from((await last).points).filter((value) => !Number.isNaN(value));
  return { methods, placed: known.length / 2, sum: known.reduce((sum, value) => sum + Math.abs(value), 0) };
}

test('the engine finds similar, doubtful and wrongly labelled photos, and draws the map', async ({
  studio: app,
}) => {
  const page = new LabelPage(app.page);
  await app.page.getByRole('button', { name: 'Try the sample' }).click();
  await expect(page.grid).toBeVisible();
  await page.settled();
  const photos = await sampleClasses(app.home);
  const [birds, fish] = [photos.get('bird')!, photos.get('fish')!];
  // One bird goes among the fish.
  await page.select(...birds.slice(0, 4));
  await page.newClass('Bird');
  await page.select(...fish.slice(0, 4), birds[4]!);
  await page.newClass('Fish');
  await expect(page.classes.getByRole('button', { name: 'Fish, ' })).toHaveAccessibleName(/, 5 labelled/);
  const found = await app.page.evaluate(async (file) => {
    const { project } = await studio.call('app:state');
    const bird = project!.items.find(({ path }) => path === file)!;
    const similar = await studio.call('search:similar', [bird.id]);
    const doubtful = await studio.call('search:doubtful', 10);
    const wrong = await studio.call('search:mislabelled');
    const labelled = new Set(Object.keys(project!.document.labels));
    return {
      items: project!.items.length,
      similar: [similar.rows.length, similar.rows[0] === bird.index],
      doubtful: Array.from(doubtful, (row) => labelled.has(project!.items[row]!.id)),
      wrong: wrong.map(({ row }) => project!.items[row]!.path),
    };
  }, birds[0]!);
  expect(found.similar).toEqual([found.items, true]);
  expect(found.doubtful).toEqual(Array(10).fill(false));
  expect(found.wrong[0]).toBe(birds[4]!);
  const [map, again] = [await app.page.evaluate(mapOf, 7), await app.page.evaluate(mapOf, 7)];
  expect(map).toMatchObject({ methods: ['pca', 'umap'], placed: found.items });
  expect(again.sum).toBe(map.sum);
});
