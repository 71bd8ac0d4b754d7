/**
 * @file Saves labels into a new folder, one saving at a time, stopped on request: under its name the folder is complete
 * or not there. Runs in main.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { PersonError } from '../contract/errors';
import type { SavedLabels, SaveFormat, SaveOptions, SaveProgress } from '../contract/exchange';
import { safeName } from '../projects/create';
import { errorCode, explain } from '../projects/errors';
import { hiddenFolder, nameFolder } from '../projects/freshFolder';
import { collect } from './collect';
import type { OpenLabels } from './parts';
import { FORMATS } from './saving/formats';
import { Job, SaveCancelled } from './saving/job';
import { told } from '../../strings/words';

/** What is said of every item, whether it has a label or not. */
const OF_ALL: ReadonlySet<SaveFormat> = new Set<SaveFormat>(['embeddings', 'guesses']);

export class Saver {
  #running: { stop: AbortController; ended: Promise<unknown> } | null = null;
  #folder: string | null = null;

  constructor(private readonly progress: (progress: SaveProgress) => void) {}

  /** Where the last saving went, or null. */
  get folder(): string | null {
    return this.#folder;
  }

  /**
   * Saves into a new folder in `directory`.
   * @returns null where it was cancelled
   * @throws PersonError where nothing could be saved, and nothing was left behind
   */
  async save(project: OpenLabels, options: SaveOptions, directory: string): Promise<SavedLabels | null> {
    if (this.#running) throw new PersonError(told().savingLabels.underWay);
    const stop = new AbortController();
    const saved = this.#save(project, options, directory, stop.signal);
    this.#running = { stop, ended: saved.catch(() => undefined) };
    try {
      const result = await saved;
      this.#folder = result.folder;
      return result;
    } catch (error) {
      if (error instanceof SaveCancelled) return null;
      throw error instanceof PersonError ? error : trouble(error, directory);
    } finally {
      this.#running = null;
    }
  }

  cancel(): void {
    this.#running?.stop.abort();
  }

  /** Cancels, and resolves when nothing is written any more. */
  async end(): Promise<void> {
    this.cancel();
    await this.#running?.ended;
  }

  async #save(
    project: OpenLabels,
    options: SaveOptions,
    directory: string,
    signal: AbortSignal,
  ): Promise<SavedLabels> {
    const unlabelled = options.unlabelled || OF_ALL.has(options.format);
    const labels = collect(project, { ...options, unlabelled }, await project.noneRule());
    if (labels.items.length === 0) throw new PersonError(told().savingLabels.nothingToSave);
    const folder = await hiddenFolder(directory, 'labels');
    try {
      const job = new Job({ folder, labels, options, project, signal, progress: this.progress });
      job.note(labels.excluded, told().savingLabels.excluded);
      await FORMATS[options.format](job);
      const name = safeName(`${subject(project, options)} ${told().savingLabels.folders[options.format]}`);
      const named = await nameFolder(folder, path.join(directory, name));
      return { folder: named, files: job.files, images: labels.items.length, notes: job.notes };
    } finally {
      await fs.rm(folder, { recursive: true, force: true });
    }
  }
}

/** The project, or the folder that was classified. */
function subject({ name, document }: OpenLabels, { of }: SaveOptions): string {
  if (of === 'labels') return name;
  const folder = document.folders.find(({ id }) => id === of.results);
  return folder ? told().savingLabels.resultsBy(path.basename(folder.path), name) : name;
}

function trouble(error: unknown, directory: string): PersonError {
  const { what, advice } = explain(error);
  const message = told().savingLabels.nothingSaved(directory, what, advice);
  return new PersonError(message.replace(/\s+/g, ' '), errorCode(error));
}
