/** @file What the handlers of calls work with. Runs in main. */
import type { Desk } from '../../desk/desk';
import type { Session } from '../../desk/session';
import type { Importer } from '../../exchange/importer';
import type { Exporter } from '../../exporting/exporter';
import type { PreferenceFile } from '../../shell/preferences';
import type { MainWindow } from '../../shell/window';

export interface HandlerParts {
  desk: Desk;
  window: MainWindow;
  preferences: PreferenceFile;
  exporter: Exporter;
  importer: Importer;
  /** The open project, or whether there is one, has changed. */
  projectChanged(session: Session | null): void;
}
