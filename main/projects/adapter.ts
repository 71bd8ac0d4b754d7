/**
 * @file The durable adapter behind lowdb: a project's document, and its file. Runs in main. How it writes is decided
 * in `docs/projects.md`.
 */
import { promises as fs } from 'node:fs';
import type { Adapter } from 'lowdb';
import { Backups } from './backups';
import { serialise } from './document';
import { explain, ProjectError } from './errors';
import { copyDurably, writeDurably } from './files';
import { fingerprintOf } from './journal/fingerprint';
import type { Journal } from './journal/journal';
import { loadDocument } from './load';
import type { ProjectLock } from './lock';
import { migrations } from './migrations';
import { otherStates, removeOtherStates, sumOf } from './past';
import type { Past } from './past';
import { datedPath, projectPaths } from './paths';
import { SCHEMA_VERSION } from './schema';
import type { ProjectDocument } from './schema';
import { told } from '../../strings/words';

export interface AdapterOptions {
  lock: Pick<ProjectLock, 'verify' | 'isOurs'>;
  now: () => Date;
  /** Told what a person should know and need not act on, in a sentence or two. */
  onNotice: (sentence: string) => void;
}

export class DurableAdapter implements Adapter<ProjectDocument> {
  readonly #file: string;
  readonly #backups: Backups;
  /** What the file was when we last read or wrote it. */
  #known: string | null = null;
  /** What is under way. */
  #turn: Promise<unknown> = Promise.resolve();
  /** Kept in step with the file, once it is known what the file is. */
  journal: Journal | null = null;

  constructor(
    private readonly folder: string,
    private readonly options: AdapterOptions,
  ) {
    this.#file = projectPaths(folder).document;
    this.#backups = new Backups(folder, () => options.now().getTime());
  }

  /** @throws {ProjectError} where the file is not good; null where there is none. */
  async read(): Promise<ProjectDocument | null> {
    await this.remember();
    const loaded = await loadDocument(this.#file, migrations);
    if (loaded.kind === 'missing') return null;
    if (loaded.kind !== 'good')
      throw new ProjectError('broken', told().projects.notOfThisVersion(this.#file));
    return loaded.document;
  }

  /**
   * Puts the document on the disk as it is at the moment of the call: what changes afterwards belongs to the next
   * write.
   * @throws where it is not on the disk under the project's name; the file then still holds the last good state.
   */
  async write(document: ProjectDocument): Promise<void> {
    const bytes = Buffer.from(serialise(checked(document)));
    const fingerprint = fingerprintOf(bytes);
    this.journal?.take(fingerprint);
    await this.#inTurn(async () => {
      await this.options.lock.verify();
      await this.journal?.keep();
      await writeDurably(this.#file, bytes, () => this.#beforeReplace());
      await this.remember();
      this.journal?.saved(fingerprint);
    });
  }

  /** What the folder remembers of earlier states. @param steps of the history */
  async past(steps: number): Promise<Past> {
    const bytes = (await this.journal?.bytes()) ?? 0;
    return {
      history: { count: steps, bytes },
      states: sumOf(await otherStates(this.folder)),
    };
  }

  /**
   * Forgets them, for good: what is there is the project as it is, and one backup of that. Killed at any moment it leaves the
   * project as it is, with less to remember; asked again it goes on.
   * @param begun told when nothing stands against it
   * @throws {ProjectError} 'refused' where another program changed the file; the system's error
   */
  forgetPast(begun: () => void): Promise<void> {
    return this.#inTurn(async () => {
      await this.options.lock.verify();
      if ((await identity(this.#file)) !== this.#known) throw changedMeanwhile(this.#file);
      begun();
      // First what a mishap would be mended from.
      await this.#backups.renew();
      await removeOtherStates(this.folder);
      await this.journal?.startAnew();
    });
  }

  /** One after the other: a save must not meet a history that is being written anew. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** The file as it is now is the one we know: a later difference was made by another program. */
  async remember(): Promise<void> {
    this.#known = await identity(this.#file);
  }

  /** The last thing a session does: keeps its result a second time. */
  async close(): Promise<void> {
    // What another program made of the file meanwhile may be anything, and must not push a good backup out.
    if (!(await this.options.lock.isOurs()) || (await identity(this.#file)) !== this.#known) return;
    await this.#backups.endSession().catch((error: unknown) => {
      const { what } = explain(error);
      this.options.onNotice(told().projects.noBackup(what));
    });
  }

  async #beforeReplace(): Promise<void> {
    await this.#backups.beforeReplace();
    await this.#keepForeign();
    await this.options.lock.verify();
  }

  /** Programs that synchronise folders, and people with an editor, do not ask for our lock. */
  async #keepForeign(): Promise<void> {
    const found = await identity(this.#file);
    if (found === null || this.#known === null || found === this.#known) return;
    const aside = datedPath(this.folder, 'changed', this.options.now());
    await copyDurably(this.#file, aside);
    this.#known = found;
    this.options.onNotice(told().projects.changedByAnother(aside));
  }
}

/** A last cheap look before bytes are made: commands have checked each value, this catches a wrong document. */
function checked(document: ProjectDocument): ProjectDocument {
  const whole =
    Array.isArray(document.classes) && Array.isArray(document.folders) && typeof document.labels === 'object';
  if (!whole || document.schema !== SCHEMA_VERSION) throw new Error('the project in memory is not whole');
  return document;
}

function changedMeanwhile(file: string): ProjectError {
  return new ProjectError('refused', told().projects.notPurgedSinceChanged(file));
}

/** Changes when the file is replaced or written to; null where there is none. */
async function identity(file: string): Promise<string | null> {
  const stat = await fs.stat(file).catch(() => null);
  return stat && `${stat.ino} ${stat.size} ${stat.mtimeMs}`;
}
