/** @file Prototypical networks: the linear form of distances to class means. */
import { describe, expect, it } from 'vitest';
import { logits, softmax as shares } from '../../../../../../main/engine/imprinting/head';
import { argmax, squaredDistance } from '../../../../../../main/engine/imprinting/vectors';
import { unitEmbedding } from '../../../../../../main/engine/imprinting/unit';
import { methodOf } from '../../../../../../main/engine/training';
import { baseOf, contextOf, setOf, synthetic, type Labelled } from '../sets';

const protonet = methodOf('protonet');

/** Mean over groups of the mean of their images. */
function centre(images: readonly Labelled[]): Float64Array {
  const mean = (some: readonly (Float32Array | Float64Array)[]): Float64Array =>
    Float64Array.from(some[0]!, (_, i) => some.reduce((sum, a) => sum + a[i]!, 0) / some.length);
  const groups = [...new Set(images.map(({ group }) => group))];
  return mean(groups.map((group) => mean(images.filter((one) => one.group === group).map(({ a }) => a))));
}

describe('a prototypical network', () => {
  it('has the logits of -|a - c|²/τ but for what is the same for all classes of an image', async () => {
    const { images, queries } = synthetic([3, 1, 6]);
    const burst = images.map((one) => (one.group < 2 ? { ...one, group: 0 } : one));
    const head = await protonet.fit(setOf(burst), contextOf());
    const centres = [0, 1, 2].map((c) => centre(burst.filter(({ label }) => label === c)));
    for (const { a } of queries) {
      const differences = [...logits(head, a)].map(
        (logit, c) => logit + squaredDistance(a, centres[c]!) / head.temperature,
      );
      for (const difference of differences) expect(difference).toBeCloseTo(differences[0]!, 4);
    }
  });

  it('of one shot on unit vectors guesses what imprinting does', async () => {
    const { images, queries } = synthetic([1, 1, 1, 1]);
    const set = setOf(images.map((one) => ({ ...one, a: unitEmbedding(one.a) })));
    const [distances, cosines] = [
      await protonet.fit(set, contextOf()),
      await methodOf('imprinting').fit(set, contextOf()),
    ];
    for (const { a } of queries) {
      const u = unitEmbedding(a);
      expect(argmax(logits(distances, u))).toBe(argmax(logits(cosines, u)));
    }
  });

  it('of one shot on unit vectors is as sure as imprinting, too: τ = 2/s', async () => {
    const { images } = synthetic([1, 1, 1, 1]);
    const set = setOf(images.map((one) => ({ ...one, a: unitEmbedding(one.a) })));
    const [distances, cosines] = [
      await protonet.fit(set, contextOf()),
      await methodOf('imprinting').fit(set, contextOf()),
    ];
    expect(distances.temperature).toBeCloseTo(2 / cosines.scale[0]!, 6);
    const [one, other] = [logits(distances, images[0]!.a), logits(cosines, images[0]!.a)];
    expect(one).toHaveLength(4);
    expect(argmax(one)).toBe(argmax(other));
  });

  it('fits τ to held-out groups: new images are as often right as it says', async () => {
    const { set, queries } = synthetic([12, 12, 12, 12]);
    const head = await protonet.fit(set, contextOf());
    const answers = queries.map(({ a, label }) => {
      const probabilities = shares(logits(head, a));
      const guess = argmax(probabilities);
      return { right: guess === label ? 1 : 0, confidence: probabilities[guess]! };
    });
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const gap = mean(answers.map(({ right }) => right)) - mean(answers.map(({ confidence }) => confidence));
    expect(Math.abs(gap)).toBeLessThan(0.1);
  });

  it('has base classes at ν·p_k, ν the mean length of embeddings', async () => {
    const { set, space } = synthetic([2, 3]);
    const head = await protonet.fit(set, contextOf({}, { base: baseOf(space, 'replace', 2) }));
    const alone = await protonet.fit(set, contextOf());
    expect(head.classes).toBe(32);
    const a = space.image(space.centre());
    expect(logits(head, a)[31]).toBeCloseTo(logits(alone, a)[1]! + 2, 9);
    const nu = set.lengths.reduce((x, y) => x + y, 0) / 5;
    for (const k of [0, 29]) {
      expect(head.scale[k]).toBeCloseTo(2 * nu, 4);
      expect(head.bias[k]).toBeCloseTo(-(nu ** 2), 3);
    }
  });
});
