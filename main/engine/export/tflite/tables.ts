/**
 * @file Writes flatbuffers from nested literals: a table is its fields by number. The format wants everything that a
 * table points to written before it, which is the order kept here. Pure; runs in the engine and in tests.
 */
import { Builder } from 'flatbuffers';

/** Writes what lies outside of its table, and returns what sets the field once the table is begun. */
export type Field = (builder: Builder) => (slot: number) => void;

/** Writes what a field points to. @returns its place */
type Target = (builder: Builder) => number;

const pointer =
  (target: Target): Field =>
  (builder) => {
    const place = target(builder);
    return (slot) => builder.addFieldOffset(slot, place, 0);
  };

// Without a default every value is written, also such as a reader would take for granted.
export const int8 =
  (value: number): Field =>
  (builder) =>
  (slot) =>
    builder.addFieldInt8(slot, value, null);
export const int32 =
  (value: number): Field =>
  (builder) =>
  (slot) =>
    builder.addFieldInt32(slot, value, null);
export const float32 =
  (value: number): Field =>
  (builder) =>
  (slot) =>
    builder.addFieldFloat32(slot, value, null);
export const text = (value: string): Field => pointer((builder) => builder.createString(value));

const tableTarget =
  (fields: Record<number, Field>): Target =>
  (builder) => {
    const slots = Object.keys(fields).map(Number);
    const setters = slots.map((slot) => fields[slot]!(builder));
    builder.startObject(Math.max(-1, ...slots) + 1);
    setters.forEach((set, i) => set(slots[i]!));
    return builder.endObject();
  };

/** Fields by their number in the schema. */
export const table = (fields: Record<number, Field>): Field => pointer(tableTarget(fields));

/** Tables of one kind, by their fields. */
export const tables = (all: readonly Record<number, Field>[]): Field => places(all.map(tableTarget));
export const texts = (values: readonly string[]): Field =>
  places(values.map((value) => (builder) => builder.createString(value)));

/** Places of what was written before. */
const places = (targets: readonly Target[]): Field =>
  pointer((builder) => {
    const found = targets.map((target) => target(builder));
    builder.startVector(4, found.length, 4);
    for (const place of found.reverse()) builder.addOffset(place);
    return builder.endVector();
  });

const numbers = (values: readonly number[], add: (builder: Builder, value: number) => void): Field =>
  pointer((builder) => {
    builder.startVector(4, values.length, 4);
    for (const value of [...values].reverse()) add(builder, value);
    return builder.endVector();
  });
export const int32s = (values: readonly number[]): Field =>
  numbers(values, (builder, value) => builder.addInt32(value));
export const float32s = (values: readonly number[]): Field =>
  numbers(values, (builder, value) => builder.addFloat32(value));

/** @param align what the first byte's place in the file is a multiple of */
export const bytes = (data: Uint8Array, align: number): Field =>
  pointer((builder) => {
    builder.prep(align, data.length);
    return builder.createByteVector(data);
  });

/**
 * The file of a root table.
 * @param identifier four letters that say which schema it follows
 * @param room bytes that it will take at most; more are made where that is too little
 */
export function flatbuffer(fields: Record<number, Field>, identifier: string, room?: number): Uint8Array {
  const builder = new Builder(room);
  builder.finish(tableTarget(fields)(builder), identifier);
  return builder.asUint8Array();
}
