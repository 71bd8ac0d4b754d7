/**
 * @file What the backbone's tests share: where things are, the golden inputs, a scratch folder.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { onTestFinished } from 'vitest';

export const ROOT = path.resolve(import.meta.dirname, '../../../../..');
export const BACKBONE = path.join(ROOT, 'resources/backbones/efficientnet-lite0');
export const GOLDEN = path.join(ROOT, 'test/golden/backbone');

export interface Answer {
  top5: number[];
  logits: number[];
}

export interface Golden {
  file: string;
  class: number;
  stored: Answer;
  original: Answer;
}

export async function readGoldens(): Promise<Golden[]> {
  const text = await readFile(path.join(GOLDEN, 'goldens.json'), 'utf8');
  return (JSON.parse(text) as { images: Golden[] }).images;
}

/** [224,224,3] RGB of a golden input. */
export async function readInput(golden: Golden): Promise<Uint8Array> {
  const image = sharp(path.join(GOLDEN, 'inputs', golden.file));
  return new Uint8Array(await image.removeAlpha().raw().toBuffer());
}

/** [N,1280], N rows in the order of the goldens. */
export async function readEmbeddings(which: 'stored' | 'original'): Promise<Float32Array> {
  const bytes = await readFile(path.join(GOLDEN, `embeddings-${which}.f32`));
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(4 * i));
}

/** An empty folder that is gone after the test. */
export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'imprint-backbone-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export function cosine(a: Float32Array, b: Float32Array): number {
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((x, i) => {
    ab += x * b[i]!;
    aa += x * x;
    bb += b[i]! ** 2;
  });
  return ab / Math.sqrt(aa * bb);
}

/** Positions of the k largest values, largest first. */
export function top(values: Float32Array, k: number): number[] {
  return [...values.keys()].sort((i, j) => values[j]! - values[i]!).slice(0, k);
}
