/** @file What calls about classes as sums of their images do. Runs in main. */
import { app } from 'electron';
import type { ClassFileCalls } from '../../contract/areas/classFiles';
import { CLASS_FILE_SUFFIX } from '../../classFiles/format';
import { safeName } from '../../projects/create';
import { chooseFile, chooseNewFile } from '../../shell/dialogs';
import type { HandlersOf } from '../router';
import { chooseAndShow } from './app';
import type { HandlerParts } from './parts';
import { told } from '../../../strings/words';

const FILES = [{ name: 'Classes', extensions: [CLASS_FILE_SUFFIX.slice(1)] }];

export const classFileHandlers = (parts: HandlerParts): HandlersOf<ClassFileCalls> => {
  const { desk, window } = parts;
  return {
    'classFiles:open': async () => {
      const chosen = await chooseFile(
        window.browserWindow,
        told().asked.addClasses,
        told().asked.buttons.open,
        FILES,
      );
      return chosen === null ? null : desk.open.classes.plan(chosen);
    },
    'classFiles:add': (plan, choices) => desk.open.classes.add(plan, choices),
    'classFiles:look': (id) => desk.open.classes.look(id),
    'classFiles:save': async (id, preview) => {
      const { classes, store } = desk.open;
      const name = store.document.classes.find((one) => one.id === id)?.name ?? 'Class';
      const file = safeName(name) + CLASS_FILE_SUFFIX;
      const place = await chooseNewFile(window.browserWindow, told().asked.saveClass, file, FILES);
      if (place !== null) await classes.save(id, { place, preview, version: app.getVersion() });
      return place;
    },
    'classFiles:openModel': () =>
      chooseAndShow(parts, told().asked.openModel, (chosen) => desk.openModel(chosen)),
  };
};
