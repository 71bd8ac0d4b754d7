/** @file Arguments of the calls about fine-tuning. Runs in main. */
import { z } from 'zod';
import type { TrainingCalls } from '../../contract/areas/training';
import { headChoiceSchema } from '../../projects/schema';
import { none, type Schemas } from './shapes';

export const trainingSchemas: Schemas<TrainingCalls> = {
  'training:state': none,
  'training:start': z.tuple([headChoiceSchema.omit({ of: true })]),
  'training:cancel': none,
  'training:keep': none,
  'training:discard': none,
  'training:join': none,
};
