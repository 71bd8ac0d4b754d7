/** @file Arguments of the calls about the app and which project is open. Runs in main. */
import { z } from 'zod';
import type { AppCalls } from '../../contract/areas/app';
import { filePath, none, shortText, type Schemas } from './shapes';

export const appSchemas: Schemas<AppCalls> = {
  'app:state': none,
  'project:chooseFolder': none,
  'project:chooseProject': none,
  'project:openRecent': z.tuple([shortText]),
  'project:openSample': none,
  'project:openGiven': none,
  'project:openDropped': z.tuple([filePath]),
  'project:forgetRecent': z.tuple([shortText]),
  'project:close': none,
  'app:menuMarks': z.tuple([
    z.strictObject({
      autoAdvance: z.boolean(),
      mapTool: z.enum(['move', 'lasso', 'rectangle']).nullable(),
    }),
  ]),
};
