/** @file Arguments of the calls about preferences and the cache. Runs in main. */
import { z } from 'zod';
import type { PreferenceCalls } from '../../contract/areas/preferences';
import { valueSchemas } from '../../shell/preferenceFields';
import { none, type Schemas } from './shapes';

const contents = z.tuple([z.enum(['move', 'anew'])]);

export const preferenceSchemas: Schemas<PreferenceCalls> = {
  'preferences:state': none,
  'preferences:change': z.tuple([z.strictObject(valueSchemas).partial()]),
  'cache:use': none,
  'cache:empty': none,
  'cache:choose': contents,
  'cache:usual': contents,
};
