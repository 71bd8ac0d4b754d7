/**
 * @file Options that a function call carries for the session it would run in (the attribute config_proto). Devices and
 * threads may be told; rewriters of graphs, clusters and whatever is not known may not. Pure.
 */
import protobuf from 'protobufjs/light.js';
import { Unfit } from '../answer';
import { nodesIn, type Graph } from './graph';

/** Fields of tensorflow/core/protobuf/config.proto's ConfigProto that say which devices and how many threads. */
const PLAIN = new Set([1, 2, 3, 5, 6, 7, 8, 16, 18]);

/** @throws Unfit where a call asks for more than devices and threads */
export function requirePlainCalls(graph: Graph): void {
  for (const { name, attr } of nodesIn(graph))
    for (const { key, value } of attr)
      if (key === 'config_proto' && !isPlain(value?.s ?? new Uint8Array()))
        throw new Unfit(`${name} in its graph asks for a session of its own`);
}

function isPlain(bytes: Uint8Array): boolean {
  const reader = protobuf.Reader.create(Uint8Array.from(bytes));
  try {
    while (reader.pos < reader.len) {
      const tag = reader.uint32();
      if (!PLAIN.has(tag >>> 3)) return false;
      reader.skipType(tag & 7);
    }
    return true;
  } catch {
    return false;
  }
}
