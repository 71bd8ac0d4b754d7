/** @file TFLite models of the tiny network with heads of every kind. For tests. */
import type { LayerGraph } from '../../../../../../main/engine/backbone/layers';
import { modelGraph } from '../../../../../../main/engine/export/modelGraph';
import type { Precision } from '../../../../../../main/engine/export/tflite/networkBuilder';
import { encodeTflite, type TfliteOptions } from '../../../../../../main/engine/export/tflite/tfliteModel';
import type { Head } from '../../../../../../main/engine/imprinting/head';
import { heads, network } from '../tiny';

export const PRECISIONS: readonly Precision[] = ['single', 'half'];
export const plainHead = heads['cosines of one scale']!;

export const graphOf = (head: Head): LayerGraph => modelGraph(network, 'embedding', head);

export function optionsFor(classes: number, precision: Precision): TfliteOptions {
  const labels = Array.from({ length: classes }, (_, c) => `Größe ${c}\n`).join('');
  return {
    precision,
    classes,
    outputs: { probabilities: 'probabilities', logits: 'logits' },
    labels: Buffer.from(labels),
    name: 'Garden',
    createdAt: '2026-01-02T03:04:05.000Z',
    generatedBy: 'Imprint Studio 1.2.3',
    licence: 'Apache-2.0',
  };
}

export const tflite = (head: Head = plainHead, precision: Precision = 'single'): Uint8Array =>
  encodeTflite(graphOf(head), optionsFor(head.classes, precision));
