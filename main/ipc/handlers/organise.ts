/** @file What calls about images that show the same, and about the blind check, do. Runs in main. */
import type { OrganiseCalls } from '../../contract/areas/organise';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';

export const organiseHandlers = ({ desk }: HandlerParts): HandlersOf<OrganiseCalls> => ({
  'duplicates:find': (options) => desk.open.organiser.duplicates(options),
  'duplicates:rows': () => desk.open.organiser.duplicateRows(),
  'duplicates:cancel': () => desk.open.organiser.cancel(),
  'check:draw': (count, seed) => desk.open.organiser.drawCheck(count, seed),
});
