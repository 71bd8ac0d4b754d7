/**
 * @file What each call's arguments must be. The window is not trusted: it shows names and pictures that came from
 * files, so whatever it sends is checked here before any room sees it. Runs in main.
 */
import type { Calls } from '../../contract/calls';
import { appSchemas } from './app';
import { backboneSchemas } from './backbones';
import { ownBackboneSchemas } from './ownBackbones';
import { classFileSchemas } from './classFiles';
import { evaluatingSchemas } from './evaluating';
import { exchangeSchemas } from './exchange';
import { exportSchemas } from './exporting';
import { framingSchemas } from './framing';
import { imageSchemas } from './images';
import { labelSchemas } from './labels';
import { looksSchemas } from './looks';
import { mapSchemas } from './map';
import { mergeSchemas } from './merging';
import { moveSchemas } from './moves';
import { organiseSchemas } from './organise';
import { faultSchemas } from './faults';
import { preferenceSchemas } from './preferences';
import { purgeSchemas } from './purging';
import { searchSchemas } from './search';
import { tuningSchemas } from './tuning';
import type { Schemas } from './shapes';
import { trainingSchemas } from './training';

export const argumentSchemas: Schemas<Calls> = {
  ...appSchemas,
  ...classFileSchemas,
  ...labelSchemas,
  ...imageSchemas,
  ...exportSchemas,
  ...exchangeSchemas,
  ...organiseSchemas,
  ...faultSchemas,
  ...preferenceSchemas,
  ...purgeSchemas,
  ...searchSchemas,
  ...looksSchemas,
  ...mapSchemas,
  ...mergeSchemas,
  ...moveSchemas,
  ...framingSchemas,
  ...backboneSchemas,
  ...ownBackboneSchemas,
  ...trainingSchemas,
  ...evaluatingSchemas,
  ...tuningSchemas,
};
