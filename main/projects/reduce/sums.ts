/** @file Sums of images that are not here, as a class has them. Pure. Runs in main. */
import { refuse } from '../errors';
import { MOST_GIVEN_IMAGES } from '../schema';
import type { ClassInfo, Given } from '../schema';
import { told } from '../../../strings/words';

/** The class with more sums. @throws {ProjectError} 'refused' where it has some of them already, or too many */
export function withSums(one: ClassInfo, added: readonly Given[]): ClassInfo {
  const given = [...(one.given ?? []), ...added];
  if (new Set(given.map(({ of }) => of)).size < given.length) refuse(told().refusals.sumsThere(one.name));
  if (given.reduce((sum, { images }) => sum + images, 0) > MOST_GIVEN_IMAGES)
    refuse(told().refusals.tooManySums(one.name, MOST_GIVEN_IMAGES));
  return given.length > 0 ? { ...one, given } : one;
}
