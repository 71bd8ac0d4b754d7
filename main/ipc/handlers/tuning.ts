/** @file What calls about tuning the backbone do. Runs in main. */
import type { TuningCalls } from '../../contract/areas/tuning';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';

export const tuningHandlers = ({ desk }: HandlerParts): HandlersOf<TuningCalls> => ({
  'tuning:state': () => desk.session?.tuning.state ?? { standing: { kind: 'shipped' }, run: null },
  'tuning:start': (request) => desk.open.tuning.start(request),
  'tuning:cancel': () => desk.open.tuning.cancel(),
  'tuning:keep': () => desk.open.tuning.keep(),
  'tuning:discard': () => desk.open.tuning.discard(),
  'tuning:back': () => desk.open.tuning.back(),
});
