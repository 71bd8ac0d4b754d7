/** @file Methods that make a head, as a person names them. Shared by all processes. */

/** In the order in which they are listed everywhere. Names of `--methods`. */
export const METHOD_IDS = [
  'imprinting',
  'balanced',
  'softmax',
  'proxy-nca',
  'nca',
  'triplet',
  'protonet',
  'wdae',
  'nearest',
  'logistic',
] as const;

export type MethodId = (typeof METHOD_IDS)[number];

/** Shown in the window at once; the others by 'all methods'. */
export const USUAL_METHODS: readonly MethodId[] = [
  'imprinting',
  'balanced',
  'softmax',
  'proxy-nca',
  'nca',
  'protonet',
  'nearest',
  'logistic',
];
