/** @file Arguments of the calls about what of each image the model sees. Runs in main. */
import { z } from 'zod';
import type { FramingCalls } from '../../contract/areas/framing';
import { framingSchema } from '../../projects/schema';
import type { Schemas } from './shapes';

export const framingSchemas: Schemas<FramingCalls> = { 'framing:cost': z.tuple([framingSchema]) };
