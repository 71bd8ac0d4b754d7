/** @file Arguments of the calls about folders and the reading of their images. Runs in main. */
import { z } from 'zod';
import type { ImageCalls } from '../../contract/areas/images';
import { itemIdSchema } from '../../projects/schema';
import { none, type Schemas } from './shapes';

/** More small pictures than a large screen holds. */
const MOST_IN_VIEW = 2000;

export const imageSchemas: Schemas<ImageCalls> = {
  'images:addFolder': none,
  'images:rescan': none,
  'images:showInFolder': z.tuple([itemIdSchema]),
  'images:completeFacts': none,
  'images:inView': z.tuple([z.array(z.int().min(0)).max(MOST_IN_VIEW)]),
  'embedding:pause': none,
  'embedding:resume': none,
  'embedding:cancel': none,
};
