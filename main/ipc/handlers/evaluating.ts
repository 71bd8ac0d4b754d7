/** @file What calls about how good the classifier is do. Runs in main. */
import type { EvaluatingCalls } from '../../contract/areas/evaluating';
import { PersonError } from '../../contract/errors';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';

export const evaluatingHandlers = ({ desk }: HandlerParts): HandlersOf<EvaluatingCalls> => ({
  // The window may still ask while the project closes, and a person did not: there is nothing to say then.
  'evaluation:overview': () => desk.session?.evaluations.overview() ?? null,
  'evaluation:state': () =>
    desk.session?.evaluations.state() ?? { contest: null, progress: null, failed: null },
  'evaluation:contest': (request) => desk.open.evaluations.start(request),
  'evaluation:cancel': () => desk.open.evaluations.cancel(),
  'evaluation:kept': () => desk.open.evaluations.kept(),
  'evaluation:open': (id) => desk.open.evaluations.open(id),
  'evaluation:forget': (id) => desk.open.evaluations.forget(id),
  'evaluation:curve': ({ seed }) => desk.open.evaluations.curve(seed),
  'evaluation:operating': ({ class: id, miss }) => desk.open.evaluations.operating(id, miss),
  'evaluation:receipt': () => null,
  'evaluation:base': () => notYet(),
  'evaluation:cancelBase': () => undefined,
  'evaluation:save': () => notYet(),
});

function notYet(): never {
  throw new PersonError('This version cannot do that yet. Nothing was changed.');
}
