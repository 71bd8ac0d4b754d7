/** @file A fake arrangement of the map: a rough one at once, a better one after some steps, both by the rows' kinds. */
import type { ItemRow } from '../../../../main/contract/model';
import type { MapState as MapPoints } from '../../../../main/contract/areas/map';
import { embeddingOf, kindOf } from './guesses';

const STEPS = 40;

function place(item: ItemRow, spread: number): [number, number] {
  if (item.state !== 'ready') return [NaN, NaN];
  const mine = embeddingOf(item);
  const kind = embeddingOf({ ...item, path: `${kindOf(item.path)}/0` });
  const at = (axis: 0 | 1) =>
    (kind[axis] ?? 0) * 10 + ((mine[axis + 2] ?? 0) - (kind[axis + 2] ?? 0)) * spread;
  return [at(0), at(1)];
}

function arrange(items: readonly ItemRow[], spread: number): Float32Array {
  return Float32Array.from(items.flatMap((item) => place(item, spread)));
}

/** @returns stops it */
export function fakeMap(
  items: readonly ItemRow[],
  stepMs: number,
  tell: (points: MapPoints) => void,
): () => void {
  const count = items.length;
  const all = { count, mapped: count, added: 0 };
  const rough = arrange(items, 16);
  let done = 0;
  const progress = () => ({ done, total: STEPS, secondsLeft: ((STEPS - done) * stepMs) / 1000 });
  tell({ ...all, method: 'pca', points: rough, progress: progress() });
  const timer = setInterval(() => {
    done++;
    if (done < STEPS) return tell({ ...all, method: 'pca', points: rough, progress: progress() });
    clearInterval(timer);
    tell({ ...all, method: 'umap', points: arrange(items, 6), progress: null });
  }, stepMs);
  return () => {
    clearInterval(timer);
    if (done < STEPS) tell({ ...all, method: 'pca', points: rough, progress: null });
  };
}
