/** @file Arguments of the calls about taking over another person's labels. Runs in main. */
import { z } from 'zod';
import type { MergeCalls } from '../../contract/areas/merging';
import { idSchema } from '../../projects/schema';
import { none, type Schemas } from './shapes';

/** Every item can be a conflict about several facts. */
const MOST_CONFLICTS = 2_000_000;
const theirs = z.array(z.int().min(0).max(MOST_CONFLICTS)).max(MOST_CONFLICTS);

export const mergeSchemas: Schemas<MergeCalls> = {
  'merge:plan': none,
  'merge:cancel': none,
  'merge:apply': z.tuple([idSchema, theirs]),
  'merge:save': z.tuple([idSchema, theirs]),
};
