/**
 * @file A backbone as the engine has it loaded, with what guessing needs to know of it. What needs its layers or its own classes
 * takes a `LoadedDescribed`. Engine.
 */
import { MAX_BATCH, type Backbone } from './backbone/backbone';
import { DescribedBackbone } from './backbone/described';
import {
  ownConstants,
  readConstants,
  type BackboneConstants,
  type EmbeddingConstants,
} from './guessing/constants';
import { isOwnFolder } from './ownBackbones/description';
import { OpaqueBackbone } from './ownBackbones/opaqueBackbone';

export interface LoadedDescribed {
  /** Folder of its files. */
  dir: string;
  backbone: DescribedBackbone;
  constants: BackboneConstants;
}

export interface LoadedOwn {
  dir: string;
  backbone: OpaqueBackbone;
  constants: EmbeddingConstants;
}

export type LoadedBackbone = LoadedDescribed | LoadedOwn;

/** Whether its layers are known. */
export const isDescribed = (loaded: LoadedBackbone): loaded is LoadedDescribed =>
  loaded.backbone instanceof DescribedBackbone;

/**
 * Loads the backbone in a folder, of whichever kind it is.
 * @throws BackboneError where its files are damaged
 */
export async function loadBackbone(dir: string, modelCache: string): Promise<LoadedBackbone> {
  if (!(await isOwnFolder(dir))) return loadDescribed(dir, modelCache);
  const backbone = await OpaqueBackbone.load(dir);
  return warm({ dir, backbone, constants: ownConstants(backbone.description) });
}

/** As `loadBackbone`, of one whose layers are known. */
export async function loadDescribed(dir: string, modelCache: string): Promise<LoadedDescribed> {
  const backbone = await DescribedBackbone.load(dir, modelCache);
  return warm({ dir, backbone, constants: await readConstants(dir) });
}

/** The first prediction sets up kernels and takes ten times as long: better now than at the first image. */
function warm<T extends { backbone: Backbone }>(loaded: T): T {
  const { backbone } = loaded;
  try {
    backbone.embed(blankImages(backbone, 1));
    return loaded;
  } catch (error) {
    backbone.dispose();
    throw error;
  }
}

/** Images of nothing, in grey: at most a batch of them. */
export function blankImages({ inputSize }: Backbone, count = MAX_BATCH): Uint8Array[] {
  return Array.from({ length: count }, () => new Uint8Array(inputSize ** 2 * 3).fill(127));
}
