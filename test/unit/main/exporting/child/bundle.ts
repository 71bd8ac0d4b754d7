/** @file Bundles a script of this folder, for a process of its own. */
import path from 'node:path';
import { bundle as bundled } from '../../../../bundle.mjs';
import { ROOT } from '../../engine/backbone/support';

const made = new Map<string, Promise<string>>();

/** @returns the bundle's path, made once in a process. It lies in out/, so that it finds TensorFlow among the packages */
export function bundle(script: string): Promise<string> {
  const [source, to] = [
    path.join(import.meta.dirname, `${script}.ts`),
    path.join(ROOT, `out/test/${script}.cjs`),
  ];
  const known = made.get(script) ?? bundled(source, to);
  made.set(script, known);
  return known;
}
