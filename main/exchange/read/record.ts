/** @file What every reader of labels answers, whatever the file looks like. Types only. */
import type { ImportFormat, ImportProblem } from '../../contract/exchange';

/** Four numbers of a box as the source has them. */
export interface ReadBox {
  /** fraction: of the upright image · pixel: of the upright image, whose size must then be known */
  unit: 'fraction' | 'pixel';
  /** Left and top edge. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One row: what a source says of one image or one box in it. */
export interface ImportRecord {
  /** Line, task or entry, from 1. */
  line: number;
  /** Names of the image, the likeliest first. */
  paths: string[];
  /** `paths` are without the ending, as FiftyOne writes them. */
  stem?: boolean;
  label: string | null;
  box: ReadBox | null;
  group: string | null;
  place: string | null;
  /** 'YYYY-MM-DDTHH:MM:SS', local. */
  time: string | null;
  role: 'learn' | 'check' | null;
}

export interface ReadLabels {
  format: ImportFormat;
  /** Rows that the source has, those with a problem included. */
  rows: number;
  records: ImportRecord[];
  problems: ImportProblem[];
  /** Classes in the order that the source gives them; [] where it gives none. */
  classOrder: string[];
  ignoredColumns: string[];
}

/** Says nothing but where the image is. */
export const emptyRecord = (line: number, paths: string[]): ImportRecord => ({
  line,
  paths,
  label: null,
  box: null,
  group: null,
  place: null,
  time: null,
  role: null,
});

/** As much as one import takes. */
export const MAX_ROWS = 200_000;

/** What `line` counts. */
export const UNITS: Record<ImportFormat, string> = {
  csv: 'line',
  fiftyone: 'entry',
  'label-studio': 'task',
  tree: 'image',
  folders: 'image',
};
