import { describe, expect, test } from 'vitest';
import type { DecodeRequest } from '../../../../main/images/decoder/decoder';
import type { DecodeResult } from '../../../../main/images/decoder/protocol';
import { Items } from '../../../../main/images/items';
import { Views } from '../../../../main/images/views';
import { success } from './decoder/fakeHost';

const hashOf = (n: number): string => String(n).repeat(64);

/** Views of `count` images that were read, and a decoder that answers when told to. */
function setUp(count: number, limit?: number) {
  const items = new Items('secret', () => undefined);
  for (let n = 0; n < count; n++) {
    const seen = { capturedAt: null, camera: null, pixelHash: null };
    const facts = { hash: hashOf(n), width: 4, height: 3, ...seen };
    const file = { folder: 'f', path: `${n}.jpg`, size: 1, mtimeMs: 1 };
    items.ready(items.add({ ...file, addedAt: 0, facts }, '/photos'));
  }
  const asked: { request: DecodeRequest; answer: (result: DecodeResult) => void }[] = [];
  const decode = (request: DecodeRequest): Promise<DecodeResult> =>
    new Promise((answer) => asked.push({ request, answer }));
  const request = (index: number) => ({
    ...{ url: `img://file/${index}`, inputSize: 224 },
    framing: { kind: 'centreCrop' } as const,
  });
  const views = new Views(items, { decoder: { decode }, request }, limit);
  const get = (index: number, side = 100) => views.get(items.row(index).token, side);
  const urls = () => asked.map((each) => Number(each.request.url.slice(-1)));
  const answer = async (at: number, bytes = 10) => {
    const [hash, thumbnail] = [hashOf(urls()[at] as number), new Uint8Array(bytes)];
    asked[at]?.answer({ ...success(1, hash), thumbnail });
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { items, views, get, asked, answer, urls };
}

describe('views', () => {
  test('are asked of the decoder once, of the whole picture, and then kept', async () => {
    const { get, asked, answer } = setUp(1);
    const both = [get(0), get(0)];
    await answer(0);
    expect((await Promise.all(both)).map((jpeg) => jpeg?.length)).toEqual([10, 10]);
    expect(asked[0]?.request).toMatchObject({ wantInput: false, thumbnailSize: 100, view: { region: null } });
    expect((await get(0))?.length).toBe(10);
    expect(asked).toHaveLength(1);
    void get(0, 200);
    expect(asked).toHaveLength(2);
  });

  test('are made two at a time, the newest first, and not at all where the person is long past them', async () => {
    const { get, answer, urls } = setUp(10);
    const wishes = Array.from({ length: 10 }, (_, index) => get(index));
    expect(urls()).toEqual([0, 1]);
    await answer(0);
    expect(urls()).toEqual([0, 1, 9]);
    const again = Array.from({ length: 3 }, (_, index) => get(index, 50));
    expect(await wishes[2]).toBeNull();
    await answer(1);
    expect(urls()).toEqual([0, 1, 9, 2]);
    expect(again).toHaveLength(3);
  });

  test('are kept up to a limit: the one that was looked at least lately goes', async () => {
    const { get, answer, asked } = setUp(3, 25);
    for (const index of [0, 1]) {
      const wish = get(index);
      await answer(index);
      await wish;
    }
    await get(0);
    const third = get(2);
    await answer(2);
    await third;
    await get(0);
    expect(asked).toHaveLength(3);
    void get(1);
    expect(asked).toHaveLength(4);
  });

  test('are not there for what is no item, cannot be read or is gone', async () => {
    const { items, views, get, asked } = setUp(3);
    items.failed(0, { code: 'x', reason: 'It is broken.' });
    items.gone(1, 'It is gone.');
    expect(await Promise.all([get(0), get(1), views.get('unknown', 100)])).toEqual([null, null, null]);
    expect(asked).toEqual([]);
    const failing = get(2);
    asked[0]?.answer({ id: 1, failure: { code: 'x', reason: 'It is broken.' } });
    expect(await failing).toBeNull();
  });

  test('of a file that changed meanwhile are shown, but not kept', async () => {
    const { get, asked } = setUp(1);
    const wish = get(0);
    asked[0]?.answer({ ...success(1, 'f'.repeat(64)), thumbnail: new Uint8Array(3) });
    expect((await wish)?.length).toBe(3);
    void get(0);
    expect(asked).toHaveLength(2);
  });
});
