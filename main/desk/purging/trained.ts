/**
 * @file What was trained from labels and is not in use: heads, tuned backbones, and the features that training begins from. What is in
 * use has learnt from nothing that is not there any more, or it would not be (heads/standing.ts, tuning/standing.ts). Runs in main.
 */
import { PersonError } from '../../contract/errors';
import type { ProjectStore } from '../../projects/store';
import { sumOf } from '../../projects/past';
import { removeStored, storedIn } from '../../projects/stored';
import type { HeadFiles } from '../heads/headFiles';
import type { Heads } from '../heads/heads';
import type { KeptTunings } from '../tuning/keptTunings';
import type { Tuning } from '../tuning/tuning';
import type { Purging } from './purger';
import { told } from '../../../strings/words';

export interface TrainedParts {
  store: Pick<ProjectStore, 'document'>;
  heads: Pick<Heads, 'state'>;
  headFiles: Pick<HeadFiles, 'unused' | 'forgetUnused'>;
  tuning: Pick<Tuning, 'state'>;
  tunings: Pick<KeptTunings, 'unused' | 'forgetUnused'>;
  /** Folder of features. */
  features: string;
}

const IN_USE = new Set(['kept', 'waiting']);
/** While a training is under way, or waits to be kept, its features are. */
const BUSY = new Set(['reading', 'training', 'ready']);

export function trainedHeads({ store, heads, headFiles }: TrainedParts): Purging {
  const inUse = (): string | null =>
    IN_USE.has(heads.state.standing.kind) ? (store.document.settings.head?.of ?? null) : null;
  return {
    look: async () => {
      const files = await headFiles.unused(inUse());
      // Weights and what is known of them: two files each.
      const count = new Set(files.map(({ name }) => name.replace(/\..*$/, ''))).size;
      return { ...sumOf(files), count };
    },
    remove: () => headFiles.forgetUnused(inUse()),
  };
}

export function tunedBackbones({ store, tuning, tunings }: TrainedParts): Purging {
  const inUse = (): string | null =>
    tuning.state.standing.kind === 'tuned' ? store.document.settings.backbone : null;
  return {
    look: async () => sumOf(await tunings.unused(inUse())),
    remove: () => tunings.forgetUnused(inUse()),
  };
}

export function trainingFeatures({ tuning, features }: TrainedParts): Purging {
  return {
    look: async () => sumOf(await storedIn(features)),
    remove: async () => {
      const { run } = tuning.state;
      if (run && BUSY.has(run.status)) throw new PersonError(told().purging.featuresNeeded);
      await removeStored(features, await storedIn(features));
    },
  };
}
