/** @file Arguments of the calls about the export of a model. Runs in main. */
import { z } from 'zod';
import type { ExportCalls } from '../../contract/areas/exporting';
import { none, type Schemas } from './shapes';

const exportOptions = z.strictObject({
  formats: z
    .array(z.enum(['tfjs', 'savedmodel']))
    .min(1)
    .max(2),
  base: z.enum(['none', 'imagenet']),
});

export const exportSchemas: Schemas<ExportCalls> = {
  'export:run': z.tuple([exportOptions]),
  'export:cancel': none,
  'export:showFolder': none,
};
