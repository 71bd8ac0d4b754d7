/** @file Joins what should not have happened to who tells it and to what a report says. Runs in main. */
import os from 'node:os';
import path from 'node:path';
import type { Core } from './core';
import type { Desk } from './desk/desk';
import { userName } from './projects/holder';
import { linesOf, type About } from './shell/about';
import { chooseNewFile } from './shell/dialogs';
import { crashDumps } from './shell/faults/crashDumps';
import { Faults } from './shell/faults/faults';
import { machineLines, ownFolders, readLog, shortened } from './shell/faults/machine';
import type { Private } from './shell/faults/scrub';
import { watchWindow } from './shell/faults/windowWatch';
import { words } from '../strings/words';
import { cache, logFile } from './shell/places';
import type { PreferenceFile } from './shell/preferences';
import type { MainWindow } from './shell/window';

interface ReportingParts {
  about: About;
  core: Core;
  desk: Desk;
  preferences: PreferenceFile;
  window: MainWindow;
  showLog: () => void;
}

export function watchFaults({ about, core, desk, preferences, window, showLog }: ReportingParts): Faults {
  const faults = new Faults({
    about: async () => ({
      facts: [...linesOf(await about.facts()), ...machineLines()],
      dumps: (await crashDumps()).map(shortened),
      log: await readLog(logFile()),
      private: secretsOf(desk, preferences),
    }),
    tell: (fault) => window.send('fault:happened', fault),
    chooseFile: (name) => {
      const { save, text } = words().faults;
      return chooseNewFile(window.browserWindow, save, name, [{ name: text.file, extensions: ['txt'] }]);
    },
  });
  faults.watchMain();
  core.onLost = (helper) => faults.lost(helper);
  watchWindow({ window: window.browserWindow, faults, reload: () => window.load(), showLog });
  return faults;
}

/** What the open project and the recent ones are called, and what is in them. */
function secretsOf(desk: Desk, preferences: PreferenceFile): Private {
  const document = desk.session?.store.document;
  const rows = desk.session?.library.items.rows ?? [];
  const folders = document?.folders.flatMap(({ path: folder }) => [folder, path.basename(folder)]) ?? [];
  const recent = preferences.recent.flatMap(({ name, path: folder }) => [name, path.basename(folder)]);
  const classes = document?.classes.map(({ name }) => name) ?? [];
  return {
    home: os.homedir(),
    own: ownFolders(cache()),
    names: [...new Set([userName(), document?.name ?? '', ...folders, ...recent, ...classes])],
    images: rows.map(({ path: file }) => path.basename(file)).filter((name) => name.includes(' ')),
  };
}
