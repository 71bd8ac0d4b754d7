/**
 * @file Whether everything that a SavedModel's answers need has a value. tf.saved_model.save of a Keras 3 model writes each
 * variable twice: one set is restored, the other is computed with, and TensorFlow finds it empty. Pure.
 */
import { told } from '../../../../strings/words';
import { advice } from '../advice';
import { Unfit } from '../answer';
import { listed } from '../listed';
import { reachedFrom, type Graph } from './graph';
import type { MetaGraph, Signature } from './messages';
import { initialising } from './running';

const VARIABLES = new Set(['VarHandleOp', 'VariableV2', 'Variable']);

/** @throws Unfit naming variables that are neither restored nor initialised */
export function requireValues(meta: MetaGraph, graph: Graph, { outputs }: Signature): void {
  const restored = meta.saver?.restore ? [meta.saver.restore] : [];
  const valued = new Set(reachedFrom(graph, [...restored, ...initialising(meta), ...initialisers(meta)]));
  const needed = reachedFrom(
    graph,
    outputs.map(({ value }) => value?.name ?? ''),
  );
  const empty = needed.filter((node) => VARIABLES.has(node.op) && !valued.has(node));
  if (empty.length === 0) return;
  const names = listed(new Set(empty.map(({ name }) => name)));
  throw new Unfit(told().refusedModel.noValues(names), advice('serving'));
}

/** In newer files they are a signature. */
const initialisers = ({ signatures }: MetaGraph): string[] =>
  signatures
    .filter(({ key }) => key === '__saved_model_init_op')
    .flatMap(({ value }) => value?.outputs ?? [])
    .map(({ value }) => value?.name ?? '');
