/**
 * @file The engine's state between calls: the backbone, the open project's embeddings, and the guesser. Runs in the
 * engine process; `entry.ts` brings it its messages.
 */

import type { ContestProgress } from '../contract/areas/evaluating';
import type { MapState } from '../contract/areas/map';
import type { Arranging, Mislabelled } from '../contract/areas/search';
import { told } from '../../strings/words';
import { describe, PersonError } from '../contract/errors';
import type { InputMessage } from '../images/decoder/protocol';
import { MAX_BATCH } from './backbone/backbone';
import { libraryVersion, tf } from './backbone/tensorflow';
import { overviewOf } from './evaluating/overview';
import { ExportRoom } from './export/exportRoom';
import { classifierOf } from './guessing/constants';
import { embeddingBlock } from './guessing/embeddingBlock';
import { foldScores } from './guessing/foldScores';
import { looksIn } from './guessing/looks';
import { pace } from './guessing/pace';
import { rejectionIn } from './guessing/rejections';
import { tensorScorer } from './guessing/tensorScorer';
import { tensorSquares } from './map/covariance';
import { workerLayout } from './map/layOut';
import type { HeadReport } from './heads/report';
import { blankImages, isDescribed, type LoadedBackbone } from './loadedBackbone';
import { ModelRoom } from './modelFile/modelRoom';
import { keptFor } from './embeddings/projectEmbeddings';
import { OpenProject, type EngineParts } from './openProject';
import type { EngineCalls, EngineEvents, EngineReady, Opened } from './protocol';
import { doubtfulIn } from './searching/doubtful';
import { mislabelled } from './searching/mislabelled';
import { similarTo } from './searching/similar';
import { Backbones } from './tuning/backbones';
import { TuningRoom, type TuningPlace } from './tuning/tuningRoom';

type Answer<N extends keyof EngineCalls> = ReturnType<EngineCalls[N]>;
type Argument<N extends keyof EngineCalls> = Parameters<EngineCalls[N]>[0];
export type Emit = <E extends keyof EngineEvents>(name: E, payload: EngineEvents[E]) => void;

const stackOf = (error: unknown): string => (error instanceof Error && error.stack) || describe(error);

export class EngineRoom {
  readonly #exports = new ExportRoom();
  readonly #model = new ModelRoom();
  readonly #backbones = new Backbones();
  readonly #tuning = new TuningRoom({
    featured: (event) => this.emit('featured', event),
    tell: (event) => this.emit('tuning', event),
    problem: (sentence) => this.emit('problem', { sentence }),
  });
  #project: OpenProject | null = null;
  /** Why nothing can be asked about the project that main has open; null: it can, or there is none. */
  #refused: string | null = null;

  /** @param mapWorker built script of the thread that lays out the map */
  constructor(
    private readonly emit: Emit,
    private readonly mapWorker: string,
  ) {}

  /** One handler per call; `this` is bound. */
  readonly calls: { [N in keyof EngineCalls]: (arg: Argument<N>) => Answer<N> | Promise<Answer<N>> } = {
    load: (options) => this.#load(options),
    open: (options) => this.#open(options),
    keptFor: (place) => keptFor(place, this.#backbones.facts),
    forgetEmbeddings: ({ keep, really }) => this.#opened.forget(keep, really),
    setItems: (rows) => this.#opened.setItems(rows),
    teach: (lesson) => this.#opened.guesser.teach(lesson),
    completeBase: () => this.#opened.guesser.completeBase(),
    details: (index) => this.#opened.guesser.details(index),
    doubtful: (query) => this.#opened.guesser.consult((shown) => doubtfulIn(query, shown, tensorScorer(tf))),
    mislabelled: () => this.#mislabelled(),
    looks: ({ class: id }) => {
      const parts = { score: foldScores(tensorScorer(tf)), pause: pace(() => false, 'a comparison') };
      return this.#opened.guesser.consult((shown) => looksIn(shown, id, parts));
    },
    similar: (query) => similarTo(query, this.#opened.matrix, tensorScorer(tf)),
    arrange: ({ leftOut }) => this.#opened.arranger.arrange(leftOut),
    cancelArrange: () => this.#project?.arranger.cancel(),
    startMap: ({ seed }) => this.#opened.maps.start(seed),
    cancelMap: () => this.#project?.maps.cancel(),
    closeMap: () => this.#project?.maps.close(),
    embeddings: ({ rows }) => embeddingBlock(this.#opened.matrix, rows),
    overview: () => this.#opened.guesser.consult((shown) => overviewOf(shown, foldScores(tensorScorer(tf)))),
    contest: (question) => this.#opened.contests.run(question),
    cancelContest: () => this.#project?.contests.cancel(),
    baseLabels: () => [...(classifierOf(this.#ready.constants)?.labels ?? [])],
    baseImpact: (options) => this.#opened.baseImpact(options),

    curve: ({ seed }) => this.#opened.curve(seed),
    operating: (question) => this.#opened.operating(question),
    rejection: () =>
      this.#opened.guesser.consult((shown) => rejectionIn(shown, foldScores(tensorScorer(tf)))),
    prepareExport: (options) => this.#exports.prepare(options, this.#opened.guesser, this.#ready),
    writeExport: (options) => this.#exports.write(options),
    exportReference: (options) => this.#exports.reference(options),
    startHead: (options) => this.#opened.heads.start(options),
    cancelHead: () => this.#project?.heads.cancel(),
    forgetHead: () => this.#project?.heads.forget(),
    joinReport: () => this.#opened.joinReport(),
    writeHead: ({ file }) => this.#opened.heads.write(file),
    endExport: () => this.#exports.forget(),
    tuningBegin: (options) => this.#tuning.begin(options, this.#tuningPlace),
    tuningTrain: (request) => this.#tuning.train(request),
    tuningWrite: (options) => this.#tuning.write(options),
    tuningEnd: () => this.#tuning.end(),
    sumSpace: () => this.#opened.space,
    summedClasses: ({ lesson }) => this.#opened.guesser.summed(lesson),
    openModel: ({ dir }) => this.#model.open(dir),
    closeModel: () => this.#model.close(),
    measure: ({ images }) => this.#measure(images),
    memory: () => ({ rss: process.memoryUsage().rss, tensors: tf.memory().numTensors }),
  };

  /**
   * Embeds a batch, or has the open model classify it, and reports it; a fault of the batch is reported, not thrown,
   * because nobody awaits it.
   */
  embed(batch: InputMessage[]): void {
    const ids = batch.map((message) => message.id);
    try {
      if (this.#model.isOpen) return this.emit('classified', { answers: this.#model.classify(batch) });
      // It is decoded for its thumbnail and its facts.
      if (this.#refused !== null) return this.emit('embedded', { ids });
      const unusable = new Set(this.#opened.embed(this.#ready.backbone, batch));
      this.#tuning.take(batch);
      this.emit('embedded', { ids: ids.filter((id) => !unusable.has(id)) });
      if (unusable.size > 0)
        this.emit('rejected', { ids: [...unusable], reason: told().ownBackbone.noEmbedding });
    } catch (error) {
      this.emit('rejected', { ids, reason: `This image could not be embedded: ${describe(error)}` });
    }
  }

  async #load({ backboneDir, modelCache }: Argument<'load'>): Promise<EngineReady> {
    const { backbone } = await this.#backbones.load(backboneDir, modelCache);
    const { id, inputSize } = backbone;
    return { tensorflow: libraryVersion(), backbone: id, inputSize };
  }

  async #open(options: Argument<'open'>): Promise<Opened> {
    const before = this.#project;
    // What is asked meanwhile is not answered for the project before.
    this.#project = null;
    this.#refused = null;
    await this.#tuning.end();
    await before?.close();
    this.#exports.forget();
    const refused = await this.#seeBy(options);
    if (refused !== null) return { embeddings: 0, refused: (this.#refused = refused) };
    this.#project = await OpenProject.open(options, this.#projectParts());
    return { embeddings: this.#project.kept, refused: null };
  }

  /** @returns why there is no backbone that the project can be seen by; null: there is */
  async #seeBy({ shipped, called, tuned }: Argument<'open'>): Promise<string | null> {
    if (shipped === null) return told().engine.notInstalled(called ?? null);
    try {
      if (shipped !== undefined) await this.#backbones.see(shipped);
    } catch (error) {
      return `The backbone cannot be used, so there are no guesses; labels can be given and are saved. ${describe(error)}`;
    }
    await this.#backbones.use(tuned ?? null, (sentence) => this.emit('problem', { sentence }));
    return null;
  }

  #projectParts(): EngineParts {
    const onProblem = (sentence: string): void => this.emit('problem', { sentence });
    const { backbone, constants } = this.#ready;
    const map = {
      squares: tensorSquares(tf),
      layOut: workerLayout(this.mapWorker),
      show: (state: MapState): void => this.emit('map', state),
      problem: (error: unknown): void => onProblem(`The map could not be drawn: ${describe(error)}`),
    };
    const trained = (report: HeadReport): void => this.emit('head', report);
    const arranging = (progress: Arranging): void => this.emit('arranging', progress);
    const contests = {
      tell: (progress: ContestProgress): void => this.emit('contestProgress', progress),
      // Goes to the log.
      fault: (error: unknown): void => void process.stderr.write(`a method failed: ${stackOf(error)}\n`),
    };
    const hearing = { onProblem, arranging, trained, map, contests };
    return { backbone, constants, scorer: tensorScorer(tf), ...hearing };
  }

  #mislabelled(): Promise<Mislabelled[]> {
    const { guesser, matrix } = this.#opened;
    const parts = { matrix, score: foldScores(tensorScorer(tf)), pause: pace(() => false, 'a search') };
    return guesser.consult(async (shown) => {
      const suspects = await mislabelled(shown, parts);
      const id = (position: number): string => shown!.lesson.classes[position]!.id;
      return suspects.map((one) => ({ ...one, class: id(one.class), suggests: id(one.suggests) }));
    });
  }

  #measure(images: number): { seconds: number } {
    const { backbone } = this.#ready;
    const batch = blankImages(backbone);
    const begun = performance.now();
    for (let left = images; left > 0; left -= MAX_BATCH) backbone.embed(batch.slice(0, left));
    return { seconds: (performance.now() - begun) / 1000 };
  }

  get #ready(): LoadedBackbone {
    return this.#backbones.inUse;
  }

  get #tuningPlace(): TuningPlace {
    const { guesser, framing } = this.#opened;
    const { installed: shipped, modelCache } = this.#backbones;
    if (!isDescribed(shipped)) throw new PersonError(told().ownBackbone.notTuned);
    return { shipped, modelCache, framing, idle: () => guesser.idle() };
  }

  get #opened(): OpenProject {
    if (!this.#project) throw new PersonError(this.#refused ?? told().engine.takingUp);
    return this.#project;
  }
}
