/** @file The command `imprint`: from a folder of images by class to a head, its estimate and its export. Runs in main. */
import path from 'node:path';
import { PersonError } from '../../contract/errors';
import { sameName } from '../../contract/names';
import type { Session } from '../../desk/session';
import { shippedId } from '../../contract/backboneIds';
import type { CommandContext, Outcome } from '../context';
import { include, rowsIn, type FolderRow } from '../folder/rows';
import type { ImprintOptions } from '../invocation';
import { reported } from '../outputs';
import { seenByChosen } from '../ownBackbone';
import { newProject, temporaryProject } from '../projectPlace';
import type { Answer, HeadlessStudio } from '../studio';
import { accuracies, type Tally } from './accuracy';
import { baseAccuracy } from './measureBase';
import { exportAll } from './exports';
import { addGiven } from './given';
import { folderLabels } from './folderLabels';
import { inspect, type ImprintInput } from './input';
import { novelAccuracy } from './measureNovel';
import { reportOf, type ImprintReport } from './report';
import { summary } from './summary';
import { requireNoLabels, supportOf, type SupportSet } from './support';

export async function runImprint(options: ImprintOptions, context: CommandContext): Promise<Outcome> {
  const input = await inspect(options, context.studio.core.backbones);
  await context.studio.start();
  const session = await openProject(input, options, context);
  const report = await imprint(session, input, options, context);
  return reported(summary(report, options.draw), report, options);
}

async function openProject(
  { images, project, given }: ImprintInput,
  options: ImprintOptions,
  { studio, places }: CommandContext,
): Promise<Session> {
  const { backbones } = studio.core;
  const ofModel = given.model && backbones.withHash(given.model.sums.file.space.backbone.hash);
  const backbone = options.backbone ?? ofModel?.id;
  const seen = backbone === undefined ? undefined : seenByChosen(backbones, backbone);
  const folder = project?.there
    ? project.folder
    : await (project
        ? newProject(project.folder, images.folder, seen)
        : temporaryProject(images.folder, places, seen));
  const session = await studio.open(folder);
  if (session.store.readOnly !== null) throw new PersonError(session.store.readOnly);
  if (options.draw) requireNoLabels(session.store.document.labels);
  await include(session, images.folder);
  if (options.backbone !== null) await seeBy(session, options.backbone, studio);
  await addGiven(session, given, project?.there !== true);
  await applySettings(session, options);
  return session;
}

/** A project that is seen by one that was tuned from it stays as it is. */
async function seeBy(session: Session, backbone: string, studio: HeadlessStudio): Promise<void> {
  if (shippedId(session.store.document.settings.backbone) === backbone) return;
  await session.backbones.choose(backbone);
  // What comes next is asked of the engine as it is then.
  await studio.read(session);
}

async function applySettings({ store }: Session, { base, join }: ImprintOptions): Promise<void> {
  const changes = { ...(base && { base }), ...(join && { join }) };
  if (Object.keys(changes).length > 0) await store.apply({ name: 'setSettings', changes });
}

async function imprint(
  session: Session,
  input: ImprintInput,
  options: ImprintOptions,
  context: CommandContext,
): Promise<ImprintReport> {
  const { store, library } = session;
  const begun = performance.now();
  await context.studio.read(session);
  const seconds = (performance.now() - begun) / 1000;
  const { done, failed } = library.reader.pipeline.progress;
  const rows = await rowsIn(session, input.images.folder);
  const support = supportOf(rows, options.draw);
  const answer = await teach(session, support, input, options, context);
  requireTaught(answer, session, rows);
  const novel = support.held && novelAccuracy(answer.guesses, store.document.classes, support.held);
  const rejection = await context.studio.core.engine.call('rejection', undefined);
  const document = { ...store.document };
  const exports = await exportAll(session, options, context);
  const base = await measureBase(session, input, context);
  return reportOf({
    ...{ document, rows, seconds, rejection, embedded: done - failed },
    estimate: answer.estimate,
    unread: [...input.images.unread, ...input.images.strangers],
    accuracies: accuracies(novel, base),
    exports,
  });
}

async function teach(
  session: Session,
  support: SupportSet,
  { images }: ImprintInput,
  { background }: ImprintOptions,
  { studio, console }: CommandContext,
): Promise<Answer> {
  for (const name of support.short)
    console.say(`The class ${name} has fewer images than --shots asks for, so all of them teach.`);
  if (support.copies > 0)
    console.say(`Left out of measuring: ${support.copies} with the same content as an image that teaches.`);
  const command = folderLabels(
    session.store.document,
    path.basename(images.folder) || 'images',
    support.classes,
  );
  if (command) await session.apply(command);
  await makeBackground(session, background);
  return studio.settled(session);
}

async function makeBackground(session: Session, name: string | null): Promise<void> {
  const named = session.store.document.classes.find((one) => name !== null && sameName(one.name, name));
  if (named?.kind !== 'class') return;
  await session.apply({ name: 'editClass', id: named.id, changes: { kind: 'background' } });
}

/** Images of a class may all have turned out to be unreadable. */
function requireTaught({ estimate }: Answer, { store }: Session, rows: readonly FolderRow[]): void {
  const taught = estimate.classes.filter(({ images, given }) => images + (given?.images ?? 0) > 0).length;
  const least = store.document.settings.base === 'none' ? 2 : 1;
  if (taught >= least) return;
  const first = rows.find((row) => row.state === 'failed');
  const why = first ? ` (${first.path}: ${first.reason?.replace(/\.$/, '') ?? 'not read'})` : '';
  throw new PersonError(
    `Images of ${taught} of ${estimate.classes.length} classes could be read, and a classifier needs ${least}${why}.`,
  );
}

async function measureBase(
  session: Session,
  { base, project }: ImprintInput,
  context: CommandContext,
): Promise<Tally | null> {
  if (!base) return null;
  if (session.store.document.settings.base === 'none')
    throw new PersonError(
      'Base classes cannot be measured, because this project stands alone: add --base imagenet.',
    );
  return baseAccuracy(session, base, project !== null, context);
}
