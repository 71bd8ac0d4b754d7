/** @file The application menu's items that the window carries out. */
import type { MenuMarks } from '../../main/contract/areas/app';
import type { MenuAction } from '../../main/contract/menuActions';
import { ACTIONS } from '../keyboard/actions';
import type { PlainAction } from '../keyboard/keymap';
import type { PlainMapAction } from '../keyboard/places';
import type { Session } from './session';

/** What the menu acts on. */
export interface MenuSubject {
  readonly session: Session | null;
  openFolder(): Promise<void>;
  openProject(): Promise<void>;
  openModel(): Promise<void>;
  closeProject(): Promise<void>;
  readonly preferring: { start(): Promise<void> };
  readonly about: { start(): Promise<void> };
}

const ALWAYS: Partial<Record<MenuAction, (subject: MenuSubject) => Promise<void>>> = {
  openFolder: (subject) => subject.openFolder(),
  openProject: (subject) => subject.openProject(),
  openModel: (subject) => subject.openModel(),
  closeProject: (subject) => subject.closeProject(),
  preferences: ({ preferring }) => preferring.start(),
  about: ({ about }) => about.start(),
};

const IN_PROJECT: Partial<Record<MenuAction, (session: Session) => Promise<void> | void>> = {
  addFolder: ({ work }) => work.addFolder(),
  classifyFolder: ({ importing }) => importing.classifyFolder(),
  saveLabels: ({ saving }) => saving.open(),
  importFile: ({ importing }) => importing.choose('file'),
  importTree: ({ importing }) => importing.choose('tree'),
  importFolders: ({ importing }) => importing.choose('folders'),
  importClasses: ({ classFiles }) => classFiles.open(),
  takeOver: ({ merging }) => merging.choose(),
  purge: ({ purging }) => purging.start(),
  rescan: ({ work }) => work.rescan(),
  showLabel: ({ view }) => view.open('label'),
  showMap: ({ view }) => view.open('map'),
  showCheck: ({ view }) => view.open('check'),
  showExport: ({ view }) => view.open('export'),
  showEvaluate: ({ view }) => view.open('evaluate'),
  showFineTune: ({ view }) => view.open('fineTune'),
  framing: ({ framing }) => framing.start(),
  backbone: ({ backbone }) => backbone.start(),
  zoomIn: (session) => onMap(session, 'zoomIn'),
  zoomOut: (session) => onMap(session, 'zoomOut'),
  fitMap: (session) => onMap(session, 'fitMap'),
  toolMove: (session) => onMap(session, 'toolMove'),
  toolLasso: (session) => onMap(session, 'toolLasso'),
  toolRectangle: (session) => onMap(session, 'toolRectangle'),
  showInGrid: (session) => onMap(session, 'showInGrid'),
  groupImages: ({ grouping }) => grouping.start(),
  findDuplicates: ({ duplicates }) => duplicates.start(),
};

/** What the menu shows of the window's own state. */
export function marksOf({ map, view }: Session): MenuMarks {
  return { autoAdvance: view.autoAdvance, mapTool: view.name === 'map' ? map.tool : null };
}

function onMap({ map, view }: Session, name: PlainMapAction): void {
  if (view.name === 'map') map.carryOut({ name });
}

/** Whoever chooses one of these need not see the images; all else leads to them first, so that nothing unseen changes. */
const ANYWHERE: ReadonlySet<MenuAction> = new Set<MenuAction>([
  ...(['undo', 'redo', 'shortcuts', 'newClass', 'autoAdvance'] as const),
]);

export function runMenu(subject: MenuSubject, action: MenuAction): void {
  const { session } = subject;
  void ALWAYS[action]?.(subject);
  if (!session) return;
  if (!isPlain(action)) return void IN_PROJECT[action]?.(session);
  if (session.view.name === 'label' || ANYWHERE.has(action)) void ACTIONS[action](session);
  else session.view.open('label');
}

function isPlain(action: MenuAction): action is Extract<MenuAction, PlainAction> {
  return Object.hasOwn(ACTIONS, action);
}
