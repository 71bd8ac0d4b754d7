/** @file Classifying with an exported model, as `classify` does. */
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../../../../../main/contract/exportFormats';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { answerOf } from '../../../../../main/engine/modelFile/answers';
import type { Metadata } from '../../../../../main/engine/modelFile/metadata';
import { ModelRoom } from '../../../../../main/engine/modelFile/modelRoom';
import { images } from '../export/tiny';
import { tinyModel } from '../export/tinyExport';

const framing = { kind: 'stretch' } as const;
const batch = images.map((pixels, i) => ({ id: 10 + i, hash: '', box: null, framing, pixels, size: 8 }));

describe('ModelRoom', () => {
  it.each(EXPORT_FORMATS)('answers for each image of a batch, by %s', async (format) => {
    const before = tf.memory().numTensors;
    const room = new ModelRoom();
    const metadata = await room.open(await tinyModel(format, [12, 12, 12]));
    const answers = room.classify(batch);
    expect(answers.map(({ id }) => id)).toEqual([10, 11, 12]);
    for (const { answer } of answers) {
      expect(answer.top).toHaveLength(3);
      expect(answer.top.map(({ label }) => label).sort()).toEqual(metadata.classes.map(({ label }) => label));
      expect(answer.confidence).toBe(answer.top[0]!.confidence);
      expect(typeof answer.known).toBe('boolean');
    }
    room.close();
    expect(room.isOpen).toBe(false);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('is closed after a folder that cannot be opened, and says that no model is open', async () => {
    const room = new ModelRoom();
    await room.open(await tinyModel('tfjs'));
    await expect(room.open('/nowhere')).rejects.toThrow('holds no exported model');
    expect(() => room.classify(batch)).toThrow('No model is open.');
  });
});

describe('answerOf', () => {
  const classes = ['a', 'b', 'base'].map((label) => ({ label, base: label === 'base' }));
  const metadata = { classes, rejection: { logit: 3 } } as unknown as Metadata;
  const of = (...values: number[]) =>
    answerOf(
      Float32Array.from(values),
      Float32Array.from(values, (v) => 10 * v),
      metadata,
    );

  it('knows an image from the threshold on, of the class that won', () => {
    expect(of(0.2, 0.5, 0.3)).toMatchObject({ label: 'b', confidence: 0.5, known: true });
    expect(of(0.2, 0.25, 0.1)).toMatchObject({ label: 'b', known: false });
  });

  it('knows nothing that the background wins, and says so apart from what is unlike all', () => {
    const background = classes.map((one) => ({ ...one, kind: one.label === 'b' ? 'background' : 'class' }));
    const answer = (a: number, b: number, logit: number | null) =>
      answerOf(Float32Array.of(a, b, 0), Float32Array.of(10 * a, 10 * b, 0), {
        ...{ classes: background, rejection: { logit } },
      } as unknown as Metadata);
    expect(answer(0.1, 0.9, 3)).toMatchObject({ label: 'b', known: false, none: 'background' });
    expect(answer(0.1, 0.9, null)).toMatchObject({ known: false, none: 'background' });
    expect(answer(0.2, 0.1, 3)).toMatchObject({ label: 'a', known: false, none: 'below threshold' });
    expect(answer(0.9, 0.1, 3)).toMatchObject({ known: true, none: null });
  });

  it('does not say what was not measured', () => {
    expect(of(0.2, 0.3, 0.5)).toMatchObject({ label: 'base', known: null });
    const none = { ...metadata, rejection: { ...metadata.rejection, logit: null } };
    expect(answerOf(Float32Array.of(0.9, 0.1, 0), Float32Array.of(9, 1, 0), none).known).toBeNull();
  });
});
