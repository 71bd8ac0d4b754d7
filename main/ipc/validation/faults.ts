/** @file Arguments of the calls about faults and About. Runs in main. */
import { z } from 'zod';
import type { FaultCalls } from '../../contract/areas/faults';
import { none, type Schemas } from './shapes';

/** A stack is seldom longer, and a page that was taken over shall not fill the log. */
const text = z.string().max(20_000);

export const faultSchemas: Schemas<FaultCalls> = {
  'fault:report': z.tuple([z.strictObject({ message: text, stack: text })]),
  'fault:text': none,
  'fault:save': none,
  'fault:copy': none,
  'log:show': none,
  'about:facts': none,
  'about:copy': none,
  'about:licences': none,
};
