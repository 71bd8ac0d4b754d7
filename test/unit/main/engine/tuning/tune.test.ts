/** @file The last convolution, trained on real photos: what must hold before, during and after. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { divide } from '../../../../../main/engine/tuning/division';
import { embeddingsOf } from '../../../../../main/engine/tuning/forward';
import { startOf } from '../../../../../main/engine/tuning/start';
import {
  DEFAULTS,
  tune,
  type Epoch,
  type Tuned,
  type TuningHooks,
  type TuningOptions,
  type TuningSet,
} from '../../../../../main/engine/tuning/tune';
import { smallBackbone } from '../backbone/small';
import { cosine } from '../backbone/support';
import { firstEmbeddings, readPhotos, type Photos } from './support';

let photos: Photos;
/** Where the weights are not looked at: what training does with them is the same of any backbone. */
let small: Photos;
beforeAll(async () => {
  [photos, small] = [await readPhotos(), await readPhotos(smallBackbone)];
});
afterAll(() => Promise.all([photos.dispose(), small.dispose()]));

const options: TuningOptions = { ...DEFAULTS, seed: 11, epochs: 2 };

async function run(
  changes: Partial<TuningOptions> = {},
  hooks: TuningHooks = {},
  { set, last }: Pick<Photos, 'set' | 'last'> = small,
): Promise<Tuned> {
  const division = divide(set, 11);
  const start = startOf(set, division.teach, firstEmbeddings(set, last), last, 31.1);
  return tune(set, division, { sizes: last, start, options: { ...options, ...changes } }, hooks);
}

describe('before a step', () => {
  test('the path gives the embeddings of the backbone', () => {
    const { backbone, model, pixels, last, set } = photos;
    const { embeddings } = backbone.embed(pixels);
    const own = firstEmbeddings(set, last);
    pixels.forEach((image, n) => {
      const there = embeddings.subarray(n * 1280, (n + 1) * 1280);
      // Features kept as halves are rounded by up to 2^-11 of themselves, which the sum over 320 of them and the mean over 49
      // places even out.
      expect(cosine(own[n]!, there)).toBeGreaterThan(0.9999995);
      if (n % 10 > 0) return;
      // In single precision only the order of summation differs: a few units in the last place of values up to 6.
      const exact = tf.tidy(() => {
        const x = tf.tensor2d(model.features([image]), [49, 320]);
        const kernel = tf.tensor2d(last.kernel, [320, 1280]);
        return tf.mean(tf.relu6(tf.add(tf.matMul(x, kernel), tf.tensor1d(last.bias))), 0).arraySync();
      }) as number[];
      exact.forEach((value, i) => expect(Math.abs(value - there[i]!)).toBeLessThan(2e-5));
    });
  });

  test('no epoch leaves the weights as they are, to the bit', async () => {
    const { weights, best } = await run({ epochs: 0 }, {}, photos);
    expect(best).toBe(0);
    expect(weights.kernel).toEqual(photos.last.kernel);
    expect(weights.bias).toEqual(photos.last.bias);
  });
});

describe('training', () => {
  test('the same seed gives the same bytes, another one others', async () => {
    const [one, two] = [await run(), await run()];
    expect(Buffer.compare(bytes(one), bytes(two))).toBe(0);
    expect(one.epochs).toEqual(two.epochs);
    const other = await run({ seed: 12 });
    expect(other.epochs[1]!.loss).not.toBe(one.epochs[1]!.loss);
  });

  test('the loss falls, the convolution moves, embeddings stay near to what they were', async () => {
    const { epochs, weights } = await run({ epochs: 3 }, {}, photos);
    expect(epochs[epochs.length - 1]!.loss!).toBeLessThan(epochs[1]!.loss!);
    const [first] = photos.set.views[0]!;
    const [before, after] = [
      embeddingsOf([first!], photos.last, photos.last),
      embeddingsOf([first!], weights, photos.last),
    ];
    expect(cosine(before, after)).toBeLessThan(0.99999);
    expect(cosine(before, after)).toBeGreaterThan(0.8);
  });

  test('the weights are those of the epoch with the least held-out loss', async () => {
    const { epochs, best } = await run({ epochs: 6, rates: { convolution: 3e-3, head: 1e-2 } });
    const losses = epochs.map(({ held }) => held!.loss);
    expect(losses[best]).toBe(Math.min(...losses));
    expect(epochs.length - 1 - best).toBeLessThanOrEqual(3);
  });

  test('tells how far it is, and each epoch as it ends', async () => {
    const [far, seen]: [number[], Epoch[]] = [[], []];
    const { epochs } = await run({}, { progress: (done) => far.push(done), epoch: (one) => seen.push(one) });
    expect(seen).toEqual(epochs);
    expect(far[far.length - 1]).toBe(1);
    expect([...far].sort((a, b) => a - b)).toEqual(far);
  });
});

describe('tensors', () => {
  test('none is left after training, a cancel and a fault', async () => {
    const before = tf.memory().numTensors;
    await run({ epochs: 1 });
    expect(tf.memory().numTensors).toBe(before);
    const abort = new AbortController();
    const stopped = run({}, { signal: abort.signal, progress: (done) => done > 0.3 && abort.abort() });
    await expect(stopped).rejects.toThrow('aborted');
    expect(tf.memory().numTensors).toBe(before);
    await expect(run({}, {}, { ...small, set: broken(small.set) })).rejects.toThrow('Training went astray');
    expect(tf.memory().numTensors).toBe(before);
  });
});

const bytes = ({ weights }: Tuned): Buffer =>
  Buffer.concat([Buffer.from(weights.kernel.buffer), Buffer.from(weights.bias.buffer)]);

/** All views but the first are no numbers. */
const broken = (set: TuningSet): TuningSet => ({
  ...set,
  views: set.views.map(([first, ...others]) => [first!, ...others.map((view) => view.map(() => 0x7e00))]),
});
