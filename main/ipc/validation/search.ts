/** @file Arguments of the calls by which the engine looks through the items. Runs in main. */
import { z } from 'zod';
import type { SearchCalls } from '../../contract/areas/search';
import { itemIdSchema } from '../../projects/schema';
import { none, type Schemas } from './shapes';

/** A selection of more says nothing that this many do not. */
const MOST_ASKED = 10_000;
/** Nobody goes through more in one sitting. */
const MOST_DOUBTFUL = 1000;

export const searchSchemas: Schemas<SearchCalls> = {
  'search:alike': none,
  'search:cancelAlike': none,
  'search:similar': z.tuple([z.array(itemIdSchema).min(1).max(MOST_ASKED)]),
  'search:doubtful': z.tuple([z.int().min(1).max(MOST_DOUBTFUL)]),
  'search:mislabelled': none,
};
