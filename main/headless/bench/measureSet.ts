/** @file The speed on one set of images, the app's and the peer's in turn, so that both meet the same machine. Runs in main. */
import type { CommandContext } from '../context';
import { median } from '../../engine/evaluation/statistics/median';
import { boundOf, type SetFigures } from './figures';
import { generate } from './generate';
import { PEER, type Peer } from './peer';
import type { ImageSet } from './sets';
import { decodeAlone, endToEnd, engineAlone } from './speed';

interface Parts {
  runs: number;
  peer: Peer | null;
  context: CommandContext;
}

export async function measureSet(set: ImageSet, folder: string, parts: Parts): Promise<SetFigures> {
  const { context, runs } = parts;
  const { name, images } = set;
  await generate(set, folder, (step) => context.console.show(`Making ${name}`, step));
  const { own, peers } = await alternate(name, folder, parts);
  const engine = await repeated(runs, () => engineAlone(images, context));
  const decoder = median(await decodeAlone(folder, runs, context));
  return {
    ...{ name, images, endToEnd: own, engineAlone: engine, decodeAlone: decoder },
    bound: boundOf(engine, decoder),
    peers: peers.map((imagesPerSecond) => ({ name: PEER, imagesPerSecond, ratio: own / imagesPerSecond })),
  };
}

/** Once unmeasured, to warm up, then in turn. */
async function alternate(
  name: string,
  folder: string,
  { runs, peer, context }: Parts,
): Promise<{ own: number; peers: number[] }> {
  const [own, theirs]: [number[], number[]] = [[], []];
  for (let run = 0; run <= runs; run++) {
    context.studio.reading(`${name}, ${run === 0 ? 'warming up' : `run ${run} of ${runs}`}`);
    const [app, other] = [await endToEnd(folder, context), await peer?.run(folder)];
    if (run === 0) continue;
    own.push(app);
    if (other !== undefined) theirs.push(other);
  }
  return { own: median(own), peers: theirs.length > 0 ? [median(theirs)] : [] };
}

async function repeated(runs: number, measure: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let run = 0; run < runs; run++) values.push(await measure());
  return median(values);
}
