/**
 * @file Every call the window may make of main, and every event main sends: one map from channel to signature,
 * from which the router in main, the bridge in the preload and the window's client take their types.
 */
import type {
  AppState,
  Command,
  DocumentPatch,
  Estimate,
  ExportedModel,
  ExportOptions,
  ExportProgress,
  GuessTable,
  ItemDetails,
  ItemRow,
  MenuAction,
  Notice,
  Progress,
  ProjectChange,
  ProjectSnapshot,
  SaveState,
} from './model';

export interface Calls {
  'app:state': () => AppState;
  /** Each opener answers null when the person cancelled its dialog. */
  'project:chooseFolder': () => ProjectSnapshot | null;
  'project:chooseProject': () => ProjectSnapshot | null;
  'project:openRecent': (id: string) => ProjectSnapshot | null;
  'project:openSample': () => ProjectSnapshot | null;
  /** Only the preload calls it, with the path of a dropped `File`; the window cannot name a path itself. */
  'project:openDropped': (path: string) => ProjectSnapshot | null;
  'project:forgetRecent': (id: string) => AppState;
  'project:close': () => AppState;
  /** Answers once the command is on disk. */
  'project:apply': (command: Command) => ProjectChange;
  'project:undo': () => ProjectChange | null;
  'project:redo': () => ProjectChange | null;
  'project:retrySave': () => SaveState;
  'images:addFolder': () => ProjectChange | null;
  'images:rescan': () => { added: number; gone: number; changed: number };
  'images:showInFolder': (item: string) => void;
  'embedding:pause': () => void;
  'embedding:resume': () => void;
  'embedding:cancel': () => void;
  'item:details': (item: string) => ItemDetails;
  /** Asks for the folder first; null when that was cancelled. */
  'export:run': (options: ExportOptions) => { folder: string; models: ExportedModel[] } | null;
  'export:cancel': () => void;
  'export:showFolder': () => void;
}

export interface Events {
  'project:changed': ProjectChange;
  'project:saved': SaveState;
  /** Rows that are new or have changed, by their index. */
  'items:changed': ItemRow[];
  'embedding:progress': Progress;
  'guesses:changed': GuessTable;
  'estimate:changed': Estimate;
  'export:progress': ExportProgress;
  'app:notice': Notice;
  'app:menu': MenuAction;
}

export type Channel = keyof Calls;
/** What the page itself may call. */
export type WindowChannel = Exclude<Channel, 'project:openDropped'>;
export type EventName = keyof Events;
export type { DocumentPatch };

/** Errors cross as data: a thrown Error loses its name and fields on the way. */
export type CallResult<T> =
  { result: T } | { error: { name: string; message: string; detail: string | null } };

/** What the preload puts on `window.studio`. */
export interface StudioBridge {
  call<C extends WindowChannel>(channel: C, ...args: Parameters<Calls[C]>): Promise<ReturnType<Calls[C]>>;
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
  /** Opens a dropped folder or project; the path stays on the other side of the bridge. */
  openDropped(file: File): Promise<ProjectSnapshot | null>;
}
