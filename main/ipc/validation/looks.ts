/** @file Arguments of the calls about classes of several looks. Runs in main. */
import { z } from 'zod';
import type { LooksCalls } from '../../contract/areas/looks';
import { idSchema } from '../../projects/schema';
import type { Schemas } from './shapes';

export const looksSchemas: Schemas<LooksCalls> = { 'looks:gain': z.tuple([idSchema]) };
