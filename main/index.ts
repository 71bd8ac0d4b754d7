/** @file The entry of the main process: with a command the app works without a window, without one it opens it. */
import { app } from 'electron';
import { runHeadless } from './headless/run';
import { Given, pathAmong } from './shell/given';
import { keepCrashDumps } from './shell/faults/crashDumps';
import { logFile } from './shell/places';
import { logUncaught } from './shell/lifetime';
import { setupLog } from './shell/log';
import { registerSchemes } from './shell/protocol';
import { setupSecurity } from './shell/security';
import { openApp } from './app';

/** What stands after the `--` that keeps a person's words from Chromium. */
function commandWords(argv: string[]): string[] {
  const at = argv.indexOf('--');
  return at < 0 ? [] : argv.slice(at + 1);
}

const words = commandWords(process.argv);
// A command ends by itself, and says what it died of.
if (words.length === 0) keepCrashDumps();
setupLog(logFile(), words.length > 0 ? 'quiet' : 'warnings');
logUncaught();
setupSecurity();
registerSchemes();
// A command looks at its words first: what is wrong with them should be said at once.
if (words.length > 0) void runHeadless(words);
else {
  const given = new Given();
  given.offer(pathAmong(process.argv, process.cwd(), process.defaultApp === true));
  // macOS may ask for it before the app is ready.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    given.offer(file);
  });
  void app.whenReady().then(() => openApp(given));
}
