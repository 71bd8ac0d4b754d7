/** @file What calls about labels do. Runs in main. */
import type { LabelCalls } from '../../contract/areas/labels';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';

export const labelHandlers = ({ desk }: HandlerParts): HandlersOf<LabelCalls> => ({
  'project:apply': (command) => desk.open.apply(command),
  'project:undo': () => desk.open.store.undo(),
  'project:redo': () => desk.open.store.redo(),
  'project:retrySave': () => desk.open.store.retrySave(),
  // The window may still ask while the project closes, and a person did not: there is nothing to say then.
  'item:details': (item) =>
    desk.session?.answers.details(item) ?? { item, guesses: [], base: [], neighbours: [] },
});
