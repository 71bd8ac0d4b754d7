/** @file What the calls do by which a project forgets what was removed from it. Runs in main. */
import type { PurgeCalls } from '../../contract/areas/purging';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';

export const purgeHandlers = ({ desk }: HandlerParts): HandlersOf<PurgeCalls> => ({
  'purge:plan': () => desk.open.purger.plan(),
  'purge:run': () => desk.open.purger.run(),
});
