/**
 * @file What the backbone's tests share: where things are, the golden inputs, a scratch folder.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { onTestFinished } from 'vitest';

export const ROOT = path.resolve(import.meta.dirname, '../../../../..');
export const IDS = ['efficientnet-lite0', 'efficientnet-lite2'] as const;
export type BackboneId = (typeof IDS)[number];
export const backboneFolder = (id: BackboneId): string => path.join(ROOT, 'resources/backbones', id);
/** What most tests need: any backbone. */
export const BACKBONE = backboneFolder('efficientnet-lite0');
/** Of a backbone, which may be made below the folder given. */
export type FolderOf = (root: string) => Promise<string> | string;
const goldenFolder = (id: BackboneId): string => path.join(ROOT, 'test/golden/backbone', id);

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

export async function readGoldens(id: BackboneId = 'efficientnet-lite0'): Promise<Golden[]> {
  const text = await readFile(path.join(goldenFolder(id), 'goldens.json'), 'utf8');
  return (JSON.parse(text) as { images: Golden[] }).images;
}

/** [size,size,3] RGB of a golden input. */
export async function readInput(golden: Golden, id: BackboneId = 'efficientnet-lite0'): Promise<Uint8Array> {
  const image = sharp(path.join(goldenFolder(id), 'inputs', golden.file));
  return new Uint8Array(await image.removeAlpha().raw().toBuffer());
}

/** [N,1280], N rows in the order of the goldens. */
export async function readEmbeddings(id: BackboneId, which: 'stored' | 'original'): Promise<Float32Array> {
  const bytes = await readFile(path.join(goldenFolder(id), `embeddings-${which}.f32`));
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
