/**
 * @file The weights of a kept head as a file. Runs in the engine and in tests. Little-endian, as all our platforms are.
 *
 *   'IMPHEAD1' · length of the facts in bytes (uint32) · the facts, as JSON · the arrays · SHA-256 of all before
 */
import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { PersonError } from '../../contract/errors';
import { writeDurably } from '../../projects/files';
import { requireHead, type Head } from '../imprinting/head';
import { told } from '../../../strings/words';

/** A head of own classes alone, and what is needed to put it beside others. */
export interface StoredHead {
  readonly head: Head;
  /** Backbone whose embeddings it was trained on. */
  readonly backbone: string;
  /** ν, mean length of the raw embeddings that it learnt from. */
  readonly meanLength: number;
}

interface Facts {
  backbone: string;
  meanLength: number;
  input: Head['input'];
  classes: number;
  counts: number[] | null;
  dimension: number;
  temperature: number;
  /** Values of each array, 0 where there is none. */
  sizes: Record<ArrayName, number>;
}

const MAGIC = 'IMPHEAD1';
const SUM_BYTES = 32;
const ARRAYS = ['shift', 'projection', 'weights', 'scale', 'bias'] as const;
type ArrayName = (typeof ARRAYS)[number];
const SINGLE: readonly ArrayName[] = ['shift', 'projection'];

export function encodeHead({ head, backbone, meanLength }: StoredHead): Buffer {
  const { input, classes, counts, dimension, temperature } = head;
  const sizes = Object.fromEntries(ARRAYS.map((name) => [name, head[name]?.length ?? 0]));
  const facts = { backbone, meanLength, input, classes, counts, dimension, temperature, sizes };
  const text = Buffer.from(JSON.stringify(facts));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const arrays = ARRAYS.flatMap((name) => {
    const values = head[name];
    return values ? [Buffer.from(values.buffer, values.byteOffset, values.byteLength)] : [];
  });
  const body = Buffer.concat([Buffer.from(MAGIC), length, text, ...arrays]);
  return Buffer.concat([body, sumOf(body)]);
}

/** @throws PersonError where the file is damaged */
export function decodeHead(bytes: Buffer): StoredHead {
  try {
    return decode(bytes);
  } catch (error) {
    throw new PersonError(
      told().engine.headFileDamaged,
      error instanceof Error ? error.message : String(error),
    );
  }
}

export const writeHead = (file: string, stored: StoredHead): Promise<void> =>
  writeDurably(file, encodeHead(stored));

/** @throws PersonError where it is not there, or damaged */
export async function readHead(file: string): Promise<StoredHead> {
  const bytes = await fs.readFile(file).catch(() => null);
  if (!bytes) throw new PersonError(told().engine.headFileGone);
  return decodeHead(bytes);
}

function decode(bytes: Buffer): StoredHead {
  const end = bytes.length - SUM_BYTES;
  if (end < 12 || bytes.toString('latin1', 0, 8) !== MAGIC) throw new Error('it is no head');
  if (!sumOf(bytes.subarray(0, end)).equals(bytes.subarray(end))) throw new Error('its sum is wrong');
  const from = 12 + bytes.readUInt32LE(8);
  const facts = JSON.parse(bytes.toString('utf8', 12, from)) as Facts;
  const { backbone, meanLength, sizes, ...rest } = facts;
  let at = from;
  const take = (name: ArrayName): Float64Array => {
    const wide = SINGLE.includes(name) ? 4 : 8;
    // A copy lies where arrays of doubles may begin.
    const part = Uint8Array.from(bytes.subarray(at, (at += sizes[name] * wide)));
    return wide === 4 ? Float64Array.from(new Float32Array(part.buffer)) : new Float64Array(part.buffer);
  };
  const [shift, projection, weights, scale, bias] = ARRAYS.map(take) as Five;
  const single = (values: Float64Array): Float32Array | null =>
    values.length === 0 ? null : Float32Array.from(values);
  const head: Head = { ...rest, shift: single(shift), projection: single(projection), weights, scale, bias };
  requireHead(head);
  for (const values of [shift, projection, weights, scale, bias])
    if (!values.every(Number.isFinite)) throw new Error('it holds values that are no numbers');
  return { head, backbone, meanLength };
}

type Five = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

const sumOf = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
