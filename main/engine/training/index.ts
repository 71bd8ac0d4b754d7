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
import { wdae } from './methods/wdae';

const methods: Record<MethodId, Method> = {
  imprinting,
  balanced,
  softmax,
  'proxy-nca': proxyNca,
  nca,
  triplet,
  protonet,
  wdae,
  nearest,
  logistic,
};

export const methodOf = (id: MethodId): Method => methods[id];
