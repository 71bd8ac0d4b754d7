/**
 * @file A model of the person's own, looked at, loaded and run; whether it has a description yet makes no difference. Engine,
 * and the process that tries a model.
 */
import { BackboneError } from '../backbone/description';
import { tf, type Tensor } from '../backbone/tensorflow';
import type { Looked } from './answer';
import type { OwnInput, OwnModel, OwnOutput } from './description';
import { Feeder } from './feeding';
import { loadKind, type LoadedKind } from './kinds';
import { lookAtModel } from './lookAt';

export interface OwnRule {
  /** Of the copied files. */
  dir: string;
  model: OwnModel;
  input: OwnInput;
}

export interface Ran {
  rank: OwnOutput['rank'];
  /** [D] of each image, averaged over height and width where the output is a map; any sign, not always finite. */
  rows: Float32Array[];
}

export class RunningModel {
  readonly #feeder: Feeder;

  private constructor(
    private readonly loaded: LoadedKind,
    /** Images that the model takes at once and no other number; null: any. */
    private readonly exactly: number | null,
    input: OwnInput,
  ) {
    this.#feeder = new Feeder(input);
  }

  /**
   * Looks at the files and loads them.
   * @throws PersonError where they hold what is not for inference; Error with TensorFlow's words where it cannot load them
   */
  static async load({ dir, model, input }: OwnRule): Promise<RunningModel> {
    const looked = await lookAtModel(dir);
    requireNamed(looked, model);
    const exactly = looked.inputs[0]?.shape?.[0] ?? -1;
    const loaded = await loadKind[model.kind](looked.dir, model);
    return new RunningModel(loaded, exactly > 0 ? exactly : null, input);
  }

  /**
   * Runs images at once: whoever asks decides how many.
   * @param images - [size, size, 3] each, RGB
   * @throws Error where the model fails, or what it puts out is no embedding
   */
  run(images: readonly Uint8Array[]): Ran {
    const room = this.exactly ?? images.length;
    if (images.length > room) throw new Error(`the model takes ${room} images at once, not ${images.length}`);
    const input = this.#feeder.tensor(filledUp(images, room));
    let output: Tensor | undefined;
    try {
      output = this.loaded.predict(input);
      return rowsOf(output, images.length, room);
    } finally {
      tf.dispose(output ? [input, output] : [input]);
    }
  }

  /** Frees the model; it cannot be used afterwards. */
  dispose(): void {
    this.loaded.dispose();
  }
}

/** A model that takes a certain number gets the last image several times. */
const filledUp = (images: readonly Uint8Array[], room: number): readonly Uint8Array[] => [
  ...images,
  ...Array.from({ length: room - images.length }, () => images.at(-1)!),
];

function requireNamed({ kind, inputs, outputs }: Looked, model: OwnModel): void {
  const isOf = (ports: Looked['inputs'], name: string): boolean => ports.some((port) => port.name === name);
  if (kind !== model.kind) throw new BackboneError(`the model is of kind ${kind}, not ${model.kind}`);
  if (inputs.length !== 1 || !isOf(inputs, model.input))
    throw new BackboneError(`the model is not fed by its input ${model.input} alone`);
  // Graphs of older versions do not say what they put out.
  if (!isOf(outputs, model.output) && (outputs.length > 0 || kind !== 'tfjs-graph'))
    throw new BackboneError(`the model has no output ${model.output}`);
}

/** @throws Error where it is no [room, D] or [room, height, width, D] of float32 */
function rowsOf(output: Tensor, count: number, room: number): Ran {
  const { shape, rank, dtype } = output;
  if (dtype !== 'float32' || (rank !== 2 && rank !== 4) || shape[0] !== room || output.size === 0)
    throw new Error(
      `the output is ${dtype} of [${shape.join(', ')}], not float32 of [${room}, values] or [${room}, height, width, values]`,
    );
  const values = output.dataSync<'float32'>();
  const dimension = shape.at(-1)!;
  const each = values.length / room;
  const rows = Array.from({ length: count }, (_, n) =>
    averaged(values.subarray(n * each, (n + 1) * each), dimension),
  );
  return { rank, rows };
}

/** In float64 and by us, so that the values do not depend on how many images there are. */
function averaged(values: Float32Array, dimension: number): Float32Array {
  if (values.length === dimension) return values.slice();
  const sums = new Float64Array(dimension);
  for (let i = 0; i < values.length; i++) sums[i % dimension]! += values[i]!;
  return Float32Array.from(sums, (sum) => (sum * dimension) / values.length);
}
