/**
 * @file A graph network that makes classification weights better: two layers, in which every class hears from its neighbours.
 * Runs in the engine and in tests. Source: Gidaris, Komodakis (CVPR 2019), section 3; METHODS 4.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { tf, type Tensor2D, type Variable } from '../../backbone/tensorflow';
import { gaussian } from '../../map/random';
import { variable, type Own } from '../optimise/scope';
import { unitRows } from '../projection/losses/unit';
import { heard, type Neighbours } from './neighbours';

const HIDDEN = 128;
/** Of the gates at the start: σ(-2) = .12, so that weights begin near what was imprinted. */
const CLOSED = -2;

/** Values of a network, by name, each with its shape. */
export type Parameters = Record<Name, { readonly values: Float32Array; readonly shape: [number, number] }>;
export type Variables = Record<Name, Variable>;
type Name = (typeof NAMES)[number];

const NAMES = ['own1', 'near1', 'bias1', 'own2', 'near2', 'bias2', 'residual', 'gate', 'gateBias'] as const;

/** Glorot, Bengio (AISTATS 2010), with normal values drawn by seed. @param dimension D */
export function startingParameters(dimension: number, seed: number): Parameters {
  const random = xoroshiro128plus(seed);
  const drawn = (from: number, to: number) => {
    const spread = Math.sqrt(2 / (from + to));
    return {
      values: Float32Array.from({ length: from * to }, () => spread * gaussian(random)),
      shape: [from, to] as [number, number],
    };
  };
  const constant = (value: number, to: number) => ({
    values: new Float32Array(to).fill(value),
    shape: [1, to] as [number, number],
  });
  return {
    own1: drawn(dimension, HIDDEN),
    near1: drawn(dimension, HIDDEN),
    bias1: constant(0, HIDDEN),
    own2: drawn(HIDDEN, HIDDEN),
    near2: drawn(HIDDEN, HIDDEN),
    bias2: constant(0, HIDDEN),
    residual: drawn(HIDDEN, dimension),
    gate: drawn(HIDDEN, dimension),
    gateBias: constant(CLOSED, dimension),
  };
}

/** The parameters as variables, which `own` disposes of. */
export function variablesOf(parameters: Parameters, own: Own): Variables {
  const made = NAMES.map((name) => [name, own(variable(parameters[name].values, parameters[name].shape))]);
  return Object.fromEntries(made) as Variables;
}

/** Values of variables, in memory of their own. */
export function parametersOf(variables: Variables): Parameters {
  const read = NAMES.map((name) => {
    const { shape } = variables[name];
    return [name, { values: Float32Array.from(variables[name].dataSync<'float32'>()), shape }];
  });
  return Object.fromEntries(read) as Parameters;
}

/**
 * w + step·gate⊙norm(r) for weights w [N, D]: h = relu(w·V₁ + S·w·M₁ + b₁), g = relu(h·V₂ + S·h·M₂ + b₂), r = g·R,
 * gate = σ(g·G + b_g). A class is moved by what it and its neighbours are, not by where it stands: another order of the classes
 * gives the same in that order.
 * @param step 0 leaves the weights as they are
 */
export function denoised(network: Variables, weights: Tensor2D, near: Neighbours, step: number): Tensor2D {
  const layer = (h: Tensor2D, own: Variable, others: Variable, bias: Variable): Tensor2D =>
    tf.relu(
      tf
        .matMul<Tensor2D>(h, own)
        .add(heard(near, tf.matMul(h, others)))
        .add(bias),
    );
  const h = layer(weights, network.own1, network.near1, network.bias1);
  const g = layer(h, network.own2, network.near2, network.bias2);
  const residual = unitRows(tf.matMul(g, network.residual));
  const gate = tf.matMul<Tensor2D>(g, network.gate).add(network.gateBias).sigmoid();
  return weights.add(residual.mul(gate).mul(step));
}
