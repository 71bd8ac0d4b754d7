/** @file Which backbones this installation has, from their folders below resources/backbones. Runs in main. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { describe } from '../../contract/errors';
import { backboneHash, outputSizes, readDescription } from '../../engine/backbone/description';
import type { BackboneFacts } from '../../engine/protocol';
import { shippedId } from '../../contract/backboneIds';
import { DEFAULT_BACKBONE } from '../../projects/document';

export interface InstalledBackbone extends BackboneFacts {
  id: string;
  name: string;
  /** Its folder. */
  dir: string;
  /** Side of the square input, pixels. */
  inputSize: number;
  /** Of its weights file. */
  bytes: number;
}

/** The id of the backbone that new projects are made with, as a person chose it; null: none was chosen. */
export type PreferredBackbone = () => string | null;

export class InstalledBackbones {
  private constructor(
    /** By id; never empty. */
    readonly list: readonly InstalledBackbone[],
    private readonly preferred: PreferredBackbone,
  ) {}

  /**
   * @param folder holds a folder for each
   * @param onBroken told of each that cannot be read: the others are there all the same
   * @throws Error where none can be read
   */
  static async read(
    folder: string,
    preferred: PreferredBackbone,
    onBroken: (sentence: string) => void,
  ): Promise<InstalledBackbones> {
    const names = (await fs.readdir(folder)).sort();
    const read = await Promise.all(
      names.map((name) =>
        readOne(path.join(folder, name)).catch((error: unknown) => onBroken(describe(error))),
      ),
    );
    const list = read.flatMap((one) => one ?? []);
    if (list.length === 0) throw new Error(`There is no backbone in ${folder}: install the program again.`);
    return new InstalledBackbones(list, preferred);
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
    return this.of(this.preferred() ?? DEFAULT_BACKBONE) ?? this.of(DEFAULT_BACKBONE) ?? this.list[0]!;
  }
}

async function readOne(dir: string): Promise<InstalledBackbone> {
  const description = await readDescription(dir);
  const { id, name, input, weights } = description;
  const facts = { hash: backboneHash(description), dimension: outputSizes(description).embeddingSize };
  return { id, name, dir, inputSize: input.size, bytes: weights.bytes, ...facts };
}
