/**
 * @file Runs one command without a window, from the person's words to the exit code. Runs in main, in place of the
 * window.
 */
import { app } from 'electron';
import { PersonError, describe } from '../contract/errors';
import { InstalledBackbones } from '../desk/backbones/installed';
import { log } from '../shell/log';
import { applyPreferences } from '../preferring';
import { preferenceFile, resource, userFolder } from '../shell/places';
import { PreferenceFile } from '../shell/preferences';
import { runBackboneAdd } from './backboneAdd/run';
import { runBackbones } from './backbones/list';
import { runBackboneRemove } from './backbones/remove';
import { runClassify } from './classify/run';
import { runBench } from './bench/run';
import { runBenchPart } from './bench/parts';
import { runLabellingPart } from './labelling/part';
import { runEvaluate } from './evaluate/run';
import { runEffort } from './effort/run';
import { runLabelling } from './labelling/run';
import { parseCommandLine } from './commandLine';
import { flushed } from './console';
import type { CommandContext, Outcome } from './context';
import { EXIT, Interrupted, WrongUse } from './exit';
import { runImprint } from './imprint/run';
import type { Invocation } from './invocation';
import { patiently } from './patience';
import { ProgressLine } from './progressLine';
import { TemporaryPlaces } from './projectPlace';
import { untilInterrupted } from './signals';
import { HeadlessStudio } from './studio';

export async function runHeadless(words: string[]): Promise<void> {
  const console = new ProgressLine(process.stdout, process.stderr);
  // Whoever read the results may have had enough of them; the files are still wanted.
  process.stdout.on('error', () => undefined);
  // The decoder's window closing is not the end of the command.
  app.on('window-all-closed', () => undefined);
  const code = await run(words, console).catch((error: unknown) => tell(error, console));
  await flushed(process.stdout, process.stderr);
  app.exit(code);
}

async function run(words: readonly string[], console: ProgressLine): Promise<number> {
  const invocation = await understand(words);
  if (invocation.command === 'text') {
    console.result(invocation.text);
    return EXIT.done;
  }
  await app.whenReady();
  if (invocation.command === 'bench-part')
    return invocation.part.name === 'labelling'
      ? runLabellingPart(invocation.part.plan)
      : runBenchPart(invocation.part);
  await applyPreferences(new PreferenceFile(preferenceFile()));
  const context = { console, studio: await HeadlessStudio.open(console), places: new TemporaryPlaces() };
  const work = carryOut(invocation, context);
  let last: Promise<unknown> = work;
  const stopped = untilInterrupted();
  try {
    const outcome = await Promise.race([work, context.studio.failure, stopped]);
    if (outcome) {
      console.result(outcome.text);
      last = outcome.write();
      await Promise.race([last, stopped]);
    }
    return EXIT.done;
  } finally {
    console.done();
    await putAway(context, last);
  }
}

async function understand(words: readonly string[]): Promise<Invocation> {
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  const folders = { shipped: resource('backbones'), own: userFolder('backbones') };
  const silent = (): null => null;
  const { list, damaged } = await InstalledBackbones.read(folders, silent, silent);
  const backbones = list.filter(({ kind }) => kind === 'shipped').map(({ id }) => id);
  const own = list.filter(({ kind }) => kind === 'own');
  const ids = damaged.map(({ id }) => id);
  return parseCommandLine(words, { cwd, version: app.getVersion(), backbones, own, damaged: ids });
}

function carryOut(invocation: Invocation, context: CommandContext): Promise<Outcome | null> {
  switch (invocation.command) {
    case 'imprint':
      return runImprint(invocation.options, context);
    case 'classify':
      return runClassify(invocation.options, context);
    case 'evaluate':
      return runEvaluate(invocation.options, context);
    case 'backbones':
      return runBackbones(invocation.options, context);
    case 'backbone-add':
      return runBackboneAdd(invocation.options, context);
    case 'backbone-remove':
      return runBackboneRemove(invocation.options, context);
    case 'bench':
      return runBench(invocation.options, context);
    case 'bench-labelling':
      return runLabelling(invocation.options, context);
    case 'bench-effort':
      return runEffort(invocation.options, context);
    default:
      return Promise.resolve(null);
  }
}

/** What cannot be put away says so in the log; the command's own outcome counts. */
async function putAway({ studio, places }: CommandContext, work: Promise<unknown>): Promise<void> {
  const failed = (what: string) => (error: unknown) => log.error(what, error);
  // First what would go on by itself: work that was interrupted must not come to its end after all.
  await patiently(places.end().catch(failed('stopping failed')));
  await studio.stop().catch(failed('closing failed'));
  // The rest fails at its next step, and may make a folder until then.
  await patiently(work);
  await places.remove().catch(failed('a temporary folder stays behind'));
}

/** One sentence, and the code that goes with it. */
function tell(error: unknown, console: ProgressLine): number {
  console.done();
  if (error instanceof Interrupted) {
    console.say(error.message);
    return EXIT.interrupted;
  }
  if (!(error instanceof PersonError || error instanceof WrongUse)) log.error('a command failed', error);
  console.say(describe(error));
  return error instanceof WrongUse ? EXIT.wrongUse : EXIT.failed;
}
