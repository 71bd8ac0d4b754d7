/**
 * @file The engine's part in tuning a backbone: one training at a time, from the pixels of its items to the folder of what came of it.
 * Runs in the engine.
 */
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { PersonError } from '../../contract/errors';
import type { Framing } from '../../contract/model';
import { DECODER_VERSION, type InputMessage } from '../../images/decoder/protocol';
import { syncFolder } from '../../projects/files';
import { featureHash } from '../backbone/description';
import { readGraph } from '../backbone/weights';
import { writeFolder } from '../export/files';
import type { LoadedDescribed } from '../loadedBackbone';
import { FeatureFile } from './featureFile';
import { FeatureModel } from './featureModel';
import { lastConvolution, type Convolution, type LastConvolution } from './lastConvolution';
import type { TuningEngineCalls, TuningEngineEvents } from './protocol';
import { Reading } from './reading';
import { train } from './training';
import { tunedFiles } from './tunedBackbone';
import { saveTrouble } from './trouble';
import { VIEWS, VIEWS_VERSION } from './views';
import { told } from '../../../strings/words';

type Argument<N extends keyof TuningEngineCalls> = Parameters<TuningEngineCalls[N]>[0];
type Answer<N extends keyof TuningEngineCalls> = Promise<ReturnType<TuningEngineCalls[N]>>;

export interface TuningRoomParts {
  readonly featured: (event: TuningEngineEvents['featured']) => void;
  readonly tell: (event: TuningEngineEvents['tuning']) => void;
  readonly problem: (sentence: string) => void;
}

/** Where a training takes place. */
export interface TuningPlace {
  /** The shipped backbone. */
  readonly shipped: LoadedDescribed;
  readonly modelCache: string;
  /** Of the open project. */
  readonly framing: Framing;
  /** Resolves when no lesson is being learnt. */
  readonly idle: () => Promise<void>;
}

interface Task {
  readonly place: TuningPlace;
  readonly items: Argument<'tuningBegin'>['items'];
  readonly file: FeatureFile;
  readonly model: FeatureModel;
  readonly reading: Reading;
  readonly last: LastConvolution;
  readonly abort: AbortController;
  weights: Convolution | null;
  /** What uses the file. */
  busy: Promise<unknown>;
}

export class TuningRoom {
  #task: Task | null = null;

  constructor(private readonly parts: TuningRoomParts) {}

  async begin({ folder, items }: Argument<'tuningBegin'>, place: TuningPlace): Answer<'tuningBegin'> {
    await this.end();
    const task = await this.#open(folder, items, place);
    this.#task = task;
    return { missing: items.flatMap(({ key }, i) => (task.file.has(key) ? [] : [i])) };
  }

  /** Pixels that the decoder sends, whoever asked for them. */
  take(batch: readonly InputMessage[]): void {
    this.#task?.reading.take(batch);
  }

  async train(request: Argument<'tuningTrain'>): Answer<'tuningTrain'> {
    const task = this.#begun;
    const { items, file, last, place, abort } = task;
    const work = train(request, {
      ...{ items, file, last, constants: place.shipped.constants },
      ...{ signal: abort.signal, idle: place.idle },
      tell: (done, epochs) => this.parts.tell({ done, epochs }),
    });
    task.busy = work.catch(() => undefined);
    const { outcome, weights } = await work;
    task.weights = weights;
    return outcome;
  }

  /** See [Note: whole or not there] in savedModelCache.ts: the folder is written under another name and then renamed. */
  async write({ parent, about }: Argument<'tuningWrite'>): Answer<'tuningWrite'> {
    const { weights, place, last } = this.#begun;
    if (!weights) throw new PersonError(told().engine.trainedGone);
    const { id, files } = await tunedFiles(place.shipped.dir, last, weights);
    const described = { ...files, 'tuning.json': Buffer.from(`${JSON.stringify(about, null, 2)}\n`) };
    await writeWhole(parent, id, described).catch((error: unknown) => {
      throw saveTrouble(error);
    });
    return { id };
  }

  /** Answers when what was under way is over and its tensors are gone. */
  async end(): Promise<void> {
    const task = this.#task;
    this.#task = null;
    if (!task) return;
    task.abort.abort(new PersonError(told().engine.tuningEnded));
    task.reading.end();
    await task.busy;
    task.model.dispose();
    await task.file.close();
  }

  async #open(folder: string | null, items: Task['items'], place: TuningPlace): Promise<Task> {
    const { dir, backbone } = place.shipped;
    const { description } = backbone;
    const last = lastConvolution(await readGraph(dir, description), description);
    const wanted = new Set(items.map(({ key }) => key));
    const framing = JSON.stringify(place.framing);
    const versions = { decoder: DECODER_VERSION, views: [VIEWS, VIEWS_VERSION] };
    const space = JSON.stringify({ features: featureHash(description), ...versions, framing: place.framing });
    const options = { space, wanted: [...wanted], onProblem: this.parts.problem };
    const model = await FeatureModel.load(dir, place.modelCache);
    const file = await FeatureFile.open(folder, last, options);
    const looked = (ids: number[]): void => this.parts.featured({ ids });
    const reading = new Reading({ model, file, wanted, framing, idle: place.idle, looked });
    const abort = new AbortController();
    return { place, items, file, model, reading, last, abort, weights: null, busy: Promise.resolve() };
  }

  get #begun(): Task {
    if (this.#task) return this.#task;
    throw new PersonError(told().engine.trainedGone);
  }
}

async function writeWhole(parent: string, id: string, files: Record<string, Uint8Array>): Promise<void> {
  await mkdir(parent, { recursive: true });
  const scratch = await mkdtemp(path.join(parent, '.writing-'));
  try {
    const [made, final] = [path.join(scratch, id), path.join(parent, id)];
    await writeFolder(made, files);
    // The same weights were kept before: what lies beside them may be another run's.
    await rm(final, { recursive: true, force: true });
    await rename(made, final);
    await syncFolder(parent);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
