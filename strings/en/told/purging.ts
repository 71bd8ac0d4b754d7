/** @file What a purge says where it stops. */

export const purging = {
  engineAgain: 'The engine is being started again. Nothing more was removed; try once more in a moment.',
  underWay: 'A purge is under way already.',
  nothingRemoved: (readOnly: string): string => `Nothing was removed. ${readOnly}`,
  foldersLookedThrough:
    'The folders are still being looked through. Nothing was removed; purge when that is over.',
  featuresNeeded:
    'The features of a training are still needed. Keep or discard what was trained, and purge once more.',
  imagesNotRead: (left: number): string =>
    `${left === 1 ? '1 image has' : `${left} images have`} not been read yet, and only then is it known what belongs to no image any more. Nothing was removed; purge when all are read.`,
};
