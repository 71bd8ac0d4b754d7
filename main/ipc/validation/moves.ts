/** @file Arguments of the calls about files and folders that have moved. Runs in main. */
import { z } from 'zod';
import type { MoveCalls } from '../../contract/areas/moves';
import { idSchema } from '../../projects/schema';
import { none, type Schemas } from './shapes';

export const moveSchemas: Schemas<MoveCalls> = {
  'moves:state': none,
  'moves:find': none,
  'moves:apply': z.tuple([idSchema]),
  'folder:relink': z.tuple([idSchema]),
};
