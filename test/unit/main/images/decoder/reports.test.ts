import { describe, expect, it } from 'vitest';
import { checkReport } from '../../../../../main/images/decoder/reports';

const thumbnail = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
const seen = { capturedAt: '2024-05-01T12:30:00', camera: 'Canon EOS R5', pixelHash: '0f'.repeat(8) };
const result = { id: 1, hash: '0'.repeat(64), width: 4000, height: 3000, thumbnail, boxes: [], ...seen };

describe('reports from the decoder', () => {
  it.each([
    { kind: 'ready' },
    { kind: 'started', id: 3 },
    { kind: 'waiting', id: 3 },
    { kind: 'result', result },
    { kind: 'result', result: { ...result, thumbnail: null } },
    {
      kind: 'result',
      result: {
        ...result,
        thumbnail: null,
        boxes: [
          { id: 2, thumbnail },
          { id: 3, thumbnail: null },
        ],
      },
    },
    { kind: 'result', result: { ...result, capturedAt: null, camera: null } },
    { kind: 'result', result: { id: 1, failure: { code: 'truncated', reason: 'The file ends too early.' } } },
  ])('takes %o', (report) => expect(checkReport(report)).toEqual(report));

  it('refuses a thumbnail of 33 MB', () => {
    const huge = new Uint8Array(33 * 2 ** 20).fill(0xff);
    expect(checkReport({ kind: 'result', result: { ...result, thumbnail: huge } })).toBeNull();
  });

  it.each([
    null,
    'ready',
    { kind: 'else' },
    { kind: 'started' },
    { kind: 'started', id: 0 },
    { kind: 'started', id: 1.5 },
    { kind: 'ready', more: 1 },
    { kind: 'result', result: { ...result, hash: '../../etc/passwd' } },
    { kind: 'result', result: { ...result, width: 0 } },
    { kind: 'result', result: { ...result, width: Number.NaN } },
    { kind: 'result', result: { ...result, thumbnail: [0xff, 0xd8] } },
    { kind: 'result', result: { ...result, thumbnail: new Uint8Array(4) } },
    { kind: 'result', result: { ...result, capturedAt: '2024-05-01' } },
    { kind: 'result', result: { ...result, camera: 'a\u202eb' } },
    { kind: 'result', result: { ...result, camera: 'x'.repeat(81) } },
    { kind: 'result', result: { ...result, boxes: [{ id: 0, thumbnail }] } },
    { kind: 'result', result: { ...result, boxes: [{ id: 2, thumbnail: new Uint8Array(4) }] } },
    { kind: 'result', result: { ...result, pixelHash: null } },
    { kind: 'result', result: { ...result, pixelHash: '0F'.repeat(8) } },
    { kind: 'result', result: { id: 1, failure: { code: 'Not A Code', reason: 'x' } } },
    { kind: 'result', result: { id: 1, failure: { code: 'x', reason: 'x'.repeat(2000) } } },
  ])('refuses %o', (report) => expect(checkReport(report)).toBeNull());
});
