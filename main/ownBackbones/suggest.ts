/**
 * @file What a model that was looked at can be used for, and how it is most likely meant: which input takes the picture, which
 * output looks like an embedding. Pure; runs in main.
 */
import { told } from '../../strings/words';
import {
  LEAST_SIDE,
  MOST_SIDE,
  type FoundModel,
  type FoundOutput,
  type ModelPort,
  type OutputUse,
  type TrialChoices,
} from '../contract/areas/ownBackbones';
import { PersonError } from '../contract/errors';
import type { Looked, Port } from '../engine/ownBackbones/answer';
import { noEmbedding, noPicture } from './sentences';

export type Found = Pick<FoundModel, 'kind' | 'input' | 'side' | 'outputs' | 'suggestion'>;

const USUAL_SIDE = 224;
/** Lengths that embeddings for pictures have; others can be chosen. */
const [SHORTEST, LONGEST] = [64, 4096];
const LEAST_DIMENSION = 2;
const MOST_DIMENSION = 16_384;
const CLASSES = /prob|soft_?max|logit|predict|score|class/i;
const FED = ['float32', 'uint8', 'int32'] as const;

/**
 * @param looked from `lookAtModel`
 * @throws PersonError where it takes no picture or puts out nothing that could be an embedding
 */
export function foundIn({ kind, inputs, outputs }: Pick<Looked, 'kind' | 'inputs' | 'outputs'>): Found {
  const { input, side } = pictureOf(inputs);
  const found = outputs.map(outputOf);
  const [best] = found.filter(({ use }) => typeof use === 'string').sort((a, b) => rankOf(b) - rankOf(a));
  if (!best) throw new PersonError(noEmbedding(outputs));
  return { kind, input, side, outputs: found, suggestion: suggestionFor(best, side, input.type) };
}

/** The rule that most models for whole numbers or for [-1, 1] were made with; the comparison tells better. */
const suggestionFor = (
  output: ModelPort,
  side: number | null,
  type: FoundModel['input']['type'],
): TrialChoices => ({
  output: output.name,
  side: side ?? USUAL_SIDE,
  normalisation: type === 'float32' ? 'signed' : 'bytes',
  colour: 'RGB',
});

/** The one input of [N, side, side, 3]. @throws PersonError that says what it takes instead */
function pictureOf(inputs: readonly Port[]): Pick<FoundModel, 'input' | 'side'> {
  const [input] = inputs;
  if (!input || inputs.length > 1) throw new PersonError(noPicture(inputs, 'one'));
  const type = FED.find((each) => each === (input.dtype ?? 'float32'));
  if (!type) throw new PersonError(noPicture(inputs, 'type'));
  // What is not said turns out when it is tried.
  const [, height = -1, width = -1, channels = 3] = input.shape ?? [-1, -1, -1, 3];
  if (input.shape && input.shape.length !== 4) throw new PersonError(noPicture(inputs, 'rank'));
  if (channels !== 3 && channels !== -1) throw new PersonError(noPicture(inputs, 'channels'));
  if (height > 0 && width > 0 && height !== width) throw new PersonError(noPicture(inputs, 'square'));
  const side = Math.max(height, width);
  if (side > MOST_SIDE || (side > 0 && side < LEAST_SIDE)) throw new PersonError(noPicture(inputs, 'side'));
  return { input: { ...input, type }, side: side > 0 ? side : null };
}

function outputOf(port: Port): FoundOutput {
  return { ...port, use: useOf(port), likeClasses: CLASSES.test(port.name) };
}

function useOf({ dtype, shape }: Port): OutputUse {
  if (dtype !== null && dtype !== 'float32') return { unfit: told().adding.unfit.type };
  if (!shape) return 'unsaid';
  if (shape.length !== 2 && shape.length !== 4) return { unfit: told().adding.unfit.rank };
  const length = shape.at(-1)!;
  if (length > 0 && (length < LEAST_DIMENSION || length > MOST_DIMENSION))
    return { unfit: told().adding.unfit.length };
  return shape.length === 2 ? 'vector' : 'map';
}

/** The larger, the more like an embedding. */
function rankOf({ name, use, shape, likeClasses }: FoundOutput): number {
  const length = shape?.at(-1) ?? -1;
  const usual = length < 0 || (length >= SHORTEST && length <= LONGEST);
  const named = /embed|feature|pool|vector/i.test(name);
  return (
    (usual ? 8 : 0) + (likeClasses ? 0 : 4) + (use === 'vector' ? 2 : use === 'map' ? 1 : 0) + (named ? 1 : 0)
  );
}
