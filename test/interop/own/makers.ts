/** @file Who makes the models that this program reads: a Python for each version of TensorFlow, and what is saved by it how. */
import path from 'node:path';
import { Programs, Python } from '../python';

const script = path.join(import.meta.dirname, 'make.py');
const tensorflow = (version: string) => ({
  python: new Python(`tensorflow-${version}`),
  packages: [`tensorflow-cpu==${version}`],
});

export const makers = new Programs({
  'tensorflow 2.12': tensorflow('2.12.1'),
  'tensorflow 2.15': { python: new Python('tensorflow'), packages: ['tensorflow-cpu==2.15.1'] },
  'tensorflow 2.21': tensorflow('2.21.0'),
  tensorflowjs: {
    python: new Python('tensorflowjs'),
    packages: ['tensorflow-cpu==2.15.1', 'tf-keras==2.15.1', 'tensorflow-hub==0.16.1', 'setuptools<80'],
    // What it asks for beyond these is for JAX and decision forests, and another 500 MB.
    alone: ['tensorflowjs==4.22.0'],
  },
});
export type Maker = (typeof makers.names)[number];

export interface Way {
  maker: Maker;
  way: 'model.save' | 'tf.saved_model.save' | 'model.export' | 'LayersModel' | 'GraphModel';
  networks: readonly string[];
  /** Part of the sentence that refuses all of them. */
  refused?: string;
}

const ALL = ['small', 'MobileNetV2', 'MobileNetV3Small', 'EfficientNetB0', 'ResNet50'] as const;
const TWO = ['small', 'MobileNetV2'] as const;

export const WAYS: readonly Way[] = [
  { maker: 'tensorflow 2.12', way: 'model.save', networks: TWO },
  { maker: 'tensorflow 2.15', way: 'model.save', networks: ALL },
  { maker: 'tensorflow 2.15', way: 'tf.saved_model.save', networks: TWO },
  { maker: 'tensorflow 2.15', way: 'model.export', networks: TWO },
  { maker: 'tensorflow 2.21', way: 'model.export', networks: ALL },
  {
    ...{ maker: 'tensorflow 2.21', way: 'tf.saved_model.save', networks: ['MobileNetV2'] },
    refused: 'its file has no values for',
  },
  { maker: 'tensorflowjs', way: 'LayersModel', networks: ['MobileNetV2', 'ResNet50'] },
  { maker: 'tensorflowjs', way: 'GraphModel', networks: TWO },
];

/** @returns network → [N, C] */
export const make = ({ maker, way, networks }: Way, out: string, fed: string) =>
  makers.json<Record<string, number[][]>>(maker, [script, out, fed, way, ...networks]);

export const makeHostile = (out: string) => makers.json<string[]>('tensorflowjs', [script, out, 'hostile']);
