/**
 * @file What happens when `project.json` is broken or missing: the newest good backup is offered, and takes its place
 * only after the person said so. Runs in main.
 */
import { promises as fs } from 'node:fs';
import { modifiedAt } from './backups';
import { serialise } from './document';
import { ProjectError } from './errors';
import { writeDurably } from './files';
import { loadDocument } from './load';
import type { Loaded } from './load';
import type { Migration } from './migrations';
import { backupPath, datedPath, projectName, projectPaths } from './paths';
import type { ProjectDocument } from './schema';
import { told } from '../../strings/words';

export interface RecoveryDetails {
  project: string;
  /** A sentence: what is wrong with the file. */
  problem: string;
  /** Where the broken file is put; null where there is no file. */
  keptAs: string | null;
  backup: {
    path: string;
    /** ISO 8601, UTC. */
    savedAt: string;
    classes: number;
    labels: number;
  };
}

/** Asks the person; true: use the backup. */
export type ConfirmRecovery = (details: RecoveryDetails) => Promise<boolean>;

export interface RecoveryOptions {
  folder: string;
  migrations: readonly Migration[];
  confirm: ConfirmRecovery;
  now: () => Date;
}

type Bad = Extract<Loaded, { kind: 'broken' | 'missing' }>;
type Backup = { path: string; savedAt: number; document: ProjectDocument };

/**
 * @returns the document of the backup, which is `project.json` now.
 * @throws {ProjectError} 'broken' or 'missing' where there is no good backup or the person declined; nothing was
 * changed then.
 */
export async function recover(found: Bad, options: RecoveryOptions): Promise<ProjectDocument> {
  const { folder, confirm, now } = options;
  const problem = sentence(found, folder);
  const backup = await newestGood(options);
  if (!backup) throw new ProjectError(found.kind, told().projects.noGoodBackup(problem), folder);
  const keptAs = found.kind === 'broken' ? datedPath(folder, 'broken', now()) : null;
  const { path, savedAt, document } = backup;
  const counts = { classes: document.classes.length, labels: Object.keys(document.labels).length };
  const saved = { path, savedAt: new Date(savedAt).toISOString(), ...counts };
  if (!(await confirm({ project: projectName(folder), problem, keptAs, backup: saved }))) {
    throw new ProjectError(found.kind, told().projects.backupNotUsed(problem), folder);
  }
  const file = projectPaths(folder).document;
  const moveAside = async (): Promise<void> => (keptAs === null ? undefined : fs.rename(file, keptAs));
  await writeDurably(file, Buffer.from(serialise(document)), moveAside);
  return document;
}

function sentence(found: Bad, folder: string): string {
  const name = projectName(folder);
  if (found.kind === 'missing') return told().projects.hasNoFile(name);
  return told().projects.fileOf(name, found.problem);
}

async function newestGood({ folder, migrations }: RecoveryOptions): Promise<Backup | null> {
  const candidates: { path: string; savedAt: number }[] = [];
  for (const n of [1, 2, 3] as const) {
    const path = backupPath(folder, n);
    const savedAt = await modifiedAt(path);
    if (savedAt !== null) candidates.push({ path, savedAt });
  }
  candidates.sort((a, b) => b.savedAt - a.savedAt);
  for (const candidate of candidates) {
    const loaded = await loadDocument(candidate.path, migrations);
    if (loaded.kind === 'good') return { ...candidate, document: loaded.document };
  }
  return null;
}
