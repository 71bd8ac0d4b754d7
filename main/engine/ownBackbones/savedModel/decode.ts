/**
 * @file The bytes of a saved_model.pb to its messages, walked through with bounds first: nothing is decoded of a file that
 * is cut off, nested endlessly or made of countless parts. Pure.
 */
import protobuf from 'protobufjs/light.js';
import { Unfit } from '../answer';
import { root, type MetaGraph } from './messages';

const MOST_FIELDS = 2_000_000;
const DEEPEST = 32;
const BYTES = 2;
const VARINT = 0;
const IN_BYTES = new Set(['string', 'bytes']);

/** @throws Unfit naming what is beyond the bounds, or that the bytes are no SavedModel */
export function decodeSavedModel(bytes: Uint8Array): MetaGraph[] {
  const type = root.lookupType('SavedModel');
  try {
    new Walk(protobuf.Reader.create(bytes)).message(type, bytes.length, DEEPEST);
    const options = { longs: Number, arrays: true, defaults: true };
    const model = type.toObject(type.decode(bytes), options) as { metaGraphs: MetaGraph[] };
    return model.metaGraphs;
  } catch (error) {
    if (error instanceof Unfit) throw error;
    throw new Unfit('saved_model.pb is cut off or damaged');
  }
}

class Walk {
  #left = MOST_FIELDS;

  constructor(private readonly reader: protobuf.Reader) {}

  message(type: protobuf.Type, end: number, depth: number): void {
    if (depth === 0) throw new Unfit(`saved_model.pb is nested more than ${DEEPEST} deep`);
    const seen = new Set<number>();
    while (this.reader.pos < end) this.#field(type, seen, end, depth);
    if (this.reader.pos !== end) throw new Error(`${type.name} ends within a field`);
  }

  #field(type: protobuf.Type, seen: Set<number>, end: number, depth: number): void {
    if (this.#left-- === 0) throw new Unfit(`saved_model.pb has more than ${MOST_FIELDS} parts`);
    const tag = this.reader.uint32();
    const field = type.fieldsById[tag >>> 3];
    if ((tag & 7) === 3 || (tag & 7) === 4) throw new Error('no field of TensorFlow is a group');
    if (!field) return void this.reader.skipType(tag & 7);
    // Readers disagree on whether a message that comes twice is joined or replaced.
    if (!field.repeated && seen.has(field.id))
      throw new Unfit(`saved_model.pb holds ${field.name} of a ${type.name} twice`);
    seen.add(field.id);
    const message = field.resolvedType instanceof protobuf.Type ? field.resolvedType : null;
    const wire = message !== null || IN_BYTES.has(field.type) ? BYTES : VARINT;
    if ((tag & 7) !== wire) throw new Error(`${field.name} is of another type`);
    if (message) this.#within(message, end, depth - 1);
    else this.reader.skipType(wire);
  }

  #within(type: protobuf.Type, end: number, depth: number): void {
    const length = this.reader.uint32();
    if (this.reader.pos + length > end) throw new Error(`${type.name} is cut off`);
    this.message(type, this.reader.pos + length, depth);
  }
}
