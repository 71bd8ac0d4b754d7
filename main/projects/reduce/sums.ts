/** @file Sums of images that are not here, as a class has them. Pure. Runs in main. */
import { refuse } from '../errors';
import { MOST_GIVEN_IMAGES } from '../schema';
import type { ClassInfo, Given } from '../schema';

/** The class with more sums. @throws {ProjectError} 'refused' where it has some of them already, or too many */
export function withSums(one: ClassInfo, added: readonly Given[]): ClassInfo {
  const given = [...(one.given ?? []), ...added];
  if (new Set(given.map(({ of }) => of)).size < given.length)
    refuse(`${one.name} has these sums already: added again, each of their images would count twice.`);
  if (given.reduce((sum, { images }) => sum + images, 0) > MOST_GIVEN_IMAGES)
    refuse(`${one.name} would have more images as sums than the ${MOST_GIVEN_IMAGES} that a class holds.`);
  return given.length > 0 ? { ...one, given } : one;
}
