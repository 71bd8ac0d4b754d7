/** @file What own classes cost the base: counted by the batch as by the reference, one image after the other. */
import { describe, expect, it } from 'vitest';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { baseImpact } from '../../../../../main/engine/evaluating/baseImpact';
import { Guesser } from '../../../../../main/engine/guessing/guesser';
import { plainScorer } from '../../../../../main/engine/guessing/scorer';
import { tensorScorer } from '../../../../../main/engine/guessing/tensorScorer';
import { logits } from '../../../../../main/engine/imprinting/head';
import { argmax } from '../../../../../main/engine/imprinting/vectors';
import { lessonOf, project } from '../guessing/project';

const { matrix, constants, raw } = project(900);
/** Rows that show base classes: more than one batch, and not a whole number of them. */
const images = Array.from({ length: 170 }, (_, i) => 4 + 5 * i).map((row) => ({
  embedding: raw[row]!,
  class: row % 30,
}));
const pause = () => Promise.resolve();

async function study(join: 'replace' | 'append') {
  const guesser = new Guesser(matrix, constants, plainScorer);
  const found = await guesser.study(lessonOf([8, 8, 8, 8], { base: 'imagenet', join }));
  return found!.head;
}

describe('what own classes cost the base', () => {
  it.each(['replace', 'append'] as const)(
    'by %s is what the reference says, image by image',
    async (join) => {
      const head = await study(join);
      const found = await baseImpact(images, {
        head,
        classifier: constants,
        scorer: tensorScorer(tf),
        pause,
      });
      const alone = ({ embedding }: (typeof images)[number]) =>
        argmax(
          constants.bias.map((bias, k) =>
            embedding.reduce((sum, a, i) => sum + a * constants.weights[i * constants.classes + k]!, bias),
          ),
        );
      const joint = ({ embedding }: (typeof images)[number]) => argmax(logits(head, embedding));
      const before = images.filter((image) => alone(image) === image.class);
      const after = images.filter((image) => joint(image) === image.class);
      const lost = before.filter((image) => joint(image) >= constants.classes);
      const { leads, ...counts } = found;
      expect(counts).toEqual({ images: 170, before: before.length, after: after.length, lost: lost.length });
      // A base image is named rightly where its class leads the best own one.
      expect(leads.filter((lead) => lead > 0)).toHaveLength(after.length);
      expect(found.before).toBeGreaterThan(80);
    },
  );

  it('leaves no tensor, also where it is broken off', async () => {
    const parts = { head: await study('replace'), classifier: constants, scorer: tensorScorer(tf) };
    const before = tf.memory().numTensors;
    const broken = () => Promise.reject(new Error('enough'));
    await expect(baseImpact(images, { ...parts, pause: broken })).rejects.toThrow('enough');
    await baseImpact(images, { ...parts, pause });
    expect(tf.memory().numTensors).toBe(before);
  });
});
