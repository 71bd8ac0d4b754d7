/**
 * @file Runs in the window: what the engine finds, over the bridge as the window asks for it. In the real engine process, whose
 * map has a thread of its own. Each function stands alone.
 */
import type { MapState } from '../../../main/contract/areas/map';
import type { StudioBridge } from '../../../main/contract/calls';

declare const studio: StudioBridge;

interface Finds {
  items: number;
  /** How many are similar to the photo that is asked about, and whether it is the first of them. */
  similar: [number, boolean];
  /** Of the ten most doubtful: whether they are labelled. */
  doubtful: boolean[];
  /** Files that seem to be labelled wrongly. */
  wrong: string[];
}

/** @param file whose similar photos are asked for */
export async function allFinds(file: string): Promise<Finds> {
  const { project } = await studio.call('app:state');
  const asked = project!.items.find(({ path }) => path === file)!;
  const similar = await studio.call('search:similar', [asked.id]);
  const doubtful = await studio.call('search:doubtful', 10);
  const wrong = await studio.call('search:mislabelled');
  const labelled = new Set(Object.keys(project!.document.labels));
  return {
    items: project!.items.length,
    similar: [similar.rows.length, similar.rows[0] === asked.index],
    doubtful: Array.from(doubtful, (row) => labelled.has(project!.items[row]!.id)),
    wrong: wrong.map(({ row }) => project!.items[row]!.path),
  };
}

/** @returns how the map came about, and how many have a place on it at last */
export async function mapOf(
  seed: number,
): Promise<{ methods: MapState['method'][]; placed: number; sum: number }> {
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
