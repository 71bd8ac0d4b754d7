/** @file Arguments of the calls about adding a backbone of the person's own. Runs in main. */
import { z } from 'zod';
import { LEAST_SIDE, MOST_SIDE, type OwnBackboneCalls } from '../../contract/areas/ownBackbones';
import { MOST_NAME, OWN_ID } from '../../engine/ownBackbones/description';
import { none, type Schemas } from './shapes';

const choices = z.strictObject({
  output: z.string().min(1).max(1000),
  side: z.int().min(LEAST_SIDE).max(MOST_SIDE),
  normalisation: z.enum(['bytes', 'unit', 'signed', 'imagenet', 'caffe']),
  colour: z.enum(['RGB', 'BGR']),
});

const named = z.strictObject({
  name: z.string().trim().min(1).max(MOST_NAME),
  licence: z.string().trim().min(1).max(20_000).nullable(),
});

export const ownBackboneSchemas: Schemas<OwnBackboneCalls> = {
  'ownBackbone:choose': none,
  'ownBackbone:compare': z.tuple([choices]),
  'ownBackbone:try': z.tuple([choices]),
  'ownBackbone:keep': z.tuple([named]),
  'ownBackbone:cancel': none,
  'ownBackbone:close': none,
  'ownBackbone:remove': z.tuple([z.string().regex(OWN_ID)]),
};
