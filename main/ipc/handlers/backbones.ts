/** @file What calls about the project's backbone do. Runs in main. */
import type { BackboneCalls } from '../../contract/areas/backbones';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';

export const backboneHandlers = ({ desk }: HandlerParts): HandlersOf<BackboneCalls> => ({
  'backbone:costs': () => desk.open.backbones.costs(),
  'backbone:damaged': () => [...desk.open.backbones.damaged],
  'backbone:choose': (id) => desk.open.backbones.choose(id),
});
