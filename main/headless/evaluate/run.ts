/** @file The command `evaluate`: methods compared on the same images, from a folder or from embeddings. Runs in main. */
import { app } from 'electron';
import path from 'node:path';
import { PersonError } from '../../contract/errors';
import type { Session } from '../../desk/session';
import { createProject } from '../../projects/create';
import { threadDraw } from '../../reports/drawing';
import { reportCsv } from '../../reports/csv';
import { reportHtml } from '../../reports/page';
import { built } from '../../shell/places';
import type { CommandContext, Outcome } from '../context';
import { include } from '../folder/rows';
import type { EvaluateOptions } from '../invocation';
import { writeOutput } from '../outputs';
import { seenByChosen } from '../ownBackbone';
import { temporaryProject } from '../projectPlace';
import { inspect, type EvaluateInput } from './input';
import { methodsInWords, stepOf } from './progress';
import { questionOf, rulesOf } from './question';
import { reportOf, type Evaluated } from './report';
import { summary } from './summary';

export async function runEvaluate(options: EvaluateOptions, context: CommandContext): Promise<Outcome> {
  const input = await inspect(options, context.studio.core.backbones);
  await context.studio.start();
  const session = await openProject(input, options, context);
  const evaluated = await evaluate(session, input, options, context);
  return { text: summary(evaluated, options), write: () => writeFiles(evaluated, options) };
}

/** Temporary: nothing of it is wanted afterwards. */
async function openProject(
  { set, others, base }: EvaluateInput,
  { backbone }: EvaluateOptions,
  { studio, places }: CommandContext,
): Promise<Session> {
  const seenBy = seenByChosen(studio.core.backbones, backbone);
  const folder = set.kind === 'folder' ? set.images.folder : null;
  const session = await studio.open(
    folder === null
      ? await createProject({
          name: 'Embeddings',
          folder: await places.make(),
          directory: await places.make(),
          seenBy,
        })
      : await temporaryProject(folder, places, seenBy),
  );
  if (others?.kind === 'folder') await include(session, others.images.folder);
  if (base) await include(session, base.folder);
  return session;
}

async function evaluate(
  session: Session,
  input: EvaluateInput,
  options: EvaluateOptions,
  { studio, console }: CommandContext,
): Promise<Evaluated> {
  await studio.settled(session);
  const { asked, failed } = await questionOf(session, input, options);
  for (const { path: place, reason } of failed) console.say(`${place}: ${reason ?? 'not read'}`);
  const contests: Evaluated['contests'] = [];
  for (const rule of rulesOf(options.rule)) {
    const found = await session.evaluations.ask({ ...asked, rule }, (progress) =>
      console.show(methodsInWords(progress), stepOf(progress)),
    );
    if (!found) throw new PersonError('The evaluation was stopped. Nothing was written.');
    contests.push(found);
  }
  return { contests, across: options.across, failed: failed.length };
}

async function writeFiles(evaluated: Evaluated, options: EvaluateOptions): Promise<void> {
  const { json, csv, html, force, folder } = options;
  const { contests } = evaluated;
  const about = { name: path.basename(folder) || folder, version: app.getVersion(), contests };
  if (json !== null)
    await writeOutput(json, `${JSON.stringify(reportOf(evaluated, options), null, 2)}\n`, force);
  if (csv !== null) await writeOutput(csv, reportCsv(contests), force);
  if (html !== null)
    await writeOutput(html, await reportHtml(about, threadDraw(built('main', 'report-charts.cjs'))), force);
}
