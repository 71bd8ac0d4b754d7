/** @file What methods say when they cannot learn from what they are given. Runs in the engine and in tests. */
import { PersonError } from '../../contract/errors';
import { told } from '../../../strings/words';

export const oneImage = (): PersonError => new PersonError(told().engine.oneImage);

export const oneClass = (count: number): PersonError => new PersonError(told().engine.oneClass(count));

/** @param empty number of classes without an image */
export const emptyClass = (empty: number): PersonError => new PersonError(told().engine.emptyClasses(empty));

export const notFinite = (broken: number, of: number): PersonError =>
  new PersonError(told().engine.noNumbers(broken, of));

/** @param method as it is called in a sentence, with a capital */
export const noJoin = (method: string, join: 'replace' | 'append'): PersonError =>
  new PersonError(
    join === 'append' ? told().engine.onlyPlainAppends(method) : told().engine.cannotStandBeside(method),
  );

export const lossNotFinite = (step: number): PersonError => new PersonError(told().engine.lossAstray(step));
