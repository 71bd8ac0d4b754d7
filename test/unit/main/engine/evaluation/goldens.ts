/** @file What test/golden/evaluation/crosscheck.py stored. For tests. */
import { readFileSync } from 'node:fs';

interface Golden {
  labels: number[];
  guesses: number[];
  confidences: number[];
  figures: {
    precision: (number | null)[];
    recall: number[];
    f1: number[];
    support: number[];
    macroRecall: number;
    macroF1: number;
    confusion: number[][];
  };
  reliability: { accuracy: number[]; confidence: number[]; n: number[]; error: number };
  holm: { p: number[]; adjusted: number[] };
  student: { t: number; freedom: number; p: number; width: number }[];
  oneSided: { k: number; n: number; upper: number }[];
  heldOut: { strata: number[][]; variance: number };
}

export const golden = JSON.parse(
  readFileSync(new URL('../../../../golden/evaluation/golden.json', import.meta.url), 'utf8'),
) as Golden;
