/** @file Class files of invented classes. For tests. */
import type { ClassFile, SummedClass } from '../../../../main/classFiles/format';
import { preprocessingHash, type SumSpace } from '../../../../main/classFiles/space';
import type { ClassSums } from '../../../../main/engine/imprinting/sums';

export function spaceNamed(
  hash: string,
  dimension: number,
  framing: 'stretch' | 'centreCrop' = 'stretch',
): SumSpace {
  const seen = { framing: { kind: framing }, boxMargin: 0.1, decoderVersion: 1 } as const;
  return {
    backbone: { id: 'net', name: 'Net', hash: hash.repeat(64), dimension },
    preprocessing: { ...seen, hash: preprocessingHash(seen) },
  };
}

export const summed = (name: string, sums: ClassSums, more: Partial<SummedClass> = {}): SummedClass => ({
  ...{ name, kind: 'class', severalLooks: false, images: sums.images, shots: sums.shots, preview: null },
  sums: { unit: [sums], centred: null },
  ...more,
});

export const fileOf = (space: SumSpace, ...classes: SummedClass[]): ClassFile => ({
  tool: { name: 'Imprint Studio', version: '1.2.3' },
  createdAt: '2026-01-02T03:04:05.000Z',
  ...{ space, classes },
});
