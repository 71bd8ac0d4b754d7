/**
 * @file The golden images and Pillow's answers to them (test/golden/decoder/make_goldens.py). The tests in this folder
 * read files, so they are checked with Node's types and not, like the decoder's other tests, with the window's.
 */
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Box, Framing } from '../../../main/contract/model';

const folder = path.resolve(import.meta.dirname, '../../golden/decoder');

export interface Golden {
  file: string;
  /** Side of the input, pixels. */
  size: number;
  /** Scale in eighths at which Pillow decoded it, by framing. */
  eighths: number[];
}

export interface GoldenReduction {
  from: [width: number, height: number];
  to: [width: number, height: number];
  /** SHA-256 of Pillow's RGB bytes. */
  sha256: string;
}

interface Goldens {
  framings: Framing[];
  files: Golden[];
  reductions: GoldenReduction[];
}

export const { framings, files, reductions } = JSON.parse(
  fs.readFileSync(path.join(folder, 'goldens.json'), 'utf8'),
) as Goldens;

export function goldenPath(file: string): string {
  return path.join(folder, 'images', file);
}

export function goldenBytes(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(fs.readFileSync(goldenPath(file)));
}

/** Pillow's [size, size, 3] for one framing. */
export function expectedInput({ file, size }: Golden, framing: number): Uint8Array {
  const all = gunzipSync(fs.readFileSync(path.join(folder, 'expected', `${file}.rgb.gz`)));
  return new Uint8Array(all.subarray(framing * size * size * 3, (framing + 1) * size * size * 3));
}

/** What the files in facts/ say of themselves, and the golden files' difference hashes (make_facts.py). */
export const { facts, hashes } = JSON.parse(fs.readFileSync(path.join(folder, 'facts.json'), 'utf8')) as {
  facts: { file: string; capturedAt: string | null; camera: string | null }[];
  hashes: { file: string; pixelHash: string }[];
};

export function factsPath(file: string): string {
  return path.join(folder, 'facts', file);
}

export function factsBytes(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(fs.readFileSync(factsPath(file)));
}

/** Boxes, and Pillow's inputs for them as SHA-256 of their RGB bytes (make_boxes.py). */
export const boxGoldens = JSON.parse(fs.readFileSync(path.join(folder, 'boxes.json'), 'utf8')) as {
  boxes: Box[];
  files: { file: string; size: number; inputs: string[] }[];
};

/** TIFF files, and Pillow's inputs for them under the three framings as SHA-256 of their RGB bytes (make_tiffs.py). */
export const tiffGoldens = JSON.parse(fs.readFileSync(path.join(folder, 'tiffs.json'), 'utf8')) as {
  size: number;
  files: { file: string; inputs: string[] }[];
};

export function tiffPath(file: string): string {
  return path.join(folder, 'tiff', file);
}

export function tiffBytes(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(fs.readFileSync(tiffPath(file)));
}
