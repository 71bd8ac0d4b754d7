/** @file What the calls about classes of several looks do. Runs in main. */
import type { LooksCalls } from '../../contract/areas/looks';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';

export const looksHandlers = ({ desk }: HandlerParts): HandlersOf<LooksCalls> => ({
  'looks:gain': (classId) => desk.open.searches.looks(classId),
});
