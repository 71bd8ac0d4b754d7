/**
 * @file Steps from older versions of `project.json` to the one this program writes. Each step is a file of its own,
 * named for what it does, and is never changed once released. Pure. Runs in main.
 */
import { kinds } from './kinds';

/** A document of an older version, before anything is known of it but that it is an object. */
export type RawDocument = Record<string, unknown>;

export interface Migration {
  /** The version it reads; it makes the next one. */
  from: number;
  name: string;
  up(document: RawDocument): RawDocument;
}

/** In the order of their versions, without gaps. */
export const migrations: readonly Migration[] = [kinds];

/**
 * Brings a document to version `to`; one that is there already is returned as it is.
 * @throws {Error} where a step is missing; what a step itself throws, with its name in front.
 */
export function migrate(
  document: RawDocument,
  from: number,
  to: number,
  steps: readonly Migration[],
): RawDocument {
  let current = document;
  for (let version = from; version < to; version++) {
    const step = steps.find((s) => s.from === version);
    if (!step) throw new Error(`This program no longer reads version ${version} of a project.`);
    current = { ...run(step, current), schema: version + 1 };
  }
  return current;
}

function run(step: Migration, document: RawDocument): RawDocument {
  try {
    return step.up(document);
  } catch (error) {
    throw new Error(`${step.name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
