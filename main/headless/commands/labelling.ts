/** @file The words of `bench-labelling`. Runs in main. */
import { list, place, wholeNumber } from '../values';
import type { AddCommand } from './add';

interface Words {
  json?: string;
  force?: true;
  images: number[];
  prepareOnly?: true;
}

const SIZES = [1000, 10_000, 50_000];

export const addLabelling: AddCommand = (program, { cwd }, choose) => {
  program
    .command('bench-labelling')
    .description('measure how the window feels with many images')
    .option('--images <LIST>', `numbers of images (${SIZES.join(',')} unless given)`, sizesOf, SIZES)
    .option('--prepare-only', 'make and embed the images that are kept, and measure nothing')
    .option('--json <FILE>', 'write the figures there', place('--json', cwd))
    .option('--force', 'replace what is there')
    .action(({ images, ...words }: Words) => {
      const { json = null, force = false, prepareOnly = false } = words;
      choose({ command: 'bench-labelling', options: { images, json, force, prepareOnly } });
    });
};

/** The smallest first, each once. */
const sizesOf = (text: string): number[] =>
  [...new Set(list(text).map(wholeNumber('--images', 100)))].sort((a, b) => a - b);
