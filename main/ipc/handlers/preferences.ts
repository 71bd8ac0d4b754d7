/** @file What calls about preferences and the cache do. Runs in main. */
import type { PreferenceCalls } from '../../contract/areas/preferences';
import { chooseDirectory } from '../../shell/dialogs';
import { words } from '../../../strings/words';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';

export const preferenceHandlers = ({ preferring, window }: HandlerParts): HandlersOf<PreferenceCalls> => ({
  'preferences:state': () => preferring.state(),
  'preferences:change': (change) => preferring.change(change),
  'cache:use': () => preferring.use(),
  'cache:empty': () => preferring.empty(),
  'cache:choose': async (contents) => {
    const { cacheFolder, choose } = words().native;
    const chosen = await chooseDirectory(window.browserWindow, cacheFolder, choose);
    return chosen === null ? null : preferring.moveCache(chosen, contents);
  },
  'cache:usual': (contents) => preferring.moveCache(null, contents),
});
