/**
 * @file Looks a file of ONNX's messages through before it is decoded: a field that our emitter does not write is named,
 * and a file that is made of nothing but countless small parts is refused before memory is spent on them. Pure.
 */
import protobuf from 'protobufjs/light.js';
import { modelType, root } from '../../export/onnx/proto';

root.resolveAll();

/** An export of ours has some thousands. */
const MOST_FIELDS = 200_000;
const MESSAGE = 2;

/** Fields of the format that change what a model does, by message and number, for the sentence that names them. */
const FOREIGN: Record<string, Record<number, string>> = {
  ModelProto: { 20: 'training_info', 25: 'functions' },
  GraphProto: { 13: 'value_info', 14: 'quantization_annotation', 15: 'sparse_initializer' },
  NodeProto: { 7: 'domain' },
  AttributeProto: { 2: 'f', 4: 's', 5: 't', 6: 'g', 7: 'floats', 21: 'ref_attr_name' },
  TensorProto: { 4: 'float_data', 7: 'int64_data', 13: 'external_data', 14: 'data_location' },
};

/** @throws Error naming the first thing that our emitter does not write, or where the bytes are no such messages */
export function requireKnownFields(bytes: Uint8Array): void {
  new Walk(protobuf.Reader.create(bytes)).message(modelType, bytes.length);
}

class Walk {
  #left = MOST_FIELDS;

  constructor(private readonly reader: protobuf.Reader) {}

  message(type: protobuf.Type, end: number): void {
    if (end > this.reader.len) throw new Error(`${type.name} is cut off`);
    const seen = new Set<number>();
    while (this.reader.pos < end) this.#field(type, seen, end);
    if (this.reader.pos !== end) throw new Error(`${type.name} ends within a field`);
  }

  #field(type: protobuf.Type, seen: Set<number>, end: number): void {
    if (this.#left-- === 0) throw new Error(`it has more than ${MOST_FIELDS} parts`);
    const tag = this.reader.uint32();
    const id = tag >>> 3;
    const field = type.fieldsById[id];
    if (!field)
      throw new Error(`${type.name} holds ${FOREIGN[type.name]?.[id] ?? `a field of number ${id}`}`);
    if (!field.repeated && seen.has(id)) throw new Error(`${type.name} holds ${field.name} twice`);
    seen.add(id);
    if (!(field.resolvedType instanceof protobuf.Type)) this.reader.skipType(tag & 7);
    else if ((tag & 7) !== MESSAGE) throw new Error(`${field.name} of ${type.name} is no message`);
    else this.#within(field.resolvedType, end);
  }

  #within(type: protobuf.Type, end: number): void {
    const length = this.reader.uint32();
    if (this.reader.pos + length > end) throw new Error(`${type.name} is cut off`);
    this.message(type, this.reader.pos + length);
  }
}
