/** @file `npm start` without its set-up, on the app of this folder: `node run-app.mjs ARGS`. */
import { fileURLToPath } from 'node:url';
import { provideScreen } from '../../../../scripts/setup/xvfb.mjs';
import { runApp } from '../../../../scripts/tasks/start.mjs';

const screen = await provideScreen();
const code = await runApp(fileURLToPath(new URL('app', import.meta.url)), process.argv.slice(2), screen.env);
screen.stop();
process.exit(code);
