/** @file How large an export will be. */
import { describe, expect, it } from 'vitest';
import { exportSize } from '../../../../renderer/logic/exportSize';

describe('exportSize', () => {
  it.each([
    ['tfjs', 20, 13.6],
    ['tfjs', 1020, 23.9],
    ['savedmodel', 1020, 18.6],
    ['tflite-float16', 20, 6.8],
    ['tflite-float16', 1020, 9.3],
  ] as const)('of %s with %d classes is about %d MB', (format, classes, megabytes) => {
    expect(exportSize(format, 'efficientnet-lite0', classes)! / 1e6).toBeCloseTo(megabytes, 0);
  });

  it('is not known of a backbone that is not shipped', () => {
    expect(exportSize('onnx', 'mine', 2)).toBeNull();
  });
});
