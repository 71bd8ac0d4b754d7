/** @file Entry of `npm run screenshots`. Only what any old Node can read may be imported before the version was looked at. */
import { enter } from './setup/node-version.mjs';

enter(() => import('./tasks/screenshots.mjs'));
