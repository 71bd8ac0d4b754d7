import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { copyrightLines, type Facts } from '../../../scripts/notices/facts.mjs';
import { noticesFile, withCode } from '../../../scripts/notices/render.mjs';
import { licencesOf } from '../../../scripts/notices/texts.mjs';
import { root } from '../../../scripts/setup/paths.mjs';

const TERMS = 'Permission is hereby granted, free of charge, to any person.';
/** Old manifests have a list. */
type Manifest = { license?: string; licenses?: { type: string }[] };
const facts = (name: string, licence: string, ...texts: string[]): Facts => ({
  ...{ name, version: '1.0.0', licence, texts },
  ...{ copyright: texts.flatMap(copyrightLines), places: ['out/main'] },
});

test('THIRD_PARTY_NOTICES.md names what is shipped', async () => {
  const page = readFileSync(noticesFile, 'utf8');
  const same = (await withCode(page)) === page;
  expect(same, 'other packages are shipped than it names: run `npm run notices`').toBe(true);
});

test('a page without its marks is not written over', async () => {
  await expect(withCode('# Notices\n')).rejects.toThrow('has lost its marks');
});

test('owners are told from words about owners', () => {
  const text = `MIT License\n\n * Copyright (c) 2020 A &lt;a@b.c&gt;\ncopyright notice and this\nCOPYRIGHT HOLDERS BE\n`;
  expect(copyrightLines(text)).toEqual(['Copyright (c) 2020 A <a@b.c>']);
});

test('texts that differ in owners and titles alone are printed once, without owners', () => {
  const first = facts('first', 'MIT', `MIT License\n\nCopyright (c) 2020 A\n\n${TERMS}\n`);
  const second = facts(
    'second',
    'MIT',
    `The MIT License (MIT)\nCopyright B\n\n${TERMS.replace(' to', '\nto')}`,
  );
  const packages = ['first 1.0.0', 'second 1.0.0', 'third 1.0.0'];
  expect(licencesOf([first, second, facts('third', 'MIT')])).toEqual([
    { licence: 'MIT', text: `MIT License\n\n${TERMS}`, packages },
  ]);
});

test('a text of one package alone is printed as it is', () => {
  const text = `${TERMS}\n\nCopyright (c) 2013 of some parts: B`;
  expect(licencesOf([facts('one', 'MIT', `\n${text}\n`)])).toEqual([
    { licence: 'MIT', text, packages: ['one 1.0.0'] },
  ]);
});

test('a licence whose text is nowhere stops the writing', () => {
  expect(() => licencesOf([facts('one', 'ISC')])).toThrow('one has no licence file');
});

test('docs/dependencies.md gives every direct dependency with its licence, and no other', () => {
  const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, object>;
  const wanted = Object.keys({ ...dependencies, ...devDependencies }).map((name) => {
    const found = JSON.parse(read(`node_modules/${name}/package.json`)) as Manifest;
    return `${name}: ${found.license ?? found.licenses?.[0]?.type}`;
  });
  const rows = read('docs/dependencies.md').matchAll(/^\| `([^`]+)` *\| ([^|]+?) *\|/gm);
  expect([...rows].map(([, name, licence]) => `${name}: ${licence}`).sort()).toEqual(wanted.sort());
});
