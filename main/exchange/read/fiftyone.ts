/**
 * @file The labels.json of a FiftyOneImageClassificationDataset: {classes, labels: {stem: index | name | null}}. The
 * images are known by their names without ending. Pure. Runs in main.
 */
import { isRecord } from './json';
import { BadLabel, labelText } from './labelText';
import { emptyRecord, type ReadLabels } from './record';
import { told } from '../../../strings/words';

interface FiftyOneLabels {
  classes?: unknown;
  labels: Record<string, unknown>;
}

export function isFiftyOne(value: unknown): value is FiftyOneLabels {
  return isRecord(value) && isRecord(value['labels']);
}

export function readFiftyOne({ classes, labels }: FiftyOneLabels): ReadLabels {
  const names = Array.isArray(classes) ? classes.map((name) => (typeof name === 'string' ? name : '')) : null;
  const entries = Object.entries(labels);
  const read: ReadLabels = {
    ...{ format: 'fiftyone', rows: entries.length, records: [], problems: [], ignoredColumns: [] },
    classOrder: (names ?? []).filter((name) => name !== ''),
  };
  entries.forEach(([stem, target], i) => {
    try {
      const label = labelOf(target, names);
      // null is FiftyOne's word for 'not labelled', and no mistake.
      if (label !== null) read.records.push({ ...emptyRecord(i + 1, [stem]), stem: true, label });
    } catch (error) {
      if (!(error instanceof BadLabel)) throw error;
      read.problems.push({ line: i + 1, text: told().importing.entryLeftOut(stem, error.message) });
    }
  });
  return read;
}

/** An index into the classes, or the name itself; alone, or as `label` of an object. */
function labelOf(target: unknown, names: readonly string[] | null): string | null {
  const value = isRecord(target) ? target['label'] : target;
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) throw new BadLabel(told().importing.severalLabels);
  if (typeof value !== 'number' || names === null) return labelText(value);
  const name = names[value];
  if (name === undefined) throw new BadLabel(told().importing.noClassOf(value, names.length));
  return labelText(name);
}
