/** @file Arguments of the calls about the project's backbone. Runs in main. */
import { z } from 'zod';
import type { BackboneCalls } from '../../contract/areas/backbones';
import { idSchema } from '../../projects/schema';
import type { Schemas } from './shapes';

export const backboneSchemas: Schemas<BackboneCalls> = {
  'backbone:costs': z.tuple([]),
  'backbone:damaged': z.tuple([]),
  'backbone:choose': z.tuple([idSchema]),
};
