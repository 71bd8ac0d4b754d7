/** @file Arguments of the calls about tuning the backbone. Runs in main. */
import { z } from 'zod';
import type { TuningCalls } from '../../contract/areas/tuning';
import { tuningRequestSchema } from '../../desk/tuning/keptTunings';
import { none, type Schemas } from './shapes';

export const tuningSchemas: Schemas<TuningCalls> = {
  'tuning:state': none,
  'tuning:start': z.tuple([tuningRequestSchema]),
  'tuning:cancel': none,
  'tuning:keep': none,
  'tuning:discard': none,
  'tuning:back': none,
};
