/** @file What calls about fine-tuning do. Runs in main. */
import type { TrainingCalls } from '../../contract/areas/training';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';

export const trainingHandlers = ({ desk }: HandlerParts): HandlersOf<TrainingCalls> => ({
  'training:state': () => desk.open.heads.state,
  'training:start': (request) => desk.open.heads.start(request),
  'training:cancel': () => desk.open.heads.cancel(),
  'training:keep': () => desk.open.heads.keep(),
  'training:discard': () => desk.open.heads.discard(),
  'training:join': () => desk.open.heads.join(),
});
