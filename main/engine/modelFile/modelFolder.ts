/**
 * @file Finds an exported model in a folder and makes sure that it is whole and ours, before anything of it is loaded.
 * Runs in the engine and in the process of the export check.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { PersonError, describe } from '../../contract/errors';
import { EXPORT_FORMATS, type ExportFormat } from '../../contract/exportFormats';
import {
  CHECK_FILE,
  LABELS_FILE,
  labelsFile,
  METADATA_FILE,
  METADATA_FORMAT,
  METADATA_SCHEMA,
  metadataSchema,
  type Metadata,
  type ModelFileInfo,
} from './metadata';
import { foreignOperations } from './operations';
import { told } from '../../../strings/words';

export interface ModelFolder {
  /** Holds metadata.json and the files it names. */
  readonly dir: string;
  readonly metadata: Metadata;
}

/** Subfolders of an export, the fastest model first. */
const FORMATS: readonly ExportFormat[] = [
  'savedmodel',
  ...EXPORT_FORMATS.filter((one) => one !== 'savedmodel'),
];

/**
 * @param chosen the folder of one format, or that of an export, which holds one for each
 * @throws PersonError naming the folder and what is wrong with it
 */
export async function readModelFolder(chosen: string): Promise<ModelFolder> {
  const { dir, text } = await findMetadata(chosen);
  const metadata = parseMetadata(dir, text);
  await requirePassed(dir);
  for (const file of metadata.model.files) await requireWhole(dir, file, metadata);
  const lines = await read(dir, LABELS_FILE);
  if (lines.toString('utf8') !== labelsFile(metadata.classes))
    throw damaged(dir, `${LABELS_FILE} and ${METADATA_FILE} name different classes`);
  return { dir, metadata };
}

async function findMetadata(chosen: string): Promise<{ dir: string; text: string }> {
  for (const dir of [chosen, ...FORMATS.map((format) => path.join(chosen, format))]) {
    const text = await readFile(path.join(dir, METADATA_FILE), 'utf8').catch(() => null);
    if (text !== null) return { dir, text };
  }
  throw new PersonError(told().exports.noModel(chosen, METADATA_FILE));
}

function parseMetadata(dir: string, text: string): Metadata {
  const content = parseJson(dir, text);
  const head = z.object({ format: z.literal(METADATA_FORMAT), schema: z.number() }).safeParse(content);
  if (!head.success) throw new PersonError(told().exports.otherKind(dir, METADATA_FILE));
  if (head.data.schema > METADATA_SCHEMA) throw new PersonError(told().exports.newer(dir));
  const parsed = metadataSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw damaged(dir, `${METADATA_FILE}: ${issue?.path.join('.')}: ${issue?.message}`);
}

function parseJson(dir: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw damaged(dir, `${METADATA_FILE} is no JSON: ${describe(error)}`);
  }
}

/** An export that failed its check is kept for whoever looks into it, not for use. */
async function requirePassed(dir: string): Promise<void> {
  const text = await readFile(path.join(dir, CHECK_FILE), 'utf8').catch(() => null);
  if (text === null) return;
  const check = z.object({ passed: z.literal(true) }).safeParse(parseJson(dir, text));
  if (!check.success) throw new PersonError(told().exports.failedCheck(dir));
}

async function requireWhole(dir: string, info: ModelFileInfo, { model }: Metadata): Promise<void> {
  const bytes = await read(dir, info.name);
  if (createHash('sha256').update(bytes).digest('hex') !== info.sha256)
    throw damaged(dir, `${info.name} is not what ${METADATA_FILE} says`);
  if (model.format !== 'savedmodel') return;
  const foreign = foreignOperations(bytes);
  if (foreign.length > 0) throw new PersonError(told().exports.foreignGraph(dir, foreign.join(', ')));
}

async function read(dir: string, name: string): Promise<Buffer> {
  return readFile(path.join(dir, name)).catch((error: unknown) => {
    throw damaged(dir, describe(error));
  });
}

export function damaged(dir: string, detail: string): PersonError {
  return new PersonError(told().exports.damaged(dir), detail);
}
