/** @file What the handlers of calls work with. Runs in main. */
import type { MenuMarks } from '../../contract/areas/app';
import type { Desk } from '../../desk/desk';
import type { Session } from '../../desk/session';
import type { Engine } from '../../engine/supervisor';
import type { Importer } from '../../exchange/importer';
import type { Merger } from '../../exchange/merging/merger';
import type { Saver } from '../../exchange/saver';
import type { Exporter } from '../../exporting/exporter';
import type { Adder } from '../../ownBackbones/adder';
import type { Preferring } from '../../preferring';
import type { Draw } from '../../reports/drawing';
import type { Given } from '../../shell/given';
import type { About } from '../../shell/about';
import type { Faults } from '../../shell/faults/faults';
import type { PreferenceFile } from '../../shell/preferences';
import type { MainWindow } from '../../shell/window';

export interface HandlerParts {
  desk: Desk;
  window: MainWindow;
  given: Given;
  preferences: PreferenceFile;
  preferring: Preferring;
  faults: Faults;
  about: About;
  adder: Adder;
  exporter: Exporter;
  engine: Engine;
  importer: Importer;
  merger: Merger;
  saver: Saver;
  /** What reports say of the program, and who draws in them. */
  report: { version: string; draw: Draw };
  /** The window's own state, for the menu. */
  menuMarks(marks: MenuMarks): void;
  /** The open project, or whether there is one, has changed. */
  projectChanged(session: Session | null): void;
}
