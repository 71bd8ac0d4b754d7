import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  Decoder,
  DecoderUnavailable,
  type DecodeRequest,
  type DecoderOptions,
} from '../../../../../main/images/decoder/decoder';
import { FakeHost, success } from './fakeHost';

const request: DecodeRequest = {
  url: 'img://file/x',
  framing: { kind: 'stretch' },
  inputSize: 224,
  thumbnailSize: 256,
  wantInput: true,
};
const port = { close: vi.fn() } as unknown as Electron.MessagePortMain;

let hosts: FakeHost[];
const host = () => hosts[hosts.length - 1] as FakeHost;

function decoderWith(options: Partial<DecoderOptions> = {}): Decoder {
  const decoder: Decoder = new Decoder({
    startHost: (listeners) => {
      hosts.push(new FakeHost(listeners));
      return host();
    },
    onNeedsPort: () => decoder.connectEngine(port),
    backOff: () => 10,
    ...options,
  });
  return decoder;
}

/** A started decoder with `count` jobs, numbered from 1. */
function working(count: number, options: Partial<DecoderOptions> = {}) {
  const decoder = decoderWith(options);
  decoder.start();
  host().ready();
  const results = Array.from({ length: count }, () => decoder.decode(request));
  return { decoder, results };
}

const restart = () => {
  vi.advanceTimersByTime(10);
  host().ready();
};

beforeEach(() => {
  hosts = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe('decoder', () => {
  it('sends jobs once it is ready, a few for each worker, in order', async () => {
    const decoder = decoderWith();
    const results = [1, 2, 3, 4, 5, 6, 7].map(() => decoder.decode(request));
    expect(host().ids()).toEqual([]);
    host().ready();
    expect(host().ids()).toEqual([1, 2, 3, 4, 5, 6]);
    host().begin(1, 2);
    host().finish(2);
    expect(host().ids()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    await expect(results[1]).resolves.toEqual(success(2));
  });

  it('takes up what a person waits for before images that are only to be embedded', () => {
    const { decoder } = working(8);
    const awaited = { ...request, wantInput: false };
    for (let i = 0; i < 3; i++) void decoder.decode(awaited);
    // Two beyond the six in hand; the third as soon as there is room.
    expect(host().ids()).toEqual([1, 2, 3, 4, 5, 6, 9, 10]);
    host().begin(1);
    host().finish(1);
    expect(host().ids()).toEqual([1, 2, 3, 4, 5, 6, 9, 10, 11]);
    host().begin(9, 10, 11);
    host().finish(9, 10, 11);
    expect(host().ids()).toEqual([1, 2, 3, 4, 5, 6, 9, 10, 11, 7]);
  });

  it('takes up what somebody looks at before other images for the engine, as soon as there is room', () => {
    const { decoder } = working(8);
    void decoder.decode({ ...request, isSeen: true });
    expect(host().ids()).toEqual([1, 2, 3, 4, 5, 6]);
    host().begin(1, 2);
    host().finish(1, 2);
    expect(host().ids()).toEqual([1, 2, 3, 4, 5, 6, 9, 7]);
  });

  it('asks for a port whenever a new window stands ready, and holds jobs for the engine until it has one', () => {
    const onNeedsPort = vi.fn();
    const decoder = decoderWith({ onNeedsPort });
    void decoder.decode(request);
    void decoder.decode({ ...request, wantInput: false });
    host().ready();
    expect(onNeedsPort).toHaveBeenCalledTimes(1);
    expect(host().ids()).toEqual([2]);
    decoder.connectEngine(port);
    expect(host().ids()).toEqual([2, 1]);
    decoder.disconnectEngine();
    void decoder.decode(request);
    expect(host().ids()).toEqual([2, 1]);
    host().die();
    restart();
    expect(onNeedsPort).toHaveBeenCalledTimes(2);
  });

  it('finds the file that ends it: suspects are tried one at a time, the innocent succeed', async () => {
    const { results } = working(4);
    host().begin(1, 2);
    host().die();
    restart();
    expect(host().ids()).toEqual([1]);
    host().begin(1);
    host().die();
    restart();
    expect(host().ids()).toEqual([2]);
    host().begin(2);
    host().finish(2);
    expect(host().ids()).toEqual([2, 3, 4]);
    host().finish(3, 4);
    await expect(results[0]).resolves.toMatchObject({ failure: { code: 'decoder-ended' } });
    await expect(Promise.all(results.slice(1))).resolves.toEqual([success(2), success(3), success(4)]);
  });

  it('blames the file that takes too long, and it alone', async () => {
    const { results } = working(2, { timeout: () => 1000 });
    host().begin(1);
    vi.advanceTimersByTime(500);
    host().begin(2);
    vi.advanceTimersByTime(500);
    expect(hosts[0]?.destroyed).toBe(true);
    restart();
    expect(host().ids()).toEqual([1]);
    host().begin(1);
    vi.advanceTimersByTime(1000);
    restart();
    expect(host().ids()).toEqual([2]);
    host().begin(2);
    host().finish(2);
    await expect(results[0]).resolves.toMatchObject({ failure: { code: 'decoder-timeout' } });
    await expect(results[1]).resolves.toEqual(success(2));
  });

  it('stops the clock while a big picture waits for its turn', () => {
    working(2, { timeout: () => 1000 });
    host().begin(1, 2);
    host().say({ kind: 'waiting', id: 2 });
    vi.advanceTimersByTime(900);
    host().finish(1);
    host().begin(2);
    vi.advanceTimersByTime(900);
    expect(host().destroyed).toBe(false);
    vi.advanceTimersByTime(100);
    expect(host().destroyed).toBe(true);
  });

  it('gives larger files more time', () => {
    const decoder = decoderWith();
    decoder.start();
    host().ready();
    void decoder.decode({ ...request, bytes: 100e6 });
    host().begin(1);
    vi.advanceTimersByTime(29_000);
    expect(host().destroyed).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(host().destroyed).toBe(true);
  });

  it('replaces a window that never starts, takes jobs without working on them, or talks nonsense', () => {
    const ends: string[] = [];
    working(1, { onEnd: (why) => ends.push(why) });
    vi.advanceTimersByTime(10_000);
    vi.advanceTimersByTime(10 + 30_000);
    restart();
    host().say({ kind: 'result', result: { id: 1, hash: 'no hash' } });
    expect(ends).toEqual([
      'It no longer answers.',
      'It did not start.',
      'It sent something that is no report.',
    ]);
    expect(hosts.slice(0, 3).every(({ destroyed }) => destroyed)).toBe(true);
  });

  it('listens no more to a window it gave up, nor to reports on jobs that are not in hand', async () => {
    const { results } = working(1);
    host().begin(1);
    const old = host();
    old.die();
    restart();
    old.finish(1);
    old.die();
    expect(hosts).toHaveLength(2);
    host().finish(77);
    host().begin(1);
    host().finish(1);
    await expect(results[0]).resolves.toEqual(success(1));
  });

  it('starts one window, even if it is asked for another while that is being made', () => {
    const decoder: Decoder = decoderWith({
      startHost: (listeners) => {
        if (hosts.length < 3) void decoder.decode(request);
        hosts.push(new FakeHost(listeners));
        return host();
      },
    });
    decoder.start();
    expect(hosts).toHaveLength(1);
  });

  it('says when it is away and when it is back', () => {
    const troubles: (string | null)[] = [];
    working(1, { onTrouble: (trouble) => troubles.push(trouble) });
    host().die();
    restart();
    expect(troubles).toEqual([null, expect.stringContaining('started again'), null]);
  });

  it('gives up after six starts in a row without a result, says so, and starts anew when asked again', async () => {
    const decoder = decoderWith();
    const result = decoder.decode(request);
    for (let i = 0; i < 6; i++) {
      host().die();
      vi.advanceTimersByTime(10);
    }
    await expect(result).rejects.toThrow(DecoderUnavailable);
    expect(hosts).toHaveLength(6);
    const again = decoder.decode(request);
    expect(hosts).toHaveLength(7);
    host().ready();
    host().begin(2);
    host().finish(2);
    await expect(again).resolves.toEqual(success(2));
  });

  it('waits longer from start to start', () => {
    const backOff = vi.fn((attempt: number) => attempt * 100);
    working(1, { backOff });
    host().die();
    vi.advanceTimersByTime(100);
    host().die();
    expect(backOff.mock.calls).toEqual([[1], [2]]);
    vi.advanceTimersByTime(199);
    expect(hosts).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(hosts).toHaveLength(3);
  });

  it('rejects what is pending when it is destroyed, and what is asked afterwards', async () => {
    const { decoder, results } = working(1);
    const pending = expect(results[0]).rejects.toThrow(DecoderUnavailable);
    decoder.destroy();
    await pending;
    await expect(decoder.decode(request)).rejects.toThrow('stopped');
    expect(host().destroyed).toBe(true);
    vi.advanceTimersByTime(100_000);
    expect(hosts).toHaveLength(1);
  });

  it('closes a port that comes when there is no window to take it', () => {
    decoderWith().connectEngine(port);
    // oxlint-disable-next-line typescript/unbound-method
    expect(port.close).toHaveBeenCalled();
  });
});
