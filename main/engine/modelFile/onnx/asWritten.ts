/**
 * @file Whether an ONNX graph is what our emitter makes of the layers that were read from it, to the last attribute:
 * nothing that the reader did not look at may be there. Pure: runs in the engine and in tests.
 */
import { root, type OnnxGraph } from '../../export/onnx/proto';

/** @throws Error naming the first part that differs */
export function requireAsWritten(found: OnnxGraph, expected: OnnxGraph): void {
  requireParts('NodeProto', 'the node', found.node, expected.node);
  requireParts('TensorProto', 'the tensor', found.initializer, expected.initializer);
  requireParts('ValueInfoProto', 'the input', found.input, expected.input);
  requireParts('ValueInfoProto', 'the output', found.output, expected.output);
  if (found.name !== expected.name) throw new Error(`the graph is named ${found.name}`);
}

function requireParts(
  message: string,
  what: string,
  found: readonly { name: string }[],
  expected: readonly { name: string }[],
): void {
  const type = root.lookupType(message);
  const bytes = (part: object | undefined) => Buffer.from(part ? type.encode(part).finish() : []);
  for (let i = 0; i < Math.max(found.length, expected.length); i++)
    if (!bytes(found[i]).equals(bytes(expected[i])))
      throw new Error(`${what} ${(found[i] ?? expected[i])!.name} is not as this program writes it`);
}
