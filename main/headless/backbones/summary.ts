/** @file Backbones as `backbones` and `backbone-remove` tell them, for a person's eyes and as JSON. Pure; runs in main. */
import type { DamagedBackbone } from '../../contract/areas/backbones';
import { printable } from '../console';
import { table, type Column } from '../table';

export interface ListedBackbone {
  id: string;
  name: string;
  /** It came with the program, or is the person's own. */
  kind: 'shipped' | 'own';
  /** Of the square that it gets, pixels. */
  side: number;
  /** To an embedding. */
  values: number;
  /** What embeddings, class files and heads know it by: lower-case hex SHA-256. */
  hash: string;
  /** Of its weights, or of all its files. */
  bytes: number;
  /** On the sample photos when it was added; null: not measured. */
  imagesPerSecond: number | null;
}

const COLUMNS: readonly Column[] = [
  { title: 'id', align: 'left' },
  { title: 'name', align: 'left' },
  { title: '', align: 'left' },
  { title: 'pixels', align: 'right' },
  { title: 'values', align: 'right' },
  { title: 'MB', align: 'right' },
  { title: 'images/s', align: 'right' },
];

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

export const listSummary = (
  backbones: readonly ListedBackbone[],
  damaged: readonly DamagedBackbone[],
): string => listed(backbones) + damaged.map(damagedLine).join('');

const damagedLine = ({ id, reason }: DamagedBackbone): string =>
  `${id}, your own, is damaged: ${printable(reason.replace(/\.$/, ''))}. Add its model again with backbone-add, or remove it with backbone-remove.\n`;

const listed = (backbones: readonly ListedBackbone[]): string =>
  table(
    COLUMNS,
    backbones.map(({ id, name, kind, side, values, bytes, imagesPerSecond }) => [
      ...[id, name, kind === 'own' ? 'your own' : '', String(side), String(values), megabytes(bytes)],
      imagesPerSecond === null ? '–' : imagesPerSecond.toFixed(1),
    ]),
  );

export const removedSummary = ({ id, name, bytes }: ListedBackbone): string =>
  `removed ${id} (${printable(name)}), ${megabytes(bytes)} MB; ${REST}\n`;

export const removedDamaged = (id: string): string => `removed ${id}, which was damaged; ${REST}\n`;

const REST = 'projects that are seen by it open, and say that it is not installed';
