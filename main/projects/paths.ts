/**
 * @file What is where in a project's folder, and nowhere else. Runs in main.
 *
 *   NAME.imprint/
 *     project.json            what a person decided
 *     project.backup-1..3.json  older states of it (see backups.ts)
 *     history.jsonl           what can be undone and redone (see journal/)
 *     exports.jsonl           what was exported when (see exports/)
 *     project.lock            who has it open
 *     project.broken-TIME.json  a broken file that a backup took the place of
 *     tuned/                  backbones whose last convolution was trained further (docs/tuning.md)
 *     given/                  sums that classes were given, each file named for its content (docs/class-files.md)
 *     evaluations/            contests of methods and what was measured on base images (see desk/keptContests.ts)
 *     cache/                  sidecars that can be rebuilt: delete them at will
 */
import path from 'node:path';

export const PROJECT_SUFFIX = '.imprint';

export interface ProjectPaths {
  folder: string;
  document: string;
  history: string;
  exports: string;
  lock: string;
  cache: string;
  scanIndex: string;
  embeddings: string;
  heads: string;
  evaluations: string;
  tuned: string;
  given: string;
  features: string;
}

export function projectPaths(folder: string): ProjectPaths {
  const cache = path.join(folder, 'cache');
  return {
    folder,
    document: path.join(folder, 'project.json'),
    history: path.join(folder, 'history.jsonl'),
    exports: path.join(folder, 'exports.jsonl'),
    lock: path.join(folder, 'project.lock'),
    cache,
    scanIndex: path.join(cache, 'scan.json'),
    embeddings: path.join(cache, 'embeddings'),
    heads: path.join(cache, 'heads'),
    evaluations: path.join(folder, 'evaluations'),
    tuned: path.join(folder, 'tuned'),
    given: path.join(folder, 'given'),
    features: path.join(cache, 'features'),
  };
}

export const backupPath = (folder: string, n: 1 | 2 | 3): string =>
  path.join(folder, `project.backup-${n}.json`);

/** A name beside `project.json` that says when: 'project.broken-2026-11-24T08-01-02-345Z.json'. */
export function datedPath(folder: string, what: string, now: Date): string {
  return path.join(folder, `project.${what}-${now.toISOString().replace(/[:.]/g, '-')}.json`);
}

/** The name that a person knows the project by: its folder without '.imprint'. */
export function projectName(folder: string): string {
  return path.basename(folder, PROJECT_SUFFIX);
}
