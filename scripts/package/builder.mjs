/** @file Has electron-builder lay out the program, around the Electron of set-up and without fetching anything. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build, Platform } from 'electron-builder';
import { listFiles } from '../setup/files.mjs';
import { electronInfo, root } from '../setup/paths.mjs';
import { Problem, reasonOf } from '../setup/problem.mjs';
import { run } from '../setup/run.mjs';
import { fusesFor, verifyFuses } from './fuses.mjs';
import { placesIn, unpackedFolder } from './places.mjs';

/** Exists under the fallback Electron only, where it stands in for its own default app. */
const LAUNCHER = 'resources/app';

/**
 * The program as a folder, with its fuses as they must be.
 * @returns {Promise<{ folder: string, fuses: Awaited<ReturnType<typeof verifyFuses>> }>}
 */
export async function buildFolder() {
  const { binary, dist, version } = electronInfo();
  const electronFuses = await fusesFor(binary);
  await build({
    projectDir: root,
    targets: Platform.current().createTarget('dir'),
    config: {
      extends: 'electron-builder.yml',
      electronDist: dist,
      electronVersion: version,
      electronFuses,
      // dist/stage is all that goes in. Only who rebuilds by a hook of theirs is spared a second search for modules.
      npmRebuild: true,
      beforeBuild: () => Promise.resolve(false),
      afterExtract: ({ appOutDir }) => prepareElectron(appOutDir),
    },
  }).catch((cause) => {
    throw new Problem('electron-builder could not lay out the package. What was built is kept.', {
      cause,
      details: reasonOf(cause),
    });
  });
  const folder = unpackedFolder();
  return { folder, fuses: await verifyFuses(placesIn(folder).binary, electronFuses) };
}

/** @param {string} folder a copy of Electron */
async function prepareElectron(folder) {
  await rm(path.join(folder, LAUNCHER), { recursive: true, force: true });
  if (process.platform === 'linux') await strip(folder);
}

/** Symbols for debuggers; an official release has none. @param {string} folder */
async function strip(folder) {
  const names = await listFiles(folder);
  const binaries = names.filter((name) =>
    /(?:^|\/)(?:electron|chrome_crashpad_handler|[^/]+\.so(?:\.\d+)?)$/.test(name),
  );
  await run('strip', ['-s', ...binaries.map((name) => path.join(folder, name))]);
}

/** What Electron brings into a package, by name below its folder. @returns {Promise<ReadonlySet<string>>} */
export async function electronFiles() {
  const { dist } = electronInfo();
  const names = await listFiles(dist);
  return new Set(
    names
      .filter((name) => !name.startsWith(`${LAUNCHER}/`))
      // The program gets our name.
      .map((name) => name.replace(/^electron(\.exe)?$/, path.basename(placesIn('').binary))),
  );
}
