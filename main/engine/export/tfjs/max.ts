/**
 * @file The largest of some channels, from layers that every tfjs-layers has. Pure: runs in the engine and in tests.
 *
 * There is no layer that reduces along the channels, but pooling takes the largest along a line: the channels, one below the
 * other, are a line of one channel.
 */
import { stock, type StockLayer } from './stock';

/** @param input [N, channels] @returns layers of which the last, `name`, puts out [N, 1] */
export function maxLayers(name: string, input: string, channels: number): StockLayer[] {
  const line = `${name}/line`;
  return [
    stock(line, 'Reshape', [input], { target_shape: [channels, 1] }),
    stock(name, 'GlobalMaxPooling1D', [line]),
  ];
}
