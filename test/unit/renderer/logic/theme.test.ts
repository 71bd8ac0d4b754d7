/** @file Both themes: neutral greys, and contrast AA for every pair of text and ground that is used. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../../../renderer/logic/palette';

// Read as a file: the test runner empties style sheets that are imported.
const css = readFileSync('renderer/styles/tokens.css', 'utf8');

/** Custom properties of a block as a record of hex colours. */
function colours(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
const themes = { light: colours(light), dark: { ...colours(light), ...colours(dark) } };
const grounds = ['panel', 'bed', 'cell', 'cell-hover', 'control', 'control-hover', 'raised', 'chosen'];

describe.each(Object.entries(themes))('%s', (_, theme) => {
  const of = (name: string) => theme[name] ?? '#000000';

  it('has neutral greys', () => {
    for (const [name, hex] of Object.entries(theme)) {
      if (!name.startsWith('trouble')) expect(hex, name).toMatch(/^#(..)\1\1$/);
    }
  });

  it.each(grounds)('can be read on %s', (ground) => {
    expect(contrast(of('text'), of(ground))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('text-soft'), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it('can be read on a selected cell, on inverse buttons and on trouble', () => {
    expect(contrast(of('text'), of('cell-selected'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('on-inverse'), of('inverse'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('trouble'), of('raised'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('text'), of('trouble-bed'))).toBeGreaterThanOrEqual(4.5);
  });

  it('shows selection and focus with contrast 3 against what is beside them', () => {
    expect(contrast(of('text'), of('bed'))).toBeGreaterThanOrEqual(3);
    expect(contrast(of('line-strong'), of('panel'))).toBeGreaterThanOrEqual(3);
  });
});
