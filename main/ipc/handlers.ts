/** @file What each call of the window does, one line each where that says it all. Runs in main. */
import { app, shell } from 'electron';
import { PersonError } from '../contract/errors';
import type { AppState, ProjectChange, ProjectSnapshot } from '../contract/model';
import type { Desk } from '../desk/desk';
import type { Session } from '../desk/session';
import type { Exporter } from '../exporting/exporter';
import { chooseDirectory } from '../shell/dialogs';
import type { PreferenceFile } from '../shell/preferences';
import type { MainWindow } from '../shell/window';
import type { Handlers } from './router';

export interface HandlerParts {
  desk: Desk;
  window: MainWindow;
  preferences: PreferenceFile;
  exporter: Exporter;
  /** The open project, or whether there is one, has changed. */
  projectChanged(session: Session | null): void;
}

export function handlersOf(parts: HandlerParts): Handlers {
  return {
    ...appHandlers(parts),
    ...projectHandlers(parts),
    ...imageHandlers(parts),
    ...exportHandlers(parts),
  };
}

type Part<Prefix extends string> = Pick<Handlers, Extract<keyof Handlers, `${Prefix}:${string}`>>;

const state = ({ desk, preferences }: HandlerParts): AppState => ({
  version: app.getVersion(),
  recent: preferences.recent,
  project: desk.session?.snapshot() ?? null,
});

function appHandlers(parts: HandlerParts): Part<'app'> {
  return { 'app:state': () => state(parts) };
}

/** Shows the project that `open` gives; whatever was open is put away first. */
async function show(parts: HandlerParts, open: () => Promise<Session>): Promise<ProjectSnapshot> {
  const session = await open();
  parts.preferences.opened({ name: session.name, path: session.store.folder });
  parts.projectChanged(session);
  return session.snapshot();
}

async function chooseAndShow(
  parts: HandlerParts,
  title: string,
  open: (path: string) => Promise<Session>,
): Promise<ProjectSnapshot | null> {
  const chosen = await chooseDirectory(parts.window.browserWindow, title, 'Open');
  return chosen === null ? null : show(parts, () => open(chosen));
}

function projectHandlers(parts: HandlerParts): Part<'project'> {
  const { desk, preferences } = parts;
  return {
    'project:chooseFolder': () =>
      chooseAndShow(parts, 'Open a folder of images', (path) => desk.openPath(path)),
    'project:chooseProject': () =>
      chooseAndShow(parts, 'Open a project (NAME.imprint)', (path) => desk.openProject(path)),
    'project:openDropped': (path) => show(parts, () => desk.openPath(path)),
    'project:openSample': () => show(parts, () => desk.openSample()),
    'project:openRecent': (id) => {
      const recent = preferences.recent.find((r) => r.id === id);
      if (!recent) throw new PersonError('That project is not among the recent ones any more.');
      return show(parts, () => desk.openProject(recent.path));
    },
    'project:forgetRecent': (id) => {
      preferences.forget(id);
      return state(parts);
    },
    'project:close': async () => {
      await desk.close();
      parts.projectChanged(null);
      return state(parts);
    },
    'project:apply': (command) => desk.open.apply(command),
    'project:undo': () => desk.open.store.undo(),
    'project:redo': () => desk.open.store.redo(),
    'project:retrySave': () => desk.open.store.retrySave(),
  };
}

function imageHandlers({ desk, window }: HandlerParts): Part<'images' | 'embedding' | 'item'> {
  return {
    'images:addFolder': async (): Promise<ProjectChange | null> => {
      const chosen = await chooseDirectory(window.browserWindow, 'Add a folder of images', 'Add');
      return chosen === null ? null : desk.open.addFolder(chosen);
    },
    'images:rescan': () => desk.open.scan(),
    'images:showInFolder': (item) => {
      const { items } = desk.open.library;
      const index = items.indexOf(item);
      if (index !== null) shell.showItemInFolder(items.absolute(index));
    },
    'embedding:pause': () => desk.open.library.reader.pipeline.pause(),
    'embedding:resume': () => desk.open.library.reader.pipeline.resume(),
    'embedding:cancel': () => desk.open.library.reader.pipeline.cancel(),
    'item:details': (item) => desk.open.answers.details(item),
  };
}

function exportHandlers({ desk, window, exporter }: HandlerParts): Part<'export'> {
  return {
    'export:run': async (options) => {
      const session = desk.open;
      const title = 'Export into a new folder in';
      const chosen = await chooseDirectory(window.browserWindow, title, 'Export');
      return chosen === null ? null : exporter.run(session, options, chosen);
    },
    'export:cancel': () => exporter.cancel(),
    'export:showFolder': async () => {
      const { folder } = exporter;
      if (folder === null) throw new PersonError('Nothing has been exported yet.');
      const trouble = await shell.openPath(folder);
      if (trouble) throw new PersonError(`${folder} could not be shown. It may have been moved.`, trouble);
    },
  };
}
