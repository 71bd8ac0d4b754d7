import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../scripts/setup/paths.mjs';

const LINK = /\]\((?!https?:)([^)#\s]+)[^)]*\)/g;
/** A path from the checkout's root, in code marks. What has a star or a brace in it stands for several. */
const PATH = /`((?:main|renderer|scripts|test|docs|resources)\/[\w./-]+)`/g;

const pages = ['.', 'docs'].flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name)),
);

test.each(pages)('%s leads to files that exist', (page) => {
  const text = readFileSync(path.join(root, page), 'utf8');
  const links = [...text.matchAll(LINK)].map(([, link = '']) => path.join(path.dirname(page), link));
  const paths = [...text.matchAll(PATH)].map(([, name = '']) => name);
  expect([...links, ...paths].filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});
