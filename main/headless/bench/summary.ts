/** @file The figures of the bench for a person's eyes. Pure; runs in main. */
import { table, type Column } from '../table';
import type { BenchReport, Machine, SetFigures, Start } from './figures';

const COLUMNS: readonly Column[] = [
  { title: 'images/s', align: 'left' },
  { title: 'end to end', align: 'right' },
  { title: 'peer', align: 'right' },
  { title: 'ratio', align: 'right' },
  { title: 'engine alone', align: 'right' },
  { title: 'decoder alone', align: 'right' },
  { title: 'bound', align: 'right' },
];

export function summary(report: BenchReport, { runs }: { runs: number }): string {
  const { machine, sets, memory, start } = report;
  const lines = [
    ...(memory.engine === null ? [] : [`Engine: ${Math.round(memory.engine)} MB at its most`]),
    ...(memory.window === null ? [] : [`Window: ${Math.round(memory.window)} MB at its most`]),
    ...(start === null ? [] : [startLine(start)]),
    ...machineLines(machine),
    `Medians of ${runs}`,
  ];
  const speeds = sets.length > 0 ? `${table(COLUMNS, sets.map(speedRow))}\n` : '';
  return `${speeds}${lines.join('\n')}\n`;
}

function speedRow({ name, images, endToEnd, peers: [peer], ...alone }: SetFigures): string[] {
  const { engineAlone, decodeAlone, bound } = alone;
  return [
    ...[`${images} × ${name}`, figure(endToEnd)],
    ...(peer ? [figure(peer.imagesPerSecond), peer.ratio.toFixed(2)] : ['–', '–']),
    ...[engineAlone, decodeAlone, bound].map(figure),
  ];
}

const figure = (value: number): string => value.toFixed(value < 100 ? 1 : 0);

const startLine = ({ app, bare, ratio }: Start): string =>
  `Start: ${app.toFixed(2)} s to the drawn window, ${bare.toFixed(2)} s for a bare one (ratio ${ratio.toFixed(2)})`;

export function machineLines({
  processor,
  cores,
  memory,
  system,
  electron,
  loadBefore,
  loadAfter,
}: Machine): string[] {
  const load = [loadBefore, loadAfter].map(([minute = NaN]) => minute.toFixed(2));
  return [
    `Machine: ${processor}, ${cores} cores, ${memory} GB, ${system}, Electron ${electron}`,
    `Load average over a minute: ${load[0]} before, ${load[1]} after`,
  ];
}
