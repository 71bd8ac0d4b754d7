/**
 * @file What this program was built from, as `npm run package` wrote it into the archive (docs/packaging.md). Started
 * from a checkout there is no such file. Runs in main.
 */
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { packageFile } from './places';

const schema = z.object({
  version: z.string(),
  /** The Electron inside, such as '45.4.1'. */
  electron: z.string(),
  /** Whether that is the official release, or the older one that set-up falls back to. */
  electronSource: z.enum(['official', 'fallback']),
  /** Null where the sources lay in no repository. */
  commit: z.string().nullable(),
  /** Whether the checkout differed from its commit. */
  changed: z.boolean(),
  /** When it was built, ISO 8601. */
  date: z.iso.datetime(),
  /** Only what `npm run package -- --release` built. */
  release: z.boolean(),
});

export type BuildInfo =
  { kind: 'development'; version: string; electron: string } | ({ kind: 'package' } & z.infer<typeof schema>);

export const BUILD_FILE = 'build.json';

export function buildInfo(file = packageFile(BUILD_FILE)): BuildInfo {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { kind: 'development', version: app.getVersion(), electron: process.versions['electron'] ?? '' };
  }
  return { kind: 'package', ...schema.parse(JSON.parse(text)) };
}
