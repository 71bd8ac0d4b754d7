/** @file An exported model of two classes as its paper is written of it. For tests. */
import type { ExportFigures } from '../../../../main/contract/exported';
import type { Figure } from '../../../../main/contract/evaluation';
import type { ExportFormat } from '../../../../main/contract/exportFormats';
import type { Metadata } from '../../../../main/engine/modelFile/metadata';

export const sha = (letter: string): string => letter.repeat(64);

export function metadataOf(format: ExportFormat, more: Partial<Metadata> = {}): Metadata {
  return {
    ...{ format: 'imprint-model', schema: 1, name: 'Garden', createdAt: '2026-01-02T03:04:05.000Z' },
    tool: { name: 'Imprint Studio', version: '1.2.3' },
    model: { format, files: [{ name: 'weights.bin', bytes: 3_000_000, sha256: sha('1') }] },
    ...{ id: sha('2'), manifest: { sha256: sha('3'), items: 24 } },
    classes: ['Perch', 'Roach'].map((label) => ({
      ...{ label, base: false, images: 12, groups: 11, kind: 'class' as const, prototypes: 1 },
    })),
    ...{ base: 'none', join: null, imprinting: 'balanced', method: 'balanced', leftOut: [], offset: null },
    input: {
      ...{ name: 'image', size: 224, channels: 3, colour: 'RGB', layout: 'NHWC', type: 'uint8' },
      ...{ range: [0, 255], normalisation: 'inside the model' },
    },
    outputs: { probabilities: 'probabilities', logits: 'logits', embedding: 'embedding' },
    preprocessing: {
      ...{ framing: { kind: 'stretch' }, orientation: 'upright', transparency: 'on white' },
      ...{ colours: 'sRGB', reduction: 'antialiased bilinear', decoderVersion: 1 },
    },
    backbone: { id: 'lite', name: 'Lite', hash: sha('4'), licence: 'Apache-2.0' },
    scale: 9,
    calibration: { calibrated: true, reason: null },
    rejection: {
      ...{ threshold: 0.5, logit: 4.5, reason: null, falseRejectRate: 0.05, foreignAccepted: 0.61 },
      ...{ heldOutGroups: 22, groupsNeeded: 19 },
    },
    ...more,
  };
}

export const figure = (value: number | null, more: Partial<Figure> = {}): Figure => ({
  ...{ value, interval: value === null ? null : [value - 0.1, value + 0.1], n: value === null ? 0 : 24 },
  ...{ groups: value === null ? 0 : 22, why: value === null ? 'Nothing was asked.' : null },
  ...more,
});

export function figuresOf(more: Partial<ExportFigures> = {}): ExportFigures {
  return {
    ...{ estimate: figure(0.86), accuracy: null },
    classes: ['Perch', 'Roach'].map((label) => ({
      ...{ label, images: 12, groups: 11, estimate: figure(0.8), accuracy: null },
    })),
    ...more,
  };
}
