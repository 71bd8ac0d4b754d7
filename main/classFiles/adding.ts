/** @file From classes of a file to the command that adds them, with their sums on the disk before it. Runs in main. */
import { plainName } from '../contract/names';
import { PersonError } from '../contract/errors';
import type { ClassFileChoice } from '../contract/areas/classFiles';
import type { ClassInfo, Command } from '../contract/model';
import { ClassFinder } from '../exchange/plan/newClasses';
import type { SummedClass } from './format';
import type { GivenFiles } from './givenFiles';
import type { NamedClassFile } from './readFile';
import { encodeSum } from './values';
import { told } from '../../strings/words';

type AddGiven = Extract<Command, { name: 'addGiven' }>;

/** What a file is called, in the words of a project that has classes already. */
export interface AddingParts {
  classes: readonly ClassInfo[];
  given: Pick<GivenFiles, 'keep' | 'read'>;
}

/** Every class of a file, into that of the same name where there is one. */
export function allOf({ file }: NamedClassFile, classes: readonly ClassInfo[]): ClassFileChoice[] {
  return file.classes.map(({ name }, entry) => ({ entry, into: sameClass(name, classes)?.id ?? null }));
}

/** The class of this name. */
export function sameClass(name: string, classes: readonly ClassInfo[]): ClassInfo | undefined {
  return classes.find((one) => plainName(one.name) === plainName(name));
}

/**
 * Puts the sums on the disk and says the command that names them.
 * @throws {PersonError} where a class has the same sums already, a choice fits nothing, or the disk refuses
 */
export async function addingOf(
  { file, name: from }: NamedClassFile,
  choices: readonly ClassFileChoice[],
  { classes, given }: AddingParts,
): Promise<AddGiven> {
  const found = new ClassFinder(classes);
  const command: AddGiven = { name: 'addGiven', classes: [], given: [] };
  for (const { entry, into } of choices) {
    const one = file.classes[entry];
    if (!one) throw new PersonError(told().sums.classNotInFile);
    const target = classes.find(({ id }) => id === into);
    if (into !== null && !target) throw new PersonError(told().sums.classGone);
    if (target && (await hasSums(target, one, given))) throw twice(target.name);
    const made = target ?? found.of(nameFor(one.name, found), { kind: one.kind });
    const { images, shots } = one;
    const of = await given.keep(file, one);
    command.given.push({ class: made.id, sums: { of, images, shots, from } });
  }
  return { ...command, classes: found.added };
}

const twice = (name: string): PersonError => new PersonError(told().sums.sumsThere(name));

/** Whether a class has the same sums already, from whichever file they came. */
export async function hasSums(
  { given = [] }: ClassInfo,
  one: SummedClass,
  files: Pick<GivenFiles, 'read'>,
): Promise<boolean> {
  const wanted = textOf(one);
  for (const { of, images } of given) {
    if (images !== one.images) continue;
    const known = await files.read(of);
    if (known && textOf(known) === wanted) return true;
  }
  return false;
}

const textOf = ({ sums }: SummedClass): string => sums.unit.map(({ sum }) => encodeSum(sum)).join();

/** A new class beside one of the same name is told apart by a number. */
function nameFor(name: string, found: ClassFinder): string {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${name} ${n}`;
    if (!found.has(tried)) return tried;
  }
}
