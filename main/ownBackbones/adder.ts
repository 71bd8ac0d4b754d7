/**
 * @file Adding backbones of the person's own, one at a time, and removing them: what the window asks for and the command does.
 * Runs in main; knows no Electron.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { told } from '../../strings/words';
import type { FoundModel, Trial, TrialChoices, WayFigure } from '../contract/areas/ownBackbones';
import { PersonError } from '../contract/errors';
import { OWN_ID, type OwnDescription } from '../engine/ownBackbones/description';
import { hiddenFolder } from '../projects/freshFolder';
import { Adding, type AddingParts } from './adding';
import { samplePhotos, type SamplePhoto } from './photos';
import { Stopped, notRemoved } from './sentences';

export interface AdderParts extends Omit<AddingParts, 'photos'> {
  /** Folder of the sample photos. */
  photos: string;
  /** Those that are there have changed. */
  changed: () => Promise<void>;
}

export class Adder {
  #adding: Adding | null = null;
  #running: { stop: () => void; ended: Promise<unknown> } | null = null;
  #photos: readonly SamplePhoto[] | null = null;

  constructor(private readonly parts: AdderParts) {}

  /**
   * @param folder the person's
   * @returns what was found; null where it was stopped
   * @throws PersonError where it can be no backbone
   */
  async choose(folder: string): Promise<FoundModel | null> {
    const stop = new AbortController();
    return this.#run(
      () => stop.abort(),
      async () => {
        await this.#putAway();
        this.#photos ??= await samplePhotos(this.parts.photos);
        this.#adding = await Adding.begin({ ...this.parts, photos: this.#photos }, folder, stop.signal);
        return this.#adding.found;
      },
    );
  }

  /** @returns null where it was stopped */
  async compare(choices: TrialChoices): Promise<WayFigure[] | null> {
    const adding = this.#open;
    return this.#run(
      () => adding.cancel(),
      () => adding.compare(choices),
    );
  }

  /** @throws PersonError where the model, fed likewise, is there already, or one of that name */
  async requireNew(choices: TrialChoices, name: string): Promise<void> {
    await this.#open.requireNew(choices, name);
  }

  /** @returns null where it was stopped */
  async try(choices: TrialChoices): Promise<Trial | null> {
    const adding = this.#open;
    return this.#run(
      () => adding.cancel(),
      () => adding.try(choices),
    );
  }

  /** @throws PersonError where it was not tried, or is there already */
  async keep(name: string, licence: string | null): Promise<OwnDescription> {
    if (this.#running) throw new PersonError(told().adding.busy);
    const kept = await this.#open.keep(name, licence);
    this.#adding = null;
    await this.parts.changed();
    return kept;
  }

  /** What is under way ends soon. */
  cancel(): void {
    this.#running?.stop();
  }

  /** Puts away what was not kept. */
  async close(): Promise<void> {
    this.cancel();
    await this.#running?.ended;
    await this.#putAway();
  }

  /** A sample photo as it is shown; null: not read. */
  picture(token: string): Buffer | null {
    const picture = this.#adding?.picture(token);
    return picture ? Buffer.from(picture) : null;
  }

  /**
   * Takes it from the list at once; projects that are seen by it say that it is not installed.
   * @throws PersonError where it is not there, or the disk refuses
   */
  async remove(id: string): Promise<void> {
    const { backbones } = this.parts;
    if (!OWN_ID.test(id)) throw new PersonError(told().adding.notRemoved(told().adding.notOwn, '').trim());
    try {
      // Under its own name it is whole or not there, whatever ends the program meanwhile.
      const going = await hiddenFolder(backbones, 'backbone');
      await fs.rename(path.join(backbones, id), path.join(going, id));
      await fs.rm(going, { recursive: true, force: true });
    } catch (error) {
      throw notRemoved(error);
    } finally {
      await this.parts.changed();
    }
  }

  get #open(): Adding {
    if (this.#adding) return this.#adding;
    throw new PersonError(told().adding.noneChosen);
  }

  async #putAway(): Promise<void> {
    const adding = this.#adding;
    this.#adding = null;
    await adding?.close();
  }

  async #run<T>(stop: () => void, work: () => Promise<T>): Promise<T | null> {
    if (this.#running) throw new PersonError(told().adding.busy);
    const working = work();
    this.#running = { stop, ended: working.catch(() => undefined) };
    try {
      return await working;
    } catch (error) {
      if (error instanceof Stopped) return null;
      throw error;
    } finally {
      this.#running = null;
    }
  }
}
