/** @file Entry of `npm run test:package`. Only what any old Node can read may be imported before the version was looked at. */
import { enter } from './setup/node-version.mjs';

enter(() => import('./tasks/test-package.mjs'));
