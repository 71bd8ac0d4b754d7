/** @file Arguments of the calls about folders and the reading of their images. Runs in main. */
import { z } from 'zod';
import type { ImageCalls } from '../../contract/areas/images';
import { itemIdSchema } from '../../projects/schema';
import { none, type Schemas } from './shapes';

export const imageSchemas: Schemas<ImageCalls> = {
  'images:addFolder': none,
  'images:rescan': none,
  'images:showInFolder': z.tuple([itemIdSchema]),
  'images:completeFacts': none,
  'embedding:pause': none,
  'embedding:resume': none,
  'embedding:cancel': none,
};
