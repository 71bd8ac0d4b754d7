/** @file What calls about what the model sees do. Runs in main. */
import type { FramingCalls } from '../../contract/areas/framing';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';

export const framingHandlers = ({ desk }: HandlerParts): HandlersOf<FramingCalls> => ({
  'framing:cost': (framing) => desk.open.framings.cost(framing),
});
