/**
 * @file The backbones that the engine has loaded: one that is installed, shipped or the person's own, and the tuned one that the
 * open project is seen by, if any. Runs in the engine.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { describe } from '../../contract/errors';
import { loadBackbone, loadDescribed, type LoadedBackbone, type LoadedDescribed } from '../loadedBackbone';
import type { BackboneFacts } from '../protocol';
import { told } from '../../../strings/words';

/** Models of tuned backbones in the user's cache take 18 MB each: those used last stay. */
const KEPT = 3;
const TUNED = '-tuned-';

export class Backbones {
  #installed: LoadedBackbone | null = null;
  #tuned: LoadedDescribed | null = null;
  modelCache = '';

  /** Takes the place of the one that is loaded. @throws BackboneError where its files are damaged; then none is */
  async load(backboneDir: string, modelCache: string): Promise<LoadedBackbone> {
    this.modelCache = modelCache;
    this.#free();
    this.#installed = await loadBackbone(backboneDir, modelCache);
    return this.#installed;
  }

  /** @throws Error before one is loaded */
  get installed(): LoadedBackbone {
    if (!this.#installed) throw new Error('The engine has no backbone yet.');
    return this.#installed;
  }

  /** Of the one in use; null where none could be loaded. */
  get facts(): BackboneFacts | null {
    const loaded = this.#tuned ?? this.#installed;
    return loaded && { hash: loaded.backbone.hash, dimension: loaded.constants.dimension };
  }

  /** What the open project is seen by. */
  get inUse(): LoadedBackbone {
    return this.#tuned ?? this.installed;
  }

  /** The same, where it is not loaded already. */
  async see(backboneDir: string): Promise<void> {
    if (this.#installed?.dir !== backboneDir) await this.load(backboneDir, this.modelCache);
  }

  /**
   * From now on the tuned backbone in this folder is in use; null: the installed one, and the same where the folder's cannot be read.
   * @param onProblem told in a sentence why it cannot
   */
  async use(dir: string | null, onProblem: (sentence: string) => void): Promise<void> {
    if (dir === (this.#tuned?.dir ?? null)) return;
    this.#tuned?.backbone.dispose();
    this.#tuned = null;
    if (dir === null) return;
    try {
      this.#tuned = await loadDescribed(dir, this.modelCache);
      await dropOld(this.modelCache, this.#tuned.backbone.id);
    } catch (error) {
      onProblem(told().engine.tunedUnusable(describe(error)));
    }
  }

  /** Never two installed ones at once: each takes 200 MB and more. */
  #free(): void {
    this.#tuned?.backbone.dispose();
    this.#installed?.backbone.dispose();
    this.#tuned = this.#installed = null;
  }
}

/** Only tuned ones, and never the one in use: another engine that uses an old one has it in memory. */
async function dropOld(modelCache: string, inUse: string): Promise<void> {
  const names = (await fs.readdir(modelCache)).filter((name) => name.includes(TUNED));
  const now = new Date();
  for (const name of names)
    if (name.startsWith(inUse)) await fs.utimes(path.join(modelCache, name), now, now);
  const aged = await Promise.all(
    names.map(async (name) => ({ name, at: (await fs.stat(path.join(modelCache, name))).mtimeMs })),
  );
  aged.sort((a, b) => b.at - a.at);
  for (const { name } of aged.slice(KEPT))
    if (!name.startsWith(inUse)) await fs.rm(path.join(modelCache, name), { recursive: true, force: true });
}
