/** @file What calls about files and folders that have moved do. Runs in main. */
import type { MoveCalls } from '../../contract/areas/moves';
import { chooseDirectory } from '../../shell/dialogs';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';
import { told } from '../../../strings/words';

export const moveHandlers = ({ desk, window }: HandlerParts): HandlersOf<MoveCalls> => ({
  'moves:state': () => desk.open.moves.state,
  'moves:find': () => desk.open.moves.find(),
  'moves:apply': (plan) => desk.open.moves.apply(plan),
  'folder:relink': async (folder) => {
    const { moves } = desk.open;
    const title = told().asked.whereIsFolder(moves.nameOf(folder));
    const chosen = await chooseDirectory(window.browserWindow, title, told().asked.useFolder);
    return chosen === null ? null : moves.relink(folder, chosen);
  },
});
