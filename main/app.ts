/** @file The app with its window: opens it, joins it to the open project, ends in good order. Runs in main. */
import { app, shell } from 'electron';
import type { MenuMarks } from './contract/areas/app';
import { PersonError, describe } from './contract/errors';
import type { MenuAction } from './contract/menuActions';
import { encodeRows } from './contract/rows';
import { openCore } from './core';
import { applyPreferences, Preferring } from './preferring';
import { watchFaults } from './reporting';
import { About } from './shell/about';
import { Desk } from './desk/desk';
import type { Session } from './desk/session';
import type { SessionEvents } from './desk/sessionEvents';
import { Importer } from './exchange/importer';
import { Merger } from './exchange/merging/merger';
import { Saver } from './exchange/saver';
import { Exporter } from './exporting/exporter';
import { handlersOf } from './ipc/handlers';
import { route } from './ipc/router';
import { Adder } from './ownBackbones/adder';
import { startLine } from './ownBackbones/startLine';
import { ProjectError } from './projects/errors';
import { userName } from './projects/holder';
import { confirmDiscard, confirmRecovery } from './shell/dialogs';
import { threadDraw } from './reports/drawing';
import { claimSingleInstance, setupQuit } from './shell/lifetime';
import { Given, pathAmong } from './shell/given';
import { speakAs } from './shell/language';
import { log } from './shell/log';
import { setupMenu } from './shell/menu';
import { built, logFile, preferenceFile, projectsFolder, resource, userFolder } from './shell/places';
import { PreferenceFile } from './shell/preferences';
import { told, words } from '../strings/words';
import { serveDecoder, serveWindow, type ImageSource } from './shell/protocol';
import { MainWindow } from './shell/window';

/** @param given what to open first, and whatever is given later */
export async function openApp(given = new Given()): Promise<void> {
  let toFront = (): void => undefined;
  const another = (argv: string[], cwd: string): void => {
    toFront();
    given.offer(pathAmong(argv, cwd, process.defaultApp === true));
  };
  if (!claimSingleInstance(another)) return app.quit();
  const preferences = new PreferenceFile(preferenceFile());
  speakAs(preferences.values.language);
  await applyPreferences(preferences);
  const images: ImageSource = {
    thumbnail: async (token) => (await desk.session?.library.thumbnail(token)) ?? adder.picture(token),
    view: async (token, side) => (await desk.session?.library.views.get(token, side)) ?? null,
    file: (token) => desk.session?.library.file(token) ?? desk.session?.baseImages.images.file(token) ?? null,
  };
  serveWindow(built('renderer'), images);
  const decoderSession = serveDecoder(built('renderer'), images);
  const window = new MainWindow(built('main', 'preload.cjs'), preferences);
  toFront = () => window.toFront();
  given.onOffer(() => window.send('app:given', null));
  const core = await openCore(
    decoderSession,
    preferences.values.thumbnailLimit,
    () => preferences.values.backbone,
  );
  const desk = new Desk({
    core,
    by: userName(),
    projectsFolder: projectsFolder(),
    otherwise: userFolder('projects'),
    sample: resource('samples'),
    confirmRecovery: (details) => confirmRecovery(window.browserWindow, details),
    events: eventsTo(window, () => refreshMenu()),
  });
  let marks: MenuMarks = { autoAdvance: true, mapTool: null };
  const refreshMenu = (): void => menuFor(desk.session, window, marks);
  const projectChanged = (session: Session | null): void => {
    window.setTitle(session?.name ?? null);
    exporter.cancel();
    saver.cancel();
    merger.cancel();
    importer.cancel();
    refreshMenu();
  };
  const saver = new Saver((progress) => window.send('labels:saveProgress', progress));
  const importer = new Importer((progress) => window.send('labels:planProgress', progress));
  const merger = new Merger((progress) => window.send('merge:progress', progress));
  const exporter = new Exporter({
    core,
    version: app.getVersion(),
    progress: (progress) => window.send('export:progress', progress),
  });
  const adder = new Adder({
    backbones: userFolder('backbones'),
    photos: resource('samples', 'photos'),
    startLine: () => startLine(core),
    progress: (progress) => window.send('ownBackbone:progress', progress),
    changed: () => core.backbones.readAgain(),
  });
  const about = new About(() => core.tensorflow);
  const faults = watchFaults({ about, core, desk, preferences, window, showLog });
  const speakAnew = (): void => {
    core.speak();
    refreshMenu();
    // The page chooses its words when it is loaded, and finds its project again.
    void window.load('#preferences');
  };
  route(
    handlersOf({
      about,
      adder,
      faults,
      preferring: new Preferring({ file: preferences, core, speakAnew }),
      desk,
      window,
      given,
      preferences,
      exporter,
      importer,
      merger,
      saver,
      engine: core.engine,
      projectChanged,
      report: { version: app.getVersion(), draw: threadDraw(built('main', 'report-charts.cjs')) },
      menuMarks: (newest) => {
        marks = newest;
        refreshMenu();
      },
    }),
    (event) => window.isSender(event),
  );
  setupQuit(async () => {
    if (!(await putAway(desk, window))) return false;
    window.rememberPlace();
    await Promise.all([exporter.end(), saver.end(), adder.close()]);
    await core.stop();
    // What did not end by itself has nobody to wait for any more.
    await exporter.end();
    return true;
  });
  // The decoder's hidden window would keep the app running behind a closed one.
  window.onCloseWish(() => app.quit());
  refreshMenu();
  await window.load();
  // After the window, because a person looks at the window first.
  core.start().catch((error: unknown) => {
    log.error('the engine could not be started', error);
    window.send('app:notice', engineNotice(error));
  });
}

/** @returns false where changes cannot be saved and the person would rather stay */
async function putAway(desk: Desk, window: MainWindow): Promise<boolean> {
  try {
    await desk.close();
  } catch (error) {
    if (!(error instanceof ProjectError) || error.code !== 'unsaved') throw error;
    if (!(await confirmDiscard(window.browserWindow, error.message))) return false;
    await desk.close(true);
  }
  return true;
}

function menuFor(session: Session | null, window: MainWindow, marks: MenuMarks): void {
  const titles = session?.store.titles ?? { undo: null, redo: null };
  const act = (action: MenuAction): void => window.send('app:menu', action);
  setupMenu({ projectOpen: session !== null, ...titles, ...marks }, { act, showLog });
}

const showLog = (): void => shell.showItemInFolder(logFile());

function eventsTo(window: MainWindow, refreshMenu: () => void): SessionEvents {
  return {
    changed: (change) => {
      window.send('project:changed', change);
      refreshMenu();
    },
    saved: (state) => window.send('project:saved', state),
    items: (rows) => window.send('items:changed', encodeRows(rows)),
    progress: (progress) => window.send('embedding:progress', progress),
    comparing: (progress) => window.send('duplicates:progress', progress),
    purging: (progress) => window.send('purge:progress', progress),
    moves: (state) => window.send('moves:changed', state),
    guesses: (table) => window.send('guesses:changed', table),
    estimate: (estimate) => window.send('estimate:changed', estimate),
    map: (state) => window.send('map:changed', state),
    baseProgress: (progress) => window.send('evaluation:baseProgress', progress),
    evaluation: (state) => window.send('evaluation:changed', state),
    tuning: (state) => window.send('tuning:changed', state),
    arranging: (progress) => window.send('search:arranging', progress),
    training: (state) => window.send('training:changed', state),
    notice: (text) => window.send('app:notice', { kind: 'warning', title: told().shell.pleaseNote, text }),
    trouble: (title, error) => {
      log.error(title, error);
      const inLog = !(error instanceof PersonError);
      const text = inLog ? words().faults.unasked : error.message;
      window.send('app:notice', { kind: 'error', title, text, inLog });
    },
  };
}

function engineNotice(error: unknown): { kind: 'error'; title: string; text: string } {
  const text = told().shell.engineNotStarted(describe(error));
  return { kind: 'error', title: told().shell.engineNotStartedTitle, text };
}
