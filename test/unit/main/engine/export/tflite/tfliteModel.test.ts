/** @file What stands in a TFLite model. What its own runtimes make of it is asked by test/interop. */
import { describe, expect, it } from 'vitest';
import { unzipSync } from 'fflate';
import { float32ToFloat16 } from '../../../../../../main/engine/backbone/float16';
import type { Layer, LayerGraph } from '../../../../../../main/engine/backbone/layers';
import { networkOf } from '../../../../../../main/engine/export/tflite/tfliteModel';
import { BUFFER, MODEL } from '../../../../../../main/engine/export/tflite/schema';
import { TableView } from '../../../../../../main/engine/modelFile/tflite/flatView';
import { network as tiny } from '../tiny';
import { graphOf, optionsFor, plainHead, PRECISIONS, tflite } from './models';

const OUTPUTS = ['probabilities', 'logits'];
const kinds = (graph: LayerGraph, outputs: string[] = OUTPUTS): string[] =>
  networkOf(graph, outputs, 'single').operators.map(({ name, options }) =>
    options['activation'] ? `${name} relu6` : name,
  );

/** The tiny network with other layers behind its `wide`. */
const withLayers = (...layers: Layer[]): LayerGraph => ({
  ...tiny,
  layers: [...tiny.layers.slice(0, 2), ...layers],
});
const relu6: Layer = { name: 'shut', op: 'relu6', inputs: ['wide'] };

describe('encodeTflite', () => {
  it('writes every operation, and a relu6 as part of what it follows', () => {
    expect(kinds(graphOf(plainHead))).toEqual([
      ...['CAST', 'SUB', 'MUL', 'CONV_2D', 'DEPTHWISE_CONV_2D relu6', 'ADD', 'MUL', 'MUL relu6'],
      ...['CONCATENATION', 'CONV_2D relu6', 'MEAN', 'L2_NORMALIZATION', 'FULLY_CONNECTED', 'MUL', 'SOFTMAX'],
    ]);
  });

  it('leaves a relu6 on its own where something else reads what it follows, or that is an output', () => {
    const both: Layer = { name: 'both', op: 'add', inputs: ['shut', 'wide'] };
    expect(kinds(withLayers(relu6, both), ['both']).slice(4)).toEqual(['DEPTHWISE_CONV_2D', 'RELU6', 'ADD']);
    expect(kinds(withLayers(relu6), ['shut', 'wide']).slice(4)).toEqual(['DEPTHWISE_CONV_2D', 'RELU6']);
    expect(kinds(withLayers(relu6), ['shut']).slice(4)).toEqual(['DEPTHWISE_CONV_2D relu6']);
  });

  it('begins all data at a multiple of 16 bytes, behind an empty first buffer', () => {
    for (const precision of PRECISIONS) {
      const bytes = tflite(plainHead, precision).slice();
      expect(Buffer.from(bytes.subarray(4, 8)).toString()).toBe('TFL3');
      const buffers = TableView.root(bytes, 'TFL3', 'it').tables(MODEL.buffers, 'buffer');
      const data = buffers.map((buffer) => buffer.bytes(BUFFER.data));
      expect(data[0]).toBeNull();
      expect(data.slice(1).map((one) => one!.byteOffset % 16)).toEqual(data.slice(1).map(() => 0));
      expect(Buffer.from(data.at(-1)!.subarray(4, 8)).toString()).toBe('M001');
    }
  });

  it('halves kernels and nothing else, to the nearest', () => {
    const graph = graphOf(plainHead);
    const { tensors, operators } = networkOf(graph, OUTPUTS, 'half');
    const halves = tensors.filter(({ type }) => type === 'float16');
    const kernels = ['k0', 'k1', 'k2', 'imprint/cosine/kernel'];
    expect(halves.map(({ name }) => name)).toEqual(kernels.map((key) => `${key}/half`));
    expect(operators.filter(({ name }) => name === 'DEQUANTIZE')).toHaveLength(kernels.length);
    // [height, width, channels, 1] lies in memory as TFLite has it.
    const stored = halves[1]!.data!;
    expect(stored).toEqual(new Uint8Array(float32ToFloat16(graph.tensors.get('k1')!.values).buffer));
  });

  it('carries the labels as one stored file of a zip whose places count from the first byte', () => {
    const bytes = tflite();
    const { labels } = optionsFor(plainHead.classes, 'single');
    expect(unzipSync(bytes)).toEqual({ 'labels.txt': new Uint8Array(labels) });
    expect(Buffer.from(bytes).includes(Buffer.from(labels))).toBe(true);
  });

  it('writes the same bytes for the same model', () => {
    for (const precision of PRECISIONS)
      expect(tflite(plainHead, precision)).toEqual(tflite(plainHead, precision));
  });

  it('refuses an output that is no layer, and a graph that does not fit together', () => {
    expect(() => networkOf(graphOf(plainHead), ['gone'], 'single')).toThrow('no tensor named gone');
    const lost: Layer = { name: 'lost', op: 'relu6', inputs: ['gone'] };
    expect(() => networkOf(withLayers(lost), ['lost'], 'single')).toThrow('lost takes gone');
  });
});
