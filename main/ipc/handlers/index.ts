/** @file What each call of the window does, area by area. Runs in main. */
import type { Handlers } from '../router';
import { appHandlers } from './app';
import { backboneHandlers } from './backbones';
import { ownBackboneHandlers } from './ownBackbones';
import { classFileHandlers } from './classFiles';
import { evaluatingHandlers } from './evaluating';
import { exchangeHandlers } from './exchange';
import { exportHandlers } from './exporting';
import { framingHandlers } from './framing';
import { imageHandlers } from './images';
import { labelHandlers } from './labels';
import { looksHandlers } from './looks';
import { mapHandlers } from './map';
import { mergeHandlers } from './merging';
import { moveHandlers } from './moves';
import { organiseHandlers } from './organise';
import type { HandlerParts } from './parts';
import { faultHandlers } from './faults';
import { preferenceHandlers } from './preferences';
import { purgeHandlers } from './purging';
import { searchHandlers } from './search';
import { tuningHandlers } from './tuning';
import { trainingHandlers } from './training';

export function handlersOf(parts: HandlerParts): Handlers {
  return {
    ...appHandlers(parts),
    ...classFileHandlers(parts),
    ...labelHandlers(parts),
    ...imageHandlers(parts),
    ...exportHandlers(parts),
    ...exchangeHandlers(parts),
    ...organiseHandlers(parts),
    ...faultHandlers(parts),
    ...preferenceHandlers(parts),
    ...purgeHandlers(parts),
    ...searchHandlers(parts),
    ...looksHandlers(parts),
    ...mapHandlers(parts),
    ...mergeHandlers(parts),
    ...moveHandlers(parts),
    ...framingHandlers(parts),
    ...backboneHandlers(parts),
    ...ownBackboneHandlers(parts),
    ...trainingHandlers(parts),
    ...evaluatingHandlers(parts),
    ...tuningHandlers(parts),
  };
}
