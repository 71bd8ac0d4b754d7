/** @file Labels as CSV, with the columns that an import reads. Pure. Runs in main. */
import Papa from 'papaparse';
import type { OutItem, OutLabels } from './outItem';

type Value = string | number | null;

interface Column {
  names: string[];
  values: (item: OutItem) => Value[];
}

const ALWAYS: readonly Column[] = [
  { names: ['path'], values: ({ image }) => [image.name] },
  { names: ['label'], values: ({ label }) => [label] },
];

/** Written where any item has a value. */
const OPTIONAL: readonly Column[] = [
  {
    names: ['x', 'y', 'width', 'height'],
    values: ({ box }) => (box ? [box.x, box.y, box.width, box.height] : [null, null, null, null]),
  },
  { names: ['group'], values: ({ group }) => [group] },
  { names: ['station'], values: ({ place }) => [place] },
  { names: ['time'], values: ({ time }) => [time] },
  { names: ['role'], values: ({ role }) => [role === 'check' ? 'check' : null] },
];

export function labelsCsv({ items }: Pick<OutLabels, 'items'>): string {
  const used = OPTIONAL.filter(({ values }) => items.some((item) => values(item)[0] !== null));
  const columns = [...ALWAYS, ...used];
  return csvOf(
    columns.flatMap(({ names }) => names),
    items.map((item) => columns.flatMap(({ values }) => values(item))),
  );
}

/** The order of the classes: what index means what. `folders` where their names are not the classes'. */
export function classesCsv(classes: readonly string[], folders?: ReadonlyMap<string, string>): string {
  const fields = folders ? ['index', 'label', 'folder'] : ['index', 'label'];
  const rows = classes.map((label, index) => [
    index,
    label,
    ...(folders ? [folders.get(label) ?? null] : []),
  ]);
  return csvOf(fields, rows);
}

export function csvOf(fields: string[], data: Value[][]): string {
  return `${Papa.unparse({ fields, data }, { newline: '\n' })}\n`;
}
