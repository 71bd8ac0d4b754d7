/** @file Arguments of the calls about the export of a model. Runs in main. */
import { z } from 'zod';
import type { ExportCalls } from '../../contract/areas/exporting';
import { EXPORT_FORMATS } from '../../contract/exportFormats';
import { none, type Schemas } from './shapes';

const exportOptions = z.strictObject({
  formats: z.array(z.enum(EXPORT_FORMATS)).min(1).max(EXPORT_FORMATS.length),
  base: z.enum(['none', 'imagenet']),
});

export const exportSchemas: Schemas<ExportCalls> = {
  'export:run': z.tuple([exportOptions]),
  'export:cancel': none,
  'export:showFolder': none,
  'export:copyCommand': z.tuple([z.enum(EXPORT_FORMATS)]),
  'export:earlier': none,
  'export:showEarlier': z.tuple([z.iso.datetime()]),
};
