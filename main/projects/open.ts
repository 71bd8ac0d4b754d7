/** @file Opens a project: lock, read, repair where the person agrees, or open for reading only. Runs in main. */
import { promises as fs } from 'node:fs';
import { DurableAdapter } from './adapter';
import { serialise } from './document';
import { explain, ProjectError } from './errors';
import { copyDurably, removeTemporaries } from './files';
import { fingerprintOf } from './journal/fingerprint';
import { Journal, readJournal } from './journal/journal';
import { loadDocument } from './load';
import { ProjectLock } from './lock';
import { migrations as released } from './migrations';
import type { Migration } from './migrations';
import { datedPath, projectName, projectPaths } from './paths';
import { recover } from './recovery';
import type { ConfirmRecovery } from './recovery';
import { SCHEMA_VERSION } from './schema';
import type { ProjectDocument } from './schema';
import { ProjectStore } from './store';
import type { StoreOptions } from './store';
import { told } from '../../strings/words';

export interface OpenOptions {
  /** Who labels: goes into each label. */
  by: string;
  confirmRecovery: ConfirmRecovery;
  /** Told what a person should know and need not act on, as when another program changed the project's file. */
  onNotice?: (sentence: string) => void;
  now?: () => Date;
  migrations?: readonly Migration[];
  /** Waits between tries to save, ms. */
  retryDelays?: readonly number[];
}

/**
 * Opens the project in `folder` (NAME.imprint).
 * @returns a store; its `readOnly` says why, where it is locked by another, written by a newer version, or in a
 * place that cannot be written to.
 * @throws {ProjectError} where it cannot be shown: 'missing', 'broken' (and no backup was wanted), 'newer',
 * 'unreadable'.
 */
export async function openProject(folder: string, options: OpenOptions): Promise<ProjectStore> {
  const now = options.now ?? (() => new Date());
  if (!(await isFolder(folder))) throw new ProjectError('missing', told().projects.noProjectAt(folder));
  const gate = await tryLock(folder, now());
  try {
    const { document, access } = await load(folder, gate, { ...options, now });
    const { by, retryDelays } = options;
    return new ProjectStore({ folder, by, now, document, access, ...(retryDelays && { retryDelays }) });
  } catch (error) {
    if ('lock' in gate) await gate.lock.release();
    throw asProjectError(error, folder);
  }
}

type Gate = { lock: ProjectLock } | { readOnly: string };

/** Whatever keeps us from locking keeps us from writing; reading may still be possible. */
async function tryLock(folder: string, now: Date): Promise<Gate> {
  try {
    return { lock: await ProjectLock.acquire(folder, now) };
  } catch (error) {
    if (error instanceof ProjectError) return { readOnly: error.message };
    const { what, advice } = explain(error);
    return { readOnly: told().projects.readOnlySince(projectName(folder), what, advice).trim() };
  }
}

type Settled = OpenOptions & { now: () => Date };
type Opened = Pick<StoreOptions, 'document' | 'access'>;

async function load(folder: string, gate: Gate, options: Settled): Promise<Opened> {
  return 'lock' in gate ? loadLocked(folder, gate.lock, options) : loadReadOnly(folder, gate, options);
}

async function loadLocked(folder: string, lock: ProjectLock, options: Settled): Promise<Opened> {
  const { now, migrations = released, onNotice = () => undefined, confirmRecovery: confirm } = options;
  const file = projectPaths(folder).document;
  await removeTemporaries(folder);
  const adapter = new DurableAdapter(folder, { lock, now, onNotice });
  await adapter.remember();
  const [found, bytes] = await Promise.all([loadDocument(file, migrations), readJournal(folder)]);
  const writable = (document: ProjectDocument, fingerprint: string): Opened => {
    adapter.journal = new Journal(folder, { bytes, fingerprint, onNotice, name: projectName(folder) });
    return { document, access: { adapter, lock } };
  };
  if (found.kind === 'newer') {
    await lock.release();
    return { document: found.document, access: { readOnly: newerSentence(folder, found.version) } };
  }
  if (found.kind === 'good') {
    if (found.version < SCHEMA_VERSION)
      await copyDurably(file, datedPath(folder, `format-${found.version}`, now()));
    return writable(found.document, found.fingerprint);
  }
  const document = await recover(found, { folder, migrations, confirm, now });
  await adapter.remember();
  return writable(document, fingerprintOf(Buffer.from(serialise(document))));
}

async function loadReadOnly(folder: string, gate: { readOnly: string }, options: Settled): Promise<Opened> {
  const found = await loadDocument(projectPaths(folder).document, options.migrations ?? released);
  if (found.kind === 'good') return { document: found.document, access: gate };
  if (found.kind === 'newer') {
    return { document: found.document, access: { readOnly: newerSentence(folder, found.version) } };
  }
  const problem = found.kind === 'missing' ? told().projects.isMissing : found.problem;
  throw new ProjectError(
    found.kind,
    told().projects.notRepairable(projectName(folder), problem, gate.readOnly),
  );
}

function asProjectError(error: unknown, folder: string): ProjectError {
  if (error instanceof ProjectError) return error;
  const { what, advice } = explain(error);
  return new ProjectError(
    'unreadable',
    told().projects.couldNotBeOpened(projectName(folder), what, advice).trim(),
    folder,
  );
}

function newerSentence(folder: string, version: number): string {
  return told().projects.newerReadOnly(projectName(folder), version);
}

async function isFolder(path: string): Promise<boolean> {
  return fs.stat(path).then(
    (stat) => stat.isDirectory(),
    () => false,
  );
}
