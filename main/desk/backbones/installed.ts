/**
 * @file Which backbones this installation has: those that come with it, from their folders below resources/backbones, and those
 * that the person added. Runs in main.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { DamagedBackbone } from '../../contract/areas/backbones';
import { describe } from '../../contract/errors';
import { backboneHash, outputSizes, readDescription } from '../../engine/backbone/description';
import { OWN_ID, ownHash, readOwnDescription } from '../../engine/ownBackbones/description';
import type { OwnModel } from '../../engine/ownBackbones/description';
import type { BackboneFacts } from '../../engine/protocol';
import type { SeenBy } from '../../projects/schema';
import { shippedId } from '../../contract/backboneIds';
import { DEFAULT_BACKBONE } from '../../projects/document';

export interface InstalledBackbone extends BackboneFacts {
  /** It came with the program, or the person added it. */
  kind: 'shipped' | 'own';
  id: string;
  name: string;
  /** Of the person's own; null: it came with the program. */
  model: OwnModel['kind'] | null;
  /** Its folder. */
  dir: string;
  /** Side of the square input, pixels. */
  inputSize: number;
  /** Of its weights file, or of all files that were copied. */
  bytes: number;
  /** On the sample photos when it was added; null: not measured. */
  imagesPerSecond: number | null;
}

/** Folders that hold a folder for each. */
export interface BackboneFolders {
  shipped: string;
  /** null: there are none of the person's own. */
  own: string | null;
}

/** The id of the backbone that new projects are made with, as a person chose it; null: none was chosen. */
export type PreferredBackbone = () => string | null;

export class InstalledBackbones {
  #list: readonly InstalledBackbone[] = [];
  #damaged: readonly DamagedBackbone[] = [];

  private constructor(
    private readonly folders: BackboneFolders,
    private readonly preferred: PreferredBackbone,
    private readonly onBroken: (sentence: string) => void,
  ) {}

  /**
   * @param onBroken told of each that cannot be read: the others are there all the same
   * @throws Error where none of those that come with the program can be read
   */
  static async read(
    folders: BackboneFolders,
    preferred: PreferredBackbone,
    onBroken: (sentence: string) => void,
  ): Promise<InstalledBackbones> {
    const installed = new InstalledBackbones(folders, preferred, onBroken);
    await installed.readAgain();
    return installed;
  }

  /** By id, those that come with the program first; never empty. */
  get list(): readonly InstalledBackbone[] {
    return this.#list;
  }

  /** Those of the person's own that cannot be read, by id. */
  get damaged(): readonly DamagedBackbone[] {
    return this.#damaged;
  }

  /** One was added or removed. */
  async readAgain(): Promise<void> {
    const { shipped, own } = this.folders;
    const ofProgram = await this.#readAll(shipped, (await fs.readdir(shipped)).sort(), readShipped);
    if (ofProgram.list.length === 0)
      throw new Error(`There is no backbone in ${shipped}: install the program again.`);
    // There is no such folder before the first one is added.
    const names = own === null ? [] : await fs.readdir(own).catch(() => []);
    const ids = names.filter((name) => OWN_ID.test(name)).sort();
    const ofPerson = await this.#readAll(own ?? '', ids, readOwn);
    this.#list = [...ofProgram.list, ...ofPerson.list];
    this.#damaged = ofPerson.damaged;
  }

  async #readAll(
    folder: string,
    names: readonly string[],
    read: (dir: string) => Promise<InstalledBackbone>,
  ): Promise<{ list: InstalledBackbone[]; damaged: DamagedBackbone[] }> {
    const damaged: DamagedBackbone[] = [];
    const reading = names.map((id) =>
      read(path.join(folder, id)).catch(
        (error: unknown) => void damaged.push({ id, reason: describe(error) }),
      ),
    );
    const list = (await Promise.all(reading)).flatMap((one) => one ?? []);
    for (const { reason } of damaged) this.onBroken(reason);
    return { list, damaged: damaged.sort((a, b) => (a.id < b.id ? -1 : 1)) };
  }

  /** The one that a project names, or that its tuned one was made of; null: it is not installed here. */
  of(backbone: string): InstalledBackbone | null {
    return this.list.find(({ id }) => id === shippedId(backbone)) ?? null;
  }

  /** The one that computes what this hash says (`backboneHash`); null: it is not installed here. */
  withHash(hash: string): InstalledBackbone | null {
    return this.list.find((one) => one.hash === hash) ?? null;
  }

  /** What new projects are made with, and what is loaded while none is open. */
  get default(): InstalledBackbone {
    return this.of(this.preferred() ?? DEFAULT_BACKBONE) ?? this.last;
  }

  /** What is loaded where nothing else can be: one that came with the program. */
  get last(): InstalledBackbone {
    return this.of(DEFAULT_BACKBONE) ?? this.list[0]!;
  }
}

/** What a project that is seen by it notes. */
export const seenBy = ({
  id,
  name,
  model,
  inputSize,
}: Pick<InstalledBackbone, 'id' | 'name' | 'model' | 'inputSize'>): SeenBy => ({
  backbone: id,
  ownBackbone: model === null ? null : { name, kind: model, side: inputSize },
});

async function readShipped(dir: string): Promise<InstalledBackbone> {
  const description = await readDescription(dir);
  const { id, name, input, weights } = description;
  const facts = { hash: backboneHash(description), dimension: outputSizes(description).embeddingSize };
  const rest = { dir, inputSize: input.size, bytes: weights.bytes, imagesPerSecond: null };
  return { kind: 'shipped', id, name, model: null, ...rest, ...facts };
}

async function readOwn(dir: string): Promise<InstalledBackbone> {
  const description = await readOwnDescription(dir);
  const { id, name, model, input, files, output, measured } = description;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const rest = { dir, inputSize: input.size, bytes, imagesPerSecond: measured.imagesPerSecond };
  return {
    kind: 'own',
    id,
    name,
    model: model.kind,
    ...rest,
    hash: ownHash(description),
    dimension: output.dimension,
  };
}
