/** @file Arguments of the calls about labels in and out of files. Runs in main. */
import { z } from 'zod';
import type { ExchangeCalls } from '../../contract/areas/exchange';
import { idSchema } from '../../projects/schema';
import { none, type Schemas } from './shapes';

const saveOptions = z.strictObject({
  format: z.enum([
    ...(['csv', 'folders', 'fiftyone', 'label-studio'] as const),
    ...(['cvat-images', 'cvat-xml', 'embeddings', 'guesses'] as const),
  ]),
  of: z.union([z.literal('labels'), z.strictObject({ results: idSchema })]),
  unlabelled: z.boolean(),
  link: z.boolean(),
});

export const exchangeSchemas: Schemas<ExchangeCalls> = {
  'labels:planImport': z.tuple([z.enum(['file', 'tree', 'folders'])]),
  'labels:cancelPlan': none,
  'labels:applyImport': z.tuple([idSchema, z.strictObject({ existing: z.enum(['keep', 'replace']) })]),
  'folders:question': none,
  'folders:classify': none,
  'labels:save': z.tuple([saveOptions]),
  'labels:cancelSave': none,
  'labels:showSaved': none,
  'folders:answer': z.tuple([idSchema, z.enum(['classes', 'places', 'plain'])]),
};
