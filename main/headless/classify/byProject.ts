/** @file Classifies by a project, which is only read: the images are shown to a copy of it. Runs in main. */
import { PersonError } from '../../contract/errors';
import { noneRuleOf } from '../../contract/none';
import type { CommandContext } from '../context';
import { include, rowsIn } from '../folder/rows';
import { requireInstalled } from '../ownBackbone';
import { copiedProject, readProject, withSuffix } from '../projectPlace';
import { rowsOf, type ClassifiedRow } from './rows';

/** @throws {PersonError} where there is no project, its backbone is not here, or there is nothing that it could have learnt from */
export async function classifyByProject(
  folder: string,
  project: string,
  { studio, places }: CommandContext,
): Promise<ClassifiedRow[]> {
  const { settings } = await readProject(withSuffix(project));
  requireInstalled(project, settings, studio.core.backbones);
  const copy = await copiedProject(withSuffix(project), places);
  await studio.start();
  const session = await studio.open(copy);
  await include(session, folder);
  const { guesses, estimate } = await studio.settled(session);
  if (estimate.classes.every(({ images }) => images === 0))
    throw new PersonError(
      `${project} has nothing to classify with: none of its labelled images could be read. Label some, or connect the disk they are on.`,
    );
  const rejection = await studio.core.engine.call('rejection', undefined);
  const images = await rowsIn(session, folder);
  return rowsOf(images, guesses, session.store.document.classes, noneRuleOf(rejection));
}
