/** @file Every method by its name. Runs in the engine and in tests. */
import type { MethodId } from '../../contract/training';
import type { Method } from './method';
import { balanced } from './methods/balanced';
import { imprinting } from './methods/imprinting';
import { logistic } from './methods/logistic';
import { nca } from './methods/nca';
import { nearest } from './methods/nearest';
import { protonet } from './methods/protonet';
import { proxyNca } from './methods/proxyNca';
import { softmax } from './methods/softmax';
import { triplet } from './methods/triplet';

const methods: Partial<Record<MethodId, Method>> = {
  imprinting,
  balanced,
  softmax,
  protonet,
  nearest,
  logistic,
  'proxy-nca': proxyNca,
  nca,
  triplet,
};

/** Names of the methods that there are, in no particular order. */
export const methodIds = (): MethodId[] => Object.keys(methods) as MethodId[];

/** @throws Error for a method that there is not */
export function methodOf(id: MethodId): Method {
  const method = methods[id];
  if (!method) throw new Error(`there is no method ${id}`);
  return method;
}
