/** @file Where tests copy samples from: as a checkout has them. Tests start at its root. */
import path from 'node:path';
import type { SampleSources } from '../../../../main/exporting/samples';

export const SAMPLES: SampleSources = {
  samples: path.resolve('resources/export'),
  library: path.resolve('node_modules/@tensorflow/tfjs/dist'),
};
