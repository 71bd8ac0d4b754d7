/** @file A project with everything that can be saved: labels, a box, groups, places, times, roles, guesses, embeddings. */
import path from 'node:path';
import type { GuessTable } from '../../../../main/contract/model';
import type { OpenLabels } from '../../../../main/exchange/parts';
import { makeFiles } from '../images/support';
import { projectOf } from './support';

const PATHS = ['north/a.jpg', 'north/b.jpg', 'south/a.jpg', 'c.jpg'];
const class_ = (id: string, name: string) => ({ id, name, colour: 0, key: null, kind: 'class' }) as const;
const label = (id: string) => ({ class: id, how: 'hand', by: 'me', at: '2026-11-24T08:00:00Z' }) as const;

/** @param folder where its images are written; each holds its own path */
export async function savedProject(folder: string): Promise<OpenLabels> {
  makeFiles(folder, ...PATHS);
  const project = projectOf(...PATHS);
  const { document } = project;
  document.classes = [class_('p', 'Perch'), class_('k', 'Pike, northern'), class_('n', 'N/A')];
  document.boxes = { b1: { image: 'f1/south/a.jpg', box: { x: 0.1, y: 0.2, width: 0.3, height: 0.4 } } };
  document.labels = {
    ...{ 'f1/north/a.jpg': label('p'), 'f1/north/b.jpg': label('k') },
    ...{ 'f1/south/a.jpg': label('p'), 'box:b1': label('k') },
  };
  document.groups = { 'f1/north/a.jpg': 'burst 1', 'f1/north/b.jpg': 'burst 1' };
  document.places = { 'f1/south/a.jpg': 'river', 'box:b1': 'river' };
  document.times = { 'f1/north/a.jpg': '2026-05-31T10:00:00' };
  document.roles = { 'f1/north/b.jpg': 'check' };
  const image = project.rows[2]!;
  const rows = [
    ...project.rows.slice(0, 3),
    { ...image, index: 4, id: 'box:b1', image: 2, box: document.boxes['b1']!.box },
  ];
  const all = [project.rows[0]!, project.rows[1]!, image, project.rows[3]!, rows[3]!];
  const order = { rows: all, guesses: guesses() };
  return Promise.resolve({
    ...project,
    ...order,
    absolute: (index: number) => path.join(folder, PATHS[index] ?? PATHS[2]!),
    noneRule: () => Promise.resolve(0.4),
    // Row 3 was not read.
    embeddings: (wanted: number[]) => {
      const had = wanted.filter((row) => row !== 3);
      const values = Float32Array.from(had.flatMap((row) => [row, row + 0.5, row + 1]));
      return Promise.resolve({ rows: had, dimension: 3, values });
    },
  });
}

/** Rows 0 and 2 Perch, row 1 a Pike below the threshold, row 4 a Pike. */
function guesses(): GuessTable {
  const best = [0, 1, 0, -1, 1];
  return {
    ...{ revision: 7, count: 5, k: 1, classes: ['p', 'k', 'n'], scale: 10, baseNames: {} },
    top: Int16Array.from(best),
    confidence: Float32Array.from([0.75, 0.5, 0.75, NaN, 0.875]),
    cosine: Float32Array.from([0.9, 0.3, 0.9, NaN, 0.8]),
    word: new Uint8Array(5),
    base: new Int16Array(5).fill(-1),
    baseWins: new Uint8Array(5),
  };
}
