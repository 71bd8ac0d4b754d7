/**
 * @file Reads a `project.json`, of this version or another, and says exactly what it found; never a default in place
 * of what could not be read. Runs in main.
 */
import { promises as fs } from 'node:fs';
import type { z } from 'zod';
import { findMisfit } from './check';
import { errorCode, explain, ProjectError } from './errors';
import { fingerprintOf } from './journal/fingerprint';
import { migrate } from './migrations';
import type { Migration, RawDocument } from './migrations';
import { projectSchema, SCHEMA_VERSION } from './schema';
import type { ProjectDocument } from './schema';
import { told } from '../../strings/words';

export type Loaded =
  | { kind: 'good'; document: ProjectDocument; version: number; fingerprint: string }
  /** Written by a newer program; what this one does not know is left out, so it must not be written back. */
  | { kind: 'newer'; document: ProjectDocument; version: number }
  /** `problem` continues 'project.json …'. */
  | { kind: 'broken'; problem: string }
  | { kind: 'missing' };

/** @throws {ProjectError} 'unreadable' where permissions or the network forbid reading; 'newer' where the newer file cannot be shown. */
export async function loadDocument(file: string, steps: readonly Migration[]): Promise<Loaded> {
  let bytes: Buffer;
  try {
    bytes = await fs.readFile(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { kind: 'missing' };
    if (errorCode(error) === 'EIO') return { kind: 'broken', problem: told().projects.unreadableFromDisk };
    const { what, advice } = explain(error);
    throw new ProjectError('unreadable', told().projects.couldNotBeRead(file, what, advice).trim());
  }
  return bytes.length === 0 ? { kind: 'broken', problem: told().projects.isEmpty } : parse(bytes, steps);
}

function parse(bytes: Buffer, steps: readonly Migration[]): Loaded {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    return {
      kind: 'broken',
      problem: told().projects.isDamaged(error instanceof Error ? error.message : String(error)),
    };
  }
  if (!isRaw(value)) return { kind: 'broken', problem: told().projects.holdsNoProject };
  const version = value['schema'];
  if (typeof version !== 'number' || !Number.isInteger(version))
    return { kind: 'broken', problem: told().projects.saysNoVersion };
  return version > SCHEMA_VERSION
    ? parseNewer(value, version)
    : parseKnown(value, version, steps, () => fingerprintOf(bytes));
}

function parseKnown(
  value: RawDocument,
  version: number,
  steps: readonly Migration[],
  fingerprint: () => string,
): Loaded {
  let current: RawDocument;
  try {
    current = migrate(value, version, SCHEMA_VERSION, steps);
  } catch (error) {
    return {
      kind: 'broken',
      problem: told().projects.notUpToDate(error instanceof Error ? error.message : String(error)),
    };
  }
  const parsed = projectSchema.safeParse(current);
  if (!parsed.success)
    return { kind: 'broken', problem: told().projects.isNoProject(firstIssue(parsed.error)) };
  const misfit = findMisfit(parsed.data);
  if (misfit !== null) return { kind: 'broken', problem: told().projects.contradictsItself(misfit) };
  return { kind: 'good', document: parsed.data, version, fingerprint: fingerprint() };
}

/** Shows as much of a newer document as this version understands: fields it does not know are dropped. */
function parseNewer(value: RawDocument, version: number): Loaded {
  const trimmed: RawDocument = { ...value, schema: SCHEMA_VERSION };
  for (let round = 0; round < 20; round++) {
    const parsed = projectSchema.safeParse(trimmed);
    if (parsed.success) return { kind: 'newer', document: parsed.data, version };
    if (!parsed.error.issues.every((issue) => dropUnknown(trimmed, issue))) break;
  }
  throw new ProjectError('newer', told().projects.newerNotShown(version));
}

function dropUnknown(root: RawDocument, issue: z.core.$ZodIssue): boolean {
  if (issue.code !== 'unrecognized_keys') return false;
  let at: unknown = root;
  for (const step of issue.path) at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : null;
  if (typeof at !== 'object' || at === null) return false;
  for (const key of issue.keys) Reflect.deleteProperty(at, key);
  return true;
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue
    ? `${issue.path.join(' › ') || told().projects.theWhole}: ${issue.message}`
    : told().projects.unknown;
}

function isRaw(value: unknown): value is RawDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
