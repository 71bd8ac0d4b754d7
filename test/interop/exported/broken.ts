/** @file Exports that are spoiled after they were made, each in one way. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Metadata } from '../../../main/engine/modelFile/metadata';

export const FAULTS = ['crop', 'label order', 'scale', 'weights'] as const;
export type Fault = (typeof FAULTS)[number];

const FACTOR = 1.1;
const BLOCK = 65_536;

/** A copy of a format's folder with a fault in it. */
export function spoiled(folder: string, fault: Fault): string {
  const copy = `${folder}-${fault.replace(' ', '-')}`;
  cpSync(folder, copy, { recursive: true });
  spoil[fault](copy);
  return copy;
}

const spoil: Record<Fault, (folder: string) => void> = {
  crop: (folder) =>
    edit(folder, ({ preprocessing }) => void (preprocessing.framing = { kind: 'centreCrop' })),
  'label order': (folder) => {
    edit(folder, ({ classes }) => void classes.reverse());
    const file = path.join(folder, 'labels.txt');
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n').reverse();
    writeFileSync(file, `${lines.join('\n')}\n`);
  },
  scale: (folder) => {
    const [file, bytes, metadata] = weightsOf(folder);
    const at = scaleAt(bytes, metadata);
    // Scales of all own classes stand one after another.
    for (let i = at; isScale(bytes, i, metadata); i += 4) bytes.writeFloatLE(FACTOR * metadata.scale!, i);
    writeFileSync(file, bytes);
  },
  weights: (folder) => {
    const [file, bytes] = weightsOf(folder);
    const at = 4 * Math.round((3 * bytes.length) / 16);
    bytes.fill(0, at, at + BLOCK);
    writeFileSync(file, bytes);
  },
};

function edit(folder: string, change: (metadata: Metadata) => void): void {
  const file = path.join(folder, 'metadata.json');
  const metadata = JSON.parse(readFileSync(file, 'utf8')) as Metadata;
  change(metadata);
  writeFileSync(file, JSON.stringify(metadata));
}

/** The file that holds the weights is the largest. */
function weightsOf(folder: string): [file: string, bytes: Buffer, metadata: Metadata] {
  const metadata = JSON.parse(readFileSync(path.join(folder, 'metadata.json'), 'utf8')) as Metadata;
  const [largest] = [...metadata.model.files].sort((a, b) => b.bytes - a.bytes);
  const file = path.join(folder, largest!.name);
  return [file, readFileSync(file), metadata];
}

function scaleAt(bytes: Buffer, metadata: Metadata): number {
  const scale = Buffer.from(Float32Array.of(metadata.scale!, metadata.scale!).buffer);
  const at = bytes.indexOf(scale);
  if (at < 0) throw new Error(`the scale ${metadata.scale} is nowhere in the weights`);
  return at;
}

const isScale = (bytes: Buffer, at: number, { scale }: Metadata): boolean =>
  at + 4 <= bytes.length && bytes.readFloatLE(at) === Math.fround(scale!);
