/** @file What calls about the export of a model do. Runs in main. */
import { clipboard, shell } from 'electron';
import type { ExportCalls } from '../../contract/areas/exporting';
import { PersonError } from '../../contract/errors';
import { commandLine } from '../../exporting/commandLine';
import { earlierExports } from '../../exporting/remembered';
import { exportLogOf } from '../../projects/exports/exportLog';
import { chooseDirectory } from '../../shell/dialogs';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';
import { told } from '../../../strings/words';

export const exportHandlers = ({ desk, window, exporter }: HandlerParts): HandlersOf<ExportCalls> => ({
  'export:run': async (options) => {
    const session = desk.open;
    const title = told().asked.exportInto;
    const chosen = await chooseDirectory(window.browserWindow, title, told().asked.buttons.export);
    return chosen === null ? null : exporter.run(session, options, chosen);
  },
  'export:cancel': () => exporter.cancel(),
  'export:showFolder': async () => {
    const { last } = exporter;
    if (last === null) throw new PersonError(told().asked.nothingExported);
    await show(last.folder);
  },
  'export:copyCommand': async (format) => {
    const model = exporter.last?.models.find((one) => one.format === format);
    if (!model) throw new PersonError(told().asked.formatNotExported);
    await clipboard.writeText(commandLine(model, process.platform));
  },
  'export:earlier': () => earlierExports(exportLogOf(desk.open.store)),
  'export:showEarlier': async (at) => {
    const found = (await earlierExports(exportLogOf(desk.open.store))).find((one) => one.at === at);
    if (!found) throw new PersonError(told().asked.noSuchExport);
    await show(found.folder);
  },
});

async function show(folder: string): Promise<void> {
  const trouble = await shell.openPath(folder);
  if (trouble) throw new PersonError(told().asked.notShown(folder), trouble);
}
