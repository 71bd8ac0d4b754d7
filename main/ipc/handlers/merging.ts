/** @file What calls about taking over another person's labels do. Runs in main. */
import type { MergeCalls } from '../../contract/areas/merging';
import type { OpenProject } from '../../exchange/merging/merger';
import { chooseDirectory } from '../../shell/dialogs';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';
import { told } from '../../../strings/words';

export const mergeHandlers = ({ desk, merger, window }: HandlerParts): HandlersOf<MergeCalls> => {
  const open = (): OpenProject => ({ store: desk.open.store, items: desk.open.library.items });
  return {
    'merge:plan': async () => {
      const title = told().asked.takeOverFrom;
      const chosen = await chooseDirectory(window.browserWindow, title, told().asked.buttons.compare);
      return chosen === null ? null : merger.plan(chosen, open());
    },
    'merge:cancel': () => merger.cancel(),
    'merge:apply': (plan, theirs) => merger.apply(plan, theirs, open()),
    'merge:save': async (plan, theirs) => {
      const chosen = await chooseDirectory(
        window.browserWindow,
        told().asked.saveInto,
        told().asked.buttons.save,
      );
      return chosen === null ? null : merger.save(plan, theirs, open(), chosen);
    },
  };
};
