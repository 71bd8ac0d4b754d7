/**
 * @file The ways in which models for pictures are usually fed: value = (pixel - mean) / std, channel by channel in the order in
 * which they are fed. Pure; main, and the process that tries a model.
 */
import type { ChannelOrder, Normalisation, Way } from '../contract/areas/ownBackbones';

type Three = [number, number, number];

export interface FedRule {
  colour: ChannelOrder;
  mean: Three;
  std: Three;
}

const all = (value: number): Three => [value, value, value];

/** Mean and spread of ImageNet's pixels by red, green and blue, as torchvision and Keras's 'torch' mode have them. */
const IMAGENET_MEAN: Three = [0.485 * 255, 0.456 * 255, 0.406 * 255];
const IMAGENET_STD: Three = [0.229 * 255, 0.224 * 255, 0.225 * 255];
/** As Caffe's models and Keras's ResNet and VGG have it. */
const CAFFE_MEAN: Three = [123.68, 116.779, 103.939];

const RULES: Record<Normalisation, { mean: Three; std: Three }> = {
  bytes: { mean: all(0), std: all(1) },
  unit: { mean: all(0), std: all(255) },
  signed: { mean: all(127.5), std: all(127.5) },
  imagenet: { mean: IMAGENET_MEAN, std: IMAGENET_STD },
  caffe: { mean: CAFFE_MEAN, std: all(1) },
};

export const NORMALISATIONS = Object.keys(RULES) as Normalisation[];
export const ORDERS: readonly ChannelOrder[] = ['RGB', 'BGR'];

export function ruleOf({ normalisation, colour }: Way): FedRule {
  const { mean, std } = RULES[normalisation];
  const inOrder = ([red, green, blue]: Three): Three =>
    colour === 'RGB' ? [red, green, blue] : [blue, green, red];
  return { colour, mean: inOrder(mean), std: inOrder(std) };
}

/** All ways in which values of a type are fed: whole numbers are what they are. */
export const waysFor = (type: 'uint8' | 'int32' | 'float32'): Way[] =>
  (type === 'float32' ? NORMALISATIONS : (['bytes'] as const)).flatMap((normalisation) =>
    ORDERS.map((colour) => ({ normalisation, colour })),
  );
