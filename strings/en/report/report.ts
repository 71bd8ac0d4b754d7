/** @file What a report of comparisons says (HTML): its frame, and all that stands in it. */
import { done } from './done';
import { figures } from './figures';
import { meaning } from './meaning';
import { methods } from './methods';

export const report = {
  title: (name: string) => `Comparison of methods: ${name}`,
  /** What a file is called unless somebody chooses otherwise, without its ending. @param day as '2026-11-20' */
  file: (name: string, day: string) => `${name} comparison ${day}`,
  by: (day: string, version: string) => `${day} · Imprint Studio ${version}`,
  /** Where there is one contest alone. */
  result: 'Result',
  unasked: (names: string) => `Never asked about, for too few independent images: ${names}.`,
  differences: 'Difference to imprinting on the same images, in points',
  reliability: 'What percentages said, and how often it was so',
  done,
  figures,
  meaning,
  methods,
};
