/**
 * @file Tuned backbones in the project's folder, and what lies beside each: where it comes from. Written by the engine. Runs in
 * main.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { TunedAbout } from '../../engine/tuning/protocol';
import { isTuned } from '../../contract/backboneIds';
import { idSchema, itemIdSchema, seedSchema } from '../../projects/schema';
import { removeStored, storedIn, type Stored } from '../../projects/stored';

const share = z.number().min(-1).max(1);
const interval = z.tuple([share, share]);
const count = z.int().min(0);
const figure = z.strictObject({
  value: share.nullable(),
  interval: interval.nullable(),
  n: count,
  groups: count,
  why: z.string().nullable(),
});

export const MOST_EPOCHS = 100;
export const tuningRequestSchema = z.strictObject({
  epochs: z.int().min(1).max(MOST_EPOCHS),
  seed: seedSchema,
});

const aboutSchema = z.strictObject({
  schema: z.literal(1),
  request: tuningRequestSchema,
  at: z.iso.datetime(),
  images: count,
  groups: count,
  classes: count,
  best: count,
  report: z.strictObject({
    before: figure,
    after: figure,
    difference: z.strictObject({ value: share, interval }).nullable(),
    agreement: figure,
    better: z.boolean(),
    sentence: z.string(),
  }),
  learnt: z.array(z.tuple([itemIdSchema, idSchema, z.string().regex(/^[0-9a-f]{64}$/)])),
});

/** Nine megabytes each: those kept last stay, so that undo and redo find theirs. */
const KEPT = 4;
export class KeptTunings {
  readonly #known = new Map<string, TunedAbout | null>();

  /** @param folder of the project's tuned backbones; need not be there */
  constructor(readonly folder: string) {}

  /** Folder of a tuned backbone. */
  dirOf(id: string): string {
    return path.join(this.folder, id);
  }

  /** What is known of it; null where its folder is gone, or holds something else. */
  async about(id: string): Promise<TunedAbout | null> {
    if (!this.#known.get(id)) this.#known.set(id, await read(path.join(this.dirOf(id), 'tuning.json')));
    return this.#known.get(id) ?? null;
  }

  /** What lies beside it was written anew. */
  renewed(id: string): void {
    this.#known.delete(id);
  }

  /** All but this one. @param inUse null: none is */
  async unused(inUse: string | null): Promise<Stored[]> {
    return (await storedIn(this.folder)).filter(({ name }) => name !== inUse);
  }

  /** Removes these for good. */
  async forgetUnused(inUse: string | null): Promise<void> {
    for (const id of [...this.#known.keys()]) if (id !== inUse) this.#known.delete(id);
    await removeStored(this.folder, await this.unused(inUse));
  }

  /** Removes all but the newest ones. @param inUse stays in any case */
  async dropOld(inUse: string): Promise<void> {
    const names = (await fs.readdir(this.folder)).filter(isTuned);
    const aged = await Promise.all(
      names.map(async (name) => ({ name, at: (await fs.stat(this.dirOf(name))).mtimeMs })),
    );
    aged.sort((a, b) => b.at - a.at);
    for (const { name } of aged.slice(KEPT))
      if (name !== inUse) await fs.rm(this.dirOf(name), { recursive: true, force: true });
  }
}

async function read(file: string): Promise<TunedAbout | null> {
  try {
    const parsed = aboutSchema.safeParse(JSON.parse(await fs.readFile(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // gone, or not readable: the shipped backbone is used, and it is said
  }
}
