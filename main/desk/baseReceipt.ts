/** @file The receipt of what own classes cost the base, in words and as a file of the project's folder. Pure but for the file; runs in main. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { BaseReceipt, Figure } from '../contract/evaluation';
import type { BaseImpact } from '../engine/evaluating/baseImpact';
import { wilson } from '../engine/evaluation/intervals';
import { writeDurably } from '../projects/files';
import { told } from '../../strings/words';

const FORMAT = 1;
const figure = z.object({
  value: z.number().nullable(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
  n: z.int().min(0),
  groups: z.int().min(0),
  why: z.string().nullable(),
});
const receiptSchema = z.object({
  format: z.literal(FORMAT),
  at: z.iso.datetime(),
  revision: z.int().min(0),
  folder: z.string(),
  images: z.int().min(0),
  classes: z.int().min(0),
  before: figure,
  after: figure,
  join: z.enum(['replace', 'append']),
  lost: z.int().min(0),
  sentence: z.string(),
});

const fileIn = (evaluations: string): string => path.join(evaluations, 'base.json');

/** Null: not measured, or the file cannot be read, which is the same to a person. */
export async function readReceipt(evaluations: string): Promise<BaseReceipt | null> {
  const text = await fs.readFile(fileIn(evaluations), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const { format, ...receipt } = receiptSchema.parse(JSON.parse(text));
    return format === FORMAT ? receipt : null;
  } catch {
    return null;
  }
}

/** @throws the system's error */
export async function writeReceipt(evaluations: string, receipt: BaseReceipt): Promise<void> {
  await fs.mkdir(evaluations, { recursive: true });
  await writeDurably(fileIn(evaluations), Buffer.from(`${JSON.stringify({ format: FORMAT, ...receipt })}\n`));
}

export function receiptOf(
  { images, before, after, lost }: Omit<BaseImpact, 'leads'>,
  about: Pick<BaseReceipt, 'at' | 'revision' | 'folder' | 'classes' | 'join'>,
): BaseReceipt {
  const figures = { before: figureOf(before, images), after: figureOf(after, images) };
  return {
    ...about,
    ...figures,
    images,
    lost,
    sentence: told().evaluations.baseLost(before - after, lost, images),
  };
}

const figureOf = (right: number, n: number): Figure => ({
  ...{ value: right / n, interval: wilson(right / n, n), n, groups: n, why: null },
});
