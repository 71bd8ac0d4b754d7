/** @file The results of `imprint` for a person's eyes. Pure; runs in main. */
import { duration, rate } from '../durations';
import { notReadLines } from '../notRead';
import { percent, table, type Column } from '../table';
import { printable } from '../console';
import type { ImprintOptions } from '../invocation';
import type { ImprintReport } from './report';

const COLUMNS: readonly Column[] = [
  { title: 'class', align: 'left' },
  { title: 'images', align: 'right' },
  { title: 'groups', align: 'right' },
  { title: 'leave-one-out %', align: 'right' },
];

/** Images that came as sums; shown where any did. */
const GIVEN: Column = { title: 'as sums', align: 'right' };

export function summary(report: ImprintReport, draw: ImprintOptions['draw']): string {
  const anyGiven = report.classes.some(({ given }) => given);
  const columns = anyGiven ? [...COLUMNS.slice(0, -1), GIVEN, ...COLUMNS.slice(-1)] : COLUMNS;
  const rows = report.classes.map(({ name, images, groups, given, leaveOneOut }) => [
    ...[name, String(images), String(groups)],
    ...(anyGiven ? [String(given?.images ?? 0)] : []),
    percent(leaveOneOut),
  ]);
  return `${table(columns, rows)}\n${lines(report, draw).join('\n')}\n`;
}

function lines(report: ImprintReport, draw: ImprintOptions['draw']): string[] {
  return [
    headLine(report),
    embeddingLine(report),
    ...backgroundLines(report),
    estimateLine(report),
    ...accuracyLines(report, draw),
    rejectionLine(report),
    ...report.exports.map(exportLine),
    ...notReadLines(report.images.failed, 'the JSON'),
  ];
}

function headLine({ backbone, ownBackbone, base, join, framing }: ImprintReport): string {
  const beside = base === 'none' ? 'own classes alone' : `beside ImageNet's classes (join ${join})`;
  const seenBy = ownBackbone ? printable(`${ownBackbone.name} (${backbone})`) : backbone;
  return `Head: ${seenBy}, ${beside}, framing ${framing.kind}`;
}

function embeddingLine({ images, embedding: { imagesPerSecond, seconds } }: ImprintReport): string {
  const speed = imagesPerSecond === null ? 'known before' : `${duration(seconds)}, ${rate(imagesPerSecond)}`;
  return `Embedded: ${images.embedded} of ${images.total} (${speed})`;
}

function backgroundLines({ background }: ImprintReport): string[] {
  if (!background) return [];
  const { name, prototypes } = background;
  return [
    printable(`None of the others: ${name} (${prototypes} ${prototypes === 1 ? 'prototype' : 'prototypes'})`),
  ];
}

function estimateLine({ classes, evaluation: { leaveOneOutAccuracy, estimable } }: ImprintReport): string {
  if (leaveOneOutAccuracy === null)
    return `Estimate from the learning images: not possible with one ${classes.length > 1 ? 'image per ' : ''}class`;
  const value = percent(leaveOneOutAccuracy);
  return `Estimate from the learning images: ${value} % (leave-one-out, with one image fewer per class; ${estimable} of ${classes.length} classes estimable)`;
}

function accuracyLines({ evaluation: e }: ImprintReport, draw: ImprintOptions['draw']): string[] {
  const drawn = draw ? `images not drawn; ${draw.shots} per class drawn with seed ${draw.seed}` : '';
  const figures: [string, number | null][] = [
    [`Novel accuracy (${drawn})`, e.novelAccuracy],
    ['Base accuracy', e.baseAccuracy],
    ['Harmonic mean of both', e.harmonicMean],
    ['Accuracy over all', e.allAccuracy],
  ];
  const measured = figures.filter(([, value]) => value !== null);
  return measured.length === 0
    ? ['Accuracy: not measured (no images were held back; --shots does that)']
    : measured.map(([name, value]) => `${name}: ${percent(value)} %, among all classes of the head`);
}

function rejectionLine({ evaluation: { rejection } }: ImprintReport): string {
  if (!rejection) return "'None of these': not possible yet, too few groups were held out";
  const { threshold, falseRejectRate, foreignAccepted } = rejection;
  const share = (value: number | null): string => `${percent(value === null ? null : 100 * value)} %`;
  return `'None of these' below cosine ${threshold.toFixed(3)}: rejects ${share(falseRejectRate)} of known images, accepts ${share(foreignAccepted)} of foreign ones`;
}

function exportLine({ format, path, bytes, check }: ImprintReport['exports'][number]): string {
  const size = `${(bytes / 1e6).toFixed(1)} MB`;
  const agreement = `agrees on ${percent(100 * check.top1Agreement)} % of ${check.images} images, differs by ${check.maxAbsDiff.toExponential(1)} at most`;
  return printable(`Exported ${format}: ${path} (${size}; ${agreement})`);
}
