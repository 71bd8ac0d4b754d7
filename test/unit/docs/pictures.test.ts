/** @file The pictures of README and the documents: there in both themes, and all that are there are shown. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../scripts/setup/paths.mjs';

const docs = path.join(root, 'docs');
const pages = [path.join(root, 'README.md'), ...filesIn(docs, '.md').map((name) => path.join(docs, name))];

function filesIn(folder: string, end: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith(end));
}

it('has each that is shown in both themes, and shows each that there is', () => {
  const shown = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/images\/([\w-]+\.\w+)"/g)].map((match) => match[1] ?? ''),
  );
  const light = shown.filter((name) => !name.endsWith('-dark.webp'));
  expect(shown.sort()).toEqual(light.flatMap((name) => [name, name.replace('.webp', '-dark.webp')]).sort());
  expect([...new Set(shown)].sort()).toEqual(readdirSync(path.join(docs, 'images')).sort());
});
