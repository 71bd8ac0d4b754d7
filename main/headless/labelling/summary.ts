/** @file The figures of the bench of labelling for a person's eyes. Pure; runs in main. */
import { machineLines } from '../bench/summary';
import { table, type Column } from '../table';
import { growth, type LabellingReport, type ScrollFigures, type SizeFigures, type Spread } from './figures';

export function labellingSummary({ machine, sizes }: LabellingReport): string {
  const columns: Column[] = [
    { title: '', align: 'left' },
    ...sizes.map(({ images }) => ({ title: `${images} images`, align: 'right' as const })),
    { title: 'aim', align: 'right' },
  ];
  const rows = ROWS.map(({ name, of, aim }) => [name, ...sizes.map(of), aim]);
  return [
    table(columns, rows),
    growthTable(sizes),
    `${machineLines(machine).join('\n')}\n`,
    'Frame times: half and nineteen of twenty are no longer; the longest task follows where one took 50 ms. All in ms.\n',
  ].join('\n');
}

interface Row {
  name: string;
  of: (size: SizeFigures) => string;
  aim: string;
}

const SPEEDS = ['1,500 px/s', '5,000 px/s', '20,000 px/s'];

const ROWS: readonly Row[] = [
  { name: 'new folder: first picture', of: ({ open }) => figure(open.fresh.first), aim: '≤ 1500' },
  { name: 'new folder: all in view', of: ({ open }) => figure(open.fresh.screen), aim: '' },
  { name: 'known folder: first picture', of: ({ open }) => figure(open.known.first), aim: '' },
  { name: 'known folder: all in view', of: ({ open }) => figure(open.known.screen), aim: '' },
  ...scrollRows('idle', '≤ 17, ≤ 100'),
  ...scrollRows('embedding', '≤ 34, ≤ 100'),
  ...scrollRows('bare', ''),
  { name: 'key to label p95, idle', of: ({ keys }) => figure(keys.idle.p95), aim: '≤ 60' },
  { name: 'key to label p95, embedding', of: ({ keys }) => figure(keys.embedding.p95), aim: '≤ 60' },
  { name: 'key to label p95, bare', of: ({ keys }) => figure(keys.bare.p95), aim: '' },
  { name: 'labels that were never seen', of: ({ keys }) => String(keys.missed), aim: '0' },
  { name: 'guesses follow a label, p50 p95', of: ({ follow }) => both(follow), aim: '≤ 150, ≤ 500' },
  { name: 'similar items, p50 p95', of: ({ similar }) => (similar ? both(similar) : '–'), aim: '≤ 60' },
  {
    name: 'loop delay of main p99, most',
    of: ({ loop }) => `${figure(loop.p99)} ${figure(loop.most)}`,
    aim: '≤ 50',
  },
  { name: 'images/s meanwhile', of: ({ embedding }) => rateOf(embedding), aim: '' },
  { name: 'window, MB: embedding, idle, bare', of: windowMemory, aim: '≤ 600' },
  { name: 'engine, MB: embedding, idle', of: engineMemory, aim: '≤ 1500' },
  { name: 'main, MB: embedding, idle', of: mainMemory, aim: '' },
];

function scrollRows(when: 'idle' | 'embedding' | 'bare', aim: string): Row[] {
  const what = when === 'bare' ? 'bare grid' : when;
  return SPEEDS.map((speed, i) => ({
    name: `frame p50 p95 at ${speed}, ${what}`,
    of: ({ scroll }) => scrolled(scroll[when][i]),
    aim,
  }));
}

function scrolled(found: ScrollFigures | undefined): string {
  if (!found) return '–';
  const task = found.longestTask > 0 ? ` (${figure(found.longestTask)})` : '';
  return `${both(found)}${task}`;
}

const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(value < 100 ? 1 : 0));
const both = ({ p50, p95 }: Spread): string => `${figure(p50)} ${figure(p95)}`;
const rateOf = ({ imagesPerSecond, whole }: SizeFigures['embedding']): string =>
  `${figure(imagesPerSecond)}${whole ? ' (then all were read)' : ''}`;

const megabytes = (...values: number[]): string => values.map((value) => Math.round(value)).join(' ');
function windowMemory({ memory: { embedding, idle, bare } }: SizeFigures): string {
  return megabytes(embedding.window, idle.window, bare);
}
function engineMemory({ memory: { embedding, idle } }: SizeFigures): string {
  return megabytes(embedding.engine, idle.engine);
}
function mainMemory({ memory: { embedding, idle } }: SizeFigures): string {
  return megabytes(embedding.main, idle.main);
}

/** Each cost by that at the fewest images, beside the ratio of the images. */
function growthTable(sizes: readonly SizeFigures[]): string {
  const first = sizes[0]?.images ?? 1;
  const columns: Column[] = [
    { title: 'growth', align: 'left' },
    ...sizes.map(({ images }) => ({ title: `× ${images / first} images`, align: 'right' as const })),
  ];
  const shown = (ratio: number | null): string => (ratio === null ? '–' : `× ${ratio.toFixed(2)}`);
  return table(
    columns,
    growth(sizes).map(({ name, ratios }) => [name, ...ratios.map(shown)]),
  );
}
