/** @file Bundles a script of this folder, for a process of its own. */
import path from 'node:path';
import { bundle as bundled } from '../../../../bundle.mjs';
import { ROOT } from '../../engine/backbone/support';

/** @returns the bundle's path. It lies in out/, so that it finds TensorFlow among the packages */
export const bundle = (script: string): Promise<string> =>
  bundled(path.join(import.meta.dirname, `${script}.ts`), path.join(ROOT, `out/test/${script}.cjs`));
