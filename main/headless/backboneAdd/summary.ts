/** @file What `backbone-add` found and measured, as JSON and for a person's eyes. Pure; runs in main. */
import type { FoundModel, Trial, TrialChoices, WayFigure } from '../../contract/areas/ownBackbones';
import { printable } from '../console';
import { rate } from '../durations';
import { table, type Column } from '../table';

export interface AddedReport {
  model: Pick<FoundModel, 'kind' | 'input' | 'side' | 'outputs' | 'files' | 'bytes'>;
  choices: TrialChoices;
  /** null: they were not compared. */
  ways: WayFigure[] | null;
  /** null: it was not tried. */
  trial: Omit<Trial, 'nearest' | 'choices' | 'known'> | null;
  /** null: nothing was added. */
  backbone: { id: string; name: string; licence: string | null } | null;
}

const WAYS: readonly Column[] = [
  { title: 'normalise', align: 'left' },
  { title: 'colour', align: 'left' },
  { title: 'told apart', align: 'right' },
  { title: 'margin', align: 'right' },
];

export function summary({ model, choices, ways, trial, backbone }: AddedReport): string {
  const { kind, input, outputs } = model;
  const lines = [
    `${kind}, takes ${input.name} (${input.type}) of ${choices.side} pixels; outputs: ${outputs.map(({ name }) => name).join(', ')}`,
    `embedding: ${choices.output}${trial ? `, ${trial.dimension} values` : ''}`,
  ];
  if (trial) lines.push(...trialLines(trial));
  const end = backbone
    ? `added as ${backbone.id} (${backbone.name}): --backbone ${backbone.id}`
    : 'nothing was added';
  // Names of ports are the model's own, which anybody may have made.
  const shown = [...lines, ''].map(printable).join('\n');
  return `${shown}${ways ? waysTable(ways) : ''}${printable(end)}\n`;
}

function trialLines({
  imagesPerSecond,
  batch,
  figure,
  estimated,
}: NonNullable<AddedReport['trial']>): string[] {
  const { withinClassCosine, effectiveDimension, photos } = estimated;
  return [
    `speed: ${rate(imagesPerSecond)}, ${batch} at once`,
    `told apart: ${figure.right ?? '–'} of ${figure.photos} sample photos, an estimate`,
    `estimated on ${photos} sample photos: cosine ${withinClassCosine.toFixed(2)} within classes, effective dimension ${effectiveDimension.toFixed(0)}`,
  ];
}

const waysTable = (ways: readonly WayFigure[]): string =>
  table(
    WAYS,
    ways.map(({ normalisation, colour, right, photos, margin }) => [
      ...[normalisation, colour, right === null ? 'no numbers' : `${right} of ${photos}`],
      margin === null ? '–' : margin.toFixed(3),
    ]),
  );
