/** @file What methods are called in reports. Runs in main. */
import type { MethodId } from '../contract/training';
import { words } from '../../strings/words';

/** Those whose papers train the network too: here only what is made of its answers. */
const FROZEN: ReadonlySet<MethodId> = new Set(['softmax', 'proxy-nca', 'nca', 'triplet', 'protonet', 'wdae']);

export function fullNameOf(method: MethodId): string {
  const { methodWords, report } = words();
  const { name } = methodWords[method];
  return FROZEN.has(method) ? report.methods.frozen(name) : name;
}
