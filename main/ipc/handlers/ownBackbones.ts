/** @file What calls about adding a backbone of the person's own do. Runs in main. */
import type { OwnBackboneCalls } from '../../contract/areas/ownBackbones';
import { shippedId } from '../../contract/backboneIds';
import { PersonError } from '../../contract/errors';
import { chooseDirectory, confirm } from '../../shell/dialogs';
import { words } from '../../../strings/words';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';

export const ownBackboneHandlers = ({ adder, desk, window }: HandlerParts): HandlersOf<OwnBackboneCalls> => {
  const list = () => desk.session?.backbones.list ?? [];
  return {
    'ownBackbone:choose': async () => {
      const { addBackbone, choose } = words().native;
      const folder = await chooseDirectory(window.browserWindow, addBackbone, choose);
      return folder === null ? null : adder.choose(folder);
    },
    'ownBackbone:compare': (choices) => adder.compare(choices),
    'ownBackbone:try': (choices) => adder.try(choices),
    'ownBackbone:keep': async ({ name, licence }) => {
      const kept = await adder.keep(name, licence);
      return { id: kept.id, name: kept.name, backbones: list() };
    },
    'ownBackbone:cancel': () => adder.cancel(),
    'ownBackbone:close': () => adder.close(),
    'ownBackbone:remove': async (id) => {
      const open = desk.session?.store.document.settings.backbone;
      if (open !== undefined && shippedId(open) === id) throw new PersonError(words().told.adding.inUse);
      const { removeTitle, removeText, remove, keep } = words().native.removeBackbone;
      const name = list().find((one) => one.id === id)?.name ?? id;
      const question = { title: removeTitle(name), text: removeText, yes: remove, no: keep };
      if (!(await confirm(window.browserWindow, { ...question, closed: 'no' }))) return null;
      await adder.remove(id);
      return list();
    },
  };
};
