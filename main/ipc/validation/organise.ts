/** @file Arguments of the calls about images that show the same, and about the blind check. Runs in main. */
import { z } from 'zod';
import type { OrganiseCalls } from '../../contract/areas/organise';
import { MOST_DISTANCE, MOST_MINUTES } from '../../organise/duplicates';
import { seedSchema } from '../../projects/schema';
import { none, type Schemas } from './shapes';

/** More than anybody labels blind. */
const MOST_DRAWN = 10_000;

export const organiseSchemas: Schemas<OrganiseCalls> = {
  'duplicates:find': z.tuple([
    z.strictObject({
      distance: z.int().min(0).max(MOST_DISTANCE),
      minutes: z.number().min(0).max(MOST_MINUTES),
    }),
  ]),
  'duplicates:rows': none,
  'duplicates:cancel': none,
  'check:draw': z.tuple([z.int().min(1).max(MOST_DRAWN), seedSchema.nullable()]),
};
