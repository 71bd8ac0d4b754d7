/** @file Arguments of the calls about the map. Runs in main. */
import { z } from 'zod';
import type { MapCalls } from '../../contract/areas/map';
import { none, type Schemas } from './shapes';

/** What the generator of random numbers takes. */
const seed = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);

export const mapSchemas: Schemas<MapCalls> = {
  'map:start': z.tuple([z.strictObject({ seed })]),
  'map:cancel': none,
};
