import { describe, expect, it } from 'vitest';
import type { MapState as MapPoints } from '../../../../main/contract/areas/map';
import { openFake, shelf } from '../fake/session';

/** Points on a line, 10 apart. */
function line(count: number, method: MapPoints['method'], step = 10): MapPoints {
  const points = Float32Array.from({ length: 2 * count }, (_, i) => (i % 2 === 0 ? (i / 2) * step : 0));
  return { method, count, points, mapped: count, added: 0, progress: null };
}

async function onMap(count = 6) {
  const fake = await openFake({ count, mapStep: 1 });
  fake.session.view.open('map');
  return { ...fake, ...fake.session };
}

describe('the arrangement', () => {
  it('is asked for once there is something to arrange, and shown as soon as it comes', async () => {
    const { main, map } = await onMap();
    map.want();
    map.want();
    await expect.poll(() => map.method, { timeout: 20_000 }).toBe('umap');
    expect(main.calls.filter(([channel]) => channel === 'map:start')).toHaveLength(1);
    expect(map.rows).toHaveLength(6);
  });

  it('waits until the gesture is over', async () => {
    const { map } = await onMap();
    map.take(line(6, 'pca'));
    const before = map.world;
    const end = map.gesture();
    map.take(line(6, 'umap', -7));
    expect(map.world).toBe(before);
    end();
    expect(map.world).not.toBe(before);
    expect(map.method).toBe('umap');
  });

  it('is not replaced by a rougher one', async () => {
    const { map } = await onMap();
    map.take(line(6, 'umap'));
    const before = map.world;
    map.take({ ...line(6, 'pca', -3), progress: { done: 1, total: 10, secondsLeft: 12 } });
    expect(map.world).toBe(before);
    expect(map.progress?.secondsLeft).toBe(12);
  });

  it('counts what came after it', async () => {
    const { map } = await onMap(8);
    map.take(line(5, 'umap'));
    expect(map.off).toEqual({ waiting: 0, fresh: 3, failed: 0 });
  });

  it('tells when it could not be made', async () => {
    const { main, map, notices } = await onMap();
    main.failMap = 'The engine is being started again.';
    await map.start();
    expect(map.failed).toBe(true);
    expect(notices.shown.at(-1)?.text).toBe('The engine is being started again.');
  });
});

describe('the selection on the map', () => {
  it('is the same as in the grid, and keys label it', async () => {
    const { addClasses, map, selection, labelling, project, view } = await onMap();
    const [id = ''] = await addClasses('Perch');
    map.take(line(6, 'umap'));
    map.select([1, 2], false);
    map.select([4], true);
    await labelling.labelWithKey('1');
    expect([0, 1, 2, 3, 4, 5].map((row) => project.classOf(row) === id)).toEqual([
      ...[false, true, true, false, true, false],
    ]);
    view.open('label');
    expect([1, 2, 4].every((row) => selection.has(row))).toBe(true);
  });

  it('reaches nothing that is not on the map', async () => {
    const { map, selection, view } = await onMap();
    map.take(line(3, 'umap'));
    selection.all(view.reach);
    expect(selection.count).toBe(3);
  });

  it('takes a colour of the legend', async () => {
    const { addClasses, label, map, selection } = await onMap();
    const [first = ''] = await addClasses('Perch', 'Roach');
    await label(first, 0, 5);
    map.take(line(6, 'umap'));
    map.selectEntry(0, false);
    expect([selection.has(0), selection.has(5)]).toEqual([true, true]);
  });

  it('goes by the arrows to the nearest image that way, and says which', async () => {
    const { map, notices, selection } = await onMap();
    map.take(line(6, 'umap'));
    selection.focusOn(2);
    map.carryOut({ name: 'mapStep', direction: 'right' });
    expect([selection.focus, selection.count]).toEqual([3, 0]);
    expect(notices.spoken).toContain('photo-3.jpg');
    map.carryOut({ name: 'mapExtend', direction: 'right' });
    expect([selection.focus, selection.has(4), selection.count]).toEqual([4, true, 1]);
    map.carryOut({ name: 'mapStep', direction: 'up' });
    expect(selection.focus).toBe(4);
  });
});

it('drops what the grid does not list when one goes back there', async () => {
  const { addClasses, label, map, selection, view } = await onMap();
  const [id = ''] = await addClasses('Perch');
  await label(id, 1);
  view.open('label');
  view.show({ status: 'unlabelled' });
  view.open('map');
  map.take(line(6, 'umap'));
  map.select([0, 1], false);
  view.open('label');
  expect([selection.has(0), selection.has(1)]).toEqual([true, false]);
});

it('keeps tool and colours with the project, and takes nothing else for them', async () => {
  const storage = shelf();
  const { map } = (await openFake({ storage })).session;
  expect([map.tool, map.colouring]).toEqual(['lasso', 'class']);
  map.tool = 'rectangle';
  map.colouring = 'folder';
  const again = (await openFake({ storage })).session;
  expect([again.map.tool, again.map.colouring]).toEqual(['rectangle', 'folder']);
  const strange = { map: { tool: 'axe', colouring: 7 } };
  storage.setItem(`imprint-studio.project.${again.project.document.id}`, JSON.stringify(strange));
  const third = (await openFake({ storage })).session;
  expect([third.map.tool, third.map.colouring]).toEqual(['lasso', 'class']);
});
