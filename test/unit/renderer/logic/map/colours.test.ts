import { describe, expect, it } from 'vitest';
import type { ClassInfo } from '../../../../../main/contract/model';
import { LabelTable } from '../../../../../renderer/logic/labels';
import { colour, type Coloured } from '../../../../../renderer/logic/map/colours';
import { namesOnMap } from '../../../../../renderer/logic/map/names';
import { offMap, rowsOnMap, type MapTables } from '../../../../../renderer/logic/map/rows';
import { Shape } from '../../../../../renderer/logic/map/sprites';
import { fakeDocument } from '../../fake/project';
import { guessTable, rows } from '../../fake/table';

const classes: ClassInfo[] = ['a', 'b'].map((id, colour) => {
  return { id, name: id.toUpperCase(), colour, key: String(colour + 1), kind: 'class' };
});

/** Row 0 is labelled b, the others are guessed, the last has no guess. */
function tables(scale: number | null = 10): MapTables {
  const items = rows(6, { 1: { path: 'x/1.jpg' }, 2: { path: 'x/2.jpg' }, 3: { path: 'y/z/3.jpg' } });
  const document = fakeDocument();
  const first = items[0]?.id ?? '';
  document.labels[first] = { class: 'b', how: 'hand', by: 'me', at: '2026-01-02T03:04:05.000Z' };
  const labels = new LabelTable();
  labels.rebuild(items, document);
  const guesses = guessTable(
    ['a', 'b'],
    [
      { top: [[0, 0.95, 0.9]], word: 3 },
      { top: [[0, 0.95, 0.9]], word: 3 },
      { top: [[0, 0.75, 0.8]], word: 3 },
      { top: [[1, 0.55, 0.7]], word: 2 },
      { top: [[1, 0.8, 0.3]], word: 1 },
      { top: [] },
    ],
    scale,
  );
  return { items, labels, guesses };
}

const all = Uint32Array.of(0, 1, 2, 3, 4, 5);
const counts = ({ legend }: Coloured) =>
  legend
    .filter(({ labelled, others }) => labelled + others > 0)
    .map(({ name, labelled, others }) => `${name} ${labelled}+${others}`);

describe('the colours of the map', () => {
  it('says which class is none of the others', () => {
    const [a, b] = classes as [ClassInfo, ClassInfo];
    const { legend } = colour(tables(), all, 'class', [a, { ...b, kind: 'background' }]);
    expect(legend.map(({ name }) => name)).toEqual(['A', 'B (none of these)', 'No guess yet']);
  });

  it('shows labels as discs, guesses as rings, anything else as open', () => {
    const { shapes } = colour(tables(), all, 'class', classes);
    const { labelled, guessed, open } = Shape;
    expect([...shapes]).toEqual([labelled, guessed, guessed, guessed, guessed, open]);
  });

  it('counts what each colour stands for, by label before guess', () => {
    expect(counts(colour(tables(), all, 'class', classes))).toEqual(['A 0+2', 'B 1+2', 'No guess yet 0+1']);
    expect(counts(colour(tables(), all, 'guess', classes))).toEqual(['A 1+2', 'B 0+2', 'No guess yet 0+1']);
  });

  it('tells doubt in percentages only where there are any', () => {
    expect(counts(colour(tables(), all, 'confidence', classes))).toEqual([
      'Labelled 1+0',
      '90 % and more 0+1',
      '70 to 90 % 0+1',
      '50 to 70 % 0+1',
      'Unlike anything 0+1',
      'No guess yet 0+1',
    ]);
    const words = counts(colour(tables(null), all, 'confidence', classes));
    expect(words).toEqual([
      'Labelled 1+0',
      'Likely 0+2',
      'Unsure 0+1',
      'Unlike anything 0+1',
      'No guess yet 0+1',
    ]);
  });

  it('tells folders apart, the fullest first', () => {
    const { legend } = colour(tables(), all, 'folder', classes);
    expect(legend.map(({ name }) => name)).toEqual(['At the top', 'x', 'y/z']);
    expect(new Set(legend.map((entry) => entry.colour)).size).toBe(3);
  });

  it('gives no dot to what is not on the map', () => {
    const { shapes } = colour(tables(), Uint32Array.of(1), 'class', classes);
    expect([...shapes].filter((shape) => shape !== Shape.hidden)).toHaveLength(1);
  });

  it('writes the name of a class at a labelled image in its middle', () => {
    const world = Float32Array.of(5, 5, 0, 0, 9, 9, 1, 1, 2, 2, 3, 3);
    expect(namesOnMap(world, all, colour(tables(), all, 'class', classes))).toEqual([{ entry: 1, row: 0 }]);
  });
});

describe('who is on the map', () => {
  it('is read, has a place, and was not taken out; the rest is counted by its reason', () => {
    const items = rows(6, {
      1: { state: 'waiting' },
      2: { state: 'failed' },
      4: { state: 'gone' },
    });
    const labels = new LabelTable();
    labels.rebuild(items, fakeDocument());
    labels.excluded[3] = 1;
    const world = Float32Array.from({ length: 10 }, () => 1);
    const project = { items, labels, guesses: null };
    expect([...rowsOnMap(project, world)]).toEqual([0]);
    expect(offMap(project, world)).toEqual({ waiting: 1, fresh: 1, failed: 1 });
  });
});
