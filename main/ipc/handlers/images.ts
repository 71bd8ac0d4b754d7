/** @file What calls about folders and the reading of their images do. Runs in main. */
import { shell } from 'electron';
import type { ImageCalls } from '../../contract/areas/images';
import { chooseDirectory } from '../../shell/dialogs';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';
import { told } from '../../../strings/words';

export const imageHandlers = ({ desk, window }: HandlerParts): HandlersOf<ImageCalls> => ({
  'images:addFolder': async () => {
    const chosen = await chooseDirectory(
      window.browserWindow,
      told().asked.addFolder,
      told().asked.buttons.add,
    );
    return chosen === null ? null : desk.open.addFolder(chosen);
  },
  'images:rescan': () => desk.open.scan(),
  'images:showInFolder': (item) => {
    const { items } = desk.open.library;
    const index = items.indexOf(item);
    if (index !== null) shell.showItemInFolder(items.absolute(index));
  },
  'images:completeFacts': () => desk.open.library.reader.completeFacts(),
  'images:inView': (rows) => desk.session?.library.reader.pipeline.prefer(rows),
  'embedding:pause': () => desk.open.library.reader.pipeline.pause(),
  'embedding:resume': () => desk.open.library.reader.pipeline.resume(),
  'embedding:cancel': () => desk.open.library.reader.pipeline.cancel(),
});
