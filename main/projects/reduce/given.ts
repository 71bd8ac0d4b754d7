/** @file Commands that give classes sums of images that are not here, and take them away again. Pure. Runs in main. */
import type { CommandNamed } from '../commands';
import { refuse } from '../errors';
import { ChangeBuilder } from '../patches';
import type { Change } from '../patches';
import type { ClassInfo, ProjectDocument } from '../schema';
import { checkNewClass, findClass } from './classes';
import type { Context } from './labels';
import { withSums } from './sums';
import { told } from '../../../strings/words';

type Document = Readonly<ProjectDocument>;

/** @throws {ProjectError} 'refused' where a class has these sums already, or too many */
export function addGiven(document: Document, command: CommandNamed<'addGiven'>, { now }: Context): Change {
  let classes = [...document.classes];
  for (const added of command.classes) {
    checkNewClass(classes, added);
    classes.push(added);
  }
  for (const { class: id, sums } of command.given) {
    const before = findClass(classes, id);
    const after = withSums(before, [{ ...sums, at: now }]);
    classes = classes.map((one) => (one === before ? after : one));
  }
  const change = new ChangeBuilder(document);
  change.replace('classes', classes);
  return change.done(titleOf(command, classes), command);
}

export function removeGiven(document: Document, command: CommandNamed<'removeGiven'>): Change {
  const { given = [], ...bare } = findClass(document.classes, command.class);
  const gone = given.find(({ of }) => of === command.of);
  if (!gone) refuse(told().refusals.noSuchSums(bare.name));
  const left = given.filter((one) => one !== gone);
  const after = left.length > 0 ? { ...bare, given: left } : bare;
  const change = new ChangeBuilder(document);
  change.replace(
    'classes',
    document.classes.map((one) => (one.id === bare.id ? after : one)),
  );
  return change.done(told().steps.takeSumsOut(gone.images, bare.name), command);
}

function titleOf({ given }: CommandNamed<'addGiven'>, classes: readonly ClassInfo[]): string {
  const [first, second] = given;
  const images = given.reduce((sum, { sums }) => sum + sums.images, 0);
  const into = first && !second ? findClass(classes, first.class).name : told().steps.classes(given.length);
  return told().steps.addSums(images, into);
}
