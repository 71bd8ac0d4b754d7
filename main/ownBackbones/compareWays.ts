/** @file All ways of feeding a model, beside each other on some of the sample photos. Runs in main; knows no Electron. */
import type { Way, WayFigure } from '../contract/areas/ownBackbones';
import type { OwnRule } from '../engine/ownBackbones/running';
import type { TryLine } from './line';
import type { ReadPhoto } from './readPhotos';
import { batchOf, inBatches, testOn } from './tryModel';
import { waysFor } from './ways';

interface Comparison {
  line: TryLine;
  photos: readonly ReadPhoto[];
  type: OwnRule['input']['type'];
  tried: (way: Way) => OwnRule;
  /** Images; throws to stop. */
  progress: (done: number, total: number) => void;
}

export async function compareWays({ line, photos, type, tried, progress }: Comparison): Promise<WayFigure[]> {
  const ways = waysFor(type);
  const figures: WayFigure[] = [];
  let [done, batch] = [0, 1];
  const total = ways.length * photos.length;
  for (const [i, way] of ways.entries()) {
    progress(done, total);
    await line.call('load', tried(way));
    if (i === 0) batch = batchOf(await testOn(line, photos));
    await line.call('forget', { inputs: false });
    for (const some of inBatches(photos, batch)) {
      await line.call('run', { ids: some.map(({ id }) => id) });
      progress((done += some.length), total);
    }
    const asked = photos.map(({ id, class: name }) => ({ id, class: name }));
    const { figure } = await line.call('apart', { photos: asked });
    figures.push({
      ...way,
      right: figure?.right ?? null,
      photos: photos.length,
      margin: figure?.margin ?? null,
    });
  }
  return figures;
}
