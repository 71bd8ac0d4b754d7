/** @file Arguments of the calls about classes as sums of their images. Runs in main. */
import { z } from 'zod';
import type { ClassFileCalls } from '../../contract/areas/classFiles';
import { idSchema, MAX_CLASSES } from '../../projects/schema';
import { none, type Schemas } from './shapes';

const choice = z.strictObject({
  entry: z.int().min(0).max(MAX_CLASSES),
  into: idSchema.nullable(),
});

export const classFileSchemas: Schemas<ClassFileCalls> = {
  'classFiles:open': none,
  'classFiles:add': z.tuple([idSchema, z.array(choice).min(1).max(MAX_CLASSES)]),
  'classFiles:look': z.tuple([idSchema]),
  'classFiles:save': z.tuple([idSchema, z.boolean()]),
  'classFiles:openModel': none,
};
