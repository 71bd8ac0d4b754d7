/** @file Arguments of the calls by which a project forgets what was removed from it: there are none. Runs in main. */
import type { PurgeCalls } from '../../contract/areas/purging';
import { none, type Schemas } from './shapes';

export const purgeSchemas: Schemas<PurgeCalls> = { 'purge:plan': none, 'purge:run': none };
