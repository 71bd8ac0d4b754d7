/** @file What calls about the app and the open project do, one line each where that says it all. Runs in main. */
import { app } from 'electron';
import { isClassFile } from '../../classFiles/format';
import type { AppCalls, Opened } from '../../contract/areas/app';
import { PersonError } from '../../contract/errors';
import type { AppState, ProjectSnapshot } from '../../contract/model';
import type { Session } from '../../desk/session';
import { chooseDirectory } from '../../shell/dialogs';
import { told, words } from '../../../strings/words';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';

const state = ({ desk, preferences }: HandlerParts): AppState => ({
  version: app.getVersion(),
  recent: preferences.recent,
  project: desk.session?.snapshot() ?? null,
});

/** Shows the project that `open` gives; whatever was open is put away first. */
async function show(parts: HandlerParts, open: () => Promise<Session>): Promise<ProjectSnapshot> {
  const session = await open();
  parts.preferences.opened({ name: session.name, path: session.store.folder });
  parts.projectChanged(session);
  return session.snapshot();
}

/** A file of classes is offered to the open project; everything else is a project, or becomes one. */
async function openPath(parts: HandlerParts, path: string): Promise<Opened> {
  const { desk } = parts;
  if (desk.session && isClassFile(path)) return { classes: await desk.session.classes.plan(path) };
  return { project: await show(parts, () => desk.openPath(path)) };
}

/** `show` of what a person chooses; null where they do not. */
export async function chooseAndShow(
  parts: HandlerParts,
  title: string,
  open: (path: string) => Promise<Session>,
): Promise<ProjectSnapshot | null> {
  const chosen = await chooseDirectory(parts.window.browserWindow, title, words().native.open);
  return chosen === null ? null : show(parts, () => open(chosen));
}

export function appHandlers(parts: HandlerParts): HandlersOf<AppCalls> {
  const { desk, preferences } = parts;
  return {
    'app:state': () => state(parts),
    'project:chooseFolder': () =>
      chooseAndShow(parts, words().native.openFolder, (path) => desk.openPath(path)),
    'project:chooseProject': () =>
      chooseAndShow(parts, words().native.openProject, (path) => desk.openProject(path)),
    'project:openDropped': (path) => openPath(parts, path),
    'project:openGiven': async () => {
      const path = parts.given.take();
      return path === null ? null : openPath(parts, path);
    },
    'project:openSample': () => show(parts, () => desk.openSample()),
    'project:openRecent': (id) => {
      const recent = preferences.recent.find((r) => r.id === id);
      if (!recent) throw new PersonError(told().asked.notRecent);
      return show(parts, () => desk.openProject(recent.path));
    },
    'project:forgetRecent': (id) => {
      preferences.forget(id);
      return state(parts);
    },
    'app:menuMarks': (marks) => parts.menuMarks(marks),
    'project:close': async () => {
      await desk.close();
      parts.projectChanged(null);
      return state(parts);
    },
  };
}
