/**
 * @file One model on its way to being a backbone: copied, looked at, tried, kept. Everything lies in a hidden folder beside the
 * others until it is kept, so whatever ends the program meanwhile leaves no half backbone. Runs in main; knows no Electron.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { told } from '../../strings/words';
import type {
  FoundModel,
  Trial,
  TrialChoices,
  TrialProgress,
  WayFigure,
} from '../contract/areas/ownBackbones';
import { PersonError } from '../contract/errors';
import { copiedFiles } from '../engine/ownBackbones/copiedFiles';
import { MODEL_FOLDER, type OwnDescription, type OwnFile } from '../engine/ownBackbones/description';
import { hiddenFolder } from '../projects/freshFolder';
import { compareWays } from './compareWays';
import { copyModel } from './copy';
import { describeBackbone, requireNew, sameAmong, writeBackbone } from './keep';
import type { OwnRule } from '../engine/ownBackbones/running';
import type { TryLine } from './line';
import { someOfEach, type SamplePhoto } from './photos';
import { ownDescriptions } from './own';
import { readPhotos, type ReadPhoto } from './readPhotos';
import { Stopped, notWritten } from './sentences';
import { foundIn } from './suggest';
import { tryModel, type Outcome } from './tryModel';
import { ruleOf } from './ways';

export interface AddingParts {
  /** Holds a folder for each backbone of the person's own; made where there is none. */
  backbones: string;
  photos: readonly SamplePhoto[];
  startLine: () => TryLine;
  progress: (progress: TrialProgress) => void;
}

/** Of each class, for the comparison of ways, which runs them many times. */
const COMPARED = 5;

export class Adding {
  #line: TryLine | null = null;
  #read: { line: TryLine; side: number; photos: ReadPhoto[] } | null = null;
  #tried: { choices: TrialChoices; outcome: Outcome } | null = null;
  #found: FoundModel | null = null;
  #files: OwnFile[] = [];
  /** Aborted by `cancel`; a new one for each step. */
  #stop = new AbortController();

  private constructor(
    private readonly parts: AddingParts,
    /** The hidden folder. */
    private readonly folder: string,
  ) {}

  /**
   * Copies the model and looks at the copy.
   * @param signal stops it, and nothing is left
   * @throws PersonError where it is no model that could be a backbone; Stopped
   */
  static async begin(parts: AddingParts, chosen: string, signal: AbortSignal): Promise<Adding> {
    const folder = await hiddenFolder(parts.backbones, 'backbone').catch((error: unknown) => {
      throw notWritten(error);
    });
    const adding = new Adding(parts, folder);
    const stop = (): void => adding.cancel();
    signal.addEventListener('abort', stop);
    try {
      if (signal.aborted) throw new Stopped();
      await adding.#step(() => adding.#begin(chosen));
      return adding;
    } catch (error) {
      await adding.close();
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  get found(): FoundModel {
    return this.#found!;
  }

  /** The photo of a token as it is shown; null: not read yet. */
  picture(token: string): Uint8Array | null {
    return this.#read?.photos.find((photo) => photo.token === token)?.picture ?? null;
  }

  /** @throws PersonError; Stopped */
  compare(choices: TrialChoices): Promise<WayFigure[]> {
    return this.#step(async () => {
      const { line, photos } = await this.#ready(choices);
      return compareWays({
        line,
        photos: someOfEach(photos, COMPARED),
        type: this.found.input.type,
        tried: (way) => this.#triedWith({ ...choices, ...way }),
        progress: (done, total) => this.#tell('compare', done, total),
      });
    });
  }

  /** Before a trial that would be for nothing. @throws PersonError where it is there already, or one of that name */
  requireNew(choices: TrialChoices, name: string): Promise<void> {
    return requireNew({ ...this.#computed(choices), name }, this.parts.backbones);
  }

  /** @throws PersonError where it cannot be run, or its values tell nothing apart; Stopped */
  async try(choices: TrialChoices): Promise<Trial> {
    this.#tried = null;
    const outcome = await this.#step(async () =>
      tryModel({
        ...(await this.#ready(choices)),
        choices,
        tried: this.#triedWith(choices),
        progress: (step, done, total) => this.#tell(step, done, total),
      }),
    );
    this.#tried = { choices, outcome };
    const own = await ownDescriptions(this.parts.backbones);
    const known = sameAmong(own, this.#computed(choices))?.name ?? null;
    return { ...outcome.trial, known };
  }

  /**
   * Names it, and puts it among the others.
   * @returns its description
   * @throws PersonError where it was not tried, or is there already
   */
  async keep(name: string, licence: string | null): Promise<OwnDescription> {
    const description = this.#describe(name, licence);
    await requireNew(description, this.parts.backbones);
    // What is open cannot be renamed everywhere.
    this.#end(new Stopped());
    await writeBackbone(this.folder, this.parts.backbones, description);
    return description;
  }

  /** What is under way ends soon, in Stopped. The model can be tried again. */
  cancel(): void {
    this.#stop.abort();
    this.#end(new Stopped());
  }

  /** Nothing of it is left, unless it was kept. */
  async close(): Promise<void> {
    this.cancel();
    await fs.rm(this.folder, { recursive: true, force: true });
  }

  get #dir(): string {
    return path.join(this.folder, MODEL_FOLDER);
  }

  async #begin(chosen: string): Promise<void> {
    const { signal } = this.#stop;
    const progress = (done: number, total: number): void => this.#tell('copy', done, total);
    const copied = await copyModel(chosen, this.#dir, { signal, progress }).catch((error: unknown) => {
      throw error instanceof PersonError || error instanceof Stopped ? error : notWritten(error);
    });
    this.#tell('look', 0, 0);
    const looked = foundIn(await this.#open().call('look', { dir: this.#dir, named: chosen }));
    this.#files = await copiedFiles(this.#dir);
    const files = JSON.stringify(this.#files);
    const own = await ownDescriptions(this.parts.backbones);
    const known = own.filter((one) => JSON.stringify(one.files) === files);
    this.#found = {
      ...looked,
      ...copied,
      folder: path.basename(path.resolve(chosen)),
      known: known.map(({ name }) => name),
    };
    this.#tell('look', 0, 0);
  }

  /** Whatever ends because it was cancelled ends in Stopped. */
  async #step<T>(work: () => Promise<T>): Promise<T> {
    const { signal } = (this.#stop = new AbortController());
    try {
      return await work();
    } catch (error) {
      throw signal.aborted ? new Stopped() : error;
    }
  }

  /** A line with the photos at that side. */
  async #ready({ side }: TrialChoices): Promise<{ line: TryLine; photos: readonly ReadPhoto[] }> {
    const line = this.#open();
    if (this.#read?.line !== line || this.#read.side !== side) {
      await line.call('forget', { inputs: true });
      const { photos: all } = this.parts;
      let done = 0;
      this.#tell('read', 0, all.length);
      const photos = await readPhotos(line, all, side, () => this.#tell('read', ++done, all.length));
      this.#read = { line, side, photos };
    }
    return { line, photos: this.#read.photos };
  }

  #open(): TryLine {
    if (this.#line?.isOver) this.#end(new Stopped());
    return (this.#line ??= this.parts.startLine());
  }

  #end(why: Error): void {
    this.#line?.stop(why);
    this.#line = null;
  }

  #triedWith(choices: TrialChoices): OwnRule {
    const { kind, input } = this.found;
    const { colour, mean, std } = ruleOf(choices);
    return {
      dir: this.#dir,
      model: {
        ...{ kind, folder: MODEL_FOLDER, input: input.name, output: choices.output },
        ...(kind === 'savedmodel' && { signature: 'serving_default' }),
      },
      input: {
        ...{ size: choices.side, channels: 3, colour, layout: 'NHWC', type: input.type, mean, std },
      },
    };
  }

  #describe(name: string, licence: string | null): OwnDescription {
    if (!this.#tried) throw new PersonError(told().adding.notTried);
    const { choices, outcome } = this.#tried;
    return describeBackbone({ name, licence, ...this.#computed(choices), outcome });
  }

  /** What tells this backbone from others before it is tried. */
  #computed(choices: TrialChoices) {
    const { model, input } = this.#triedWith(choices);
    return { model, input, files: this.#files };
  }

  #tell(step: TrialProgress['step'], done: number, total: number): void {
    if (this.#stop.signal.aborted) throw new Stopped();
    this.parts.progress({ step, done, total });
  }
}
