/** @file Files classified with an exported model: the same answers as the project gives. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventEmitter } from 'node:events';
import type { EngineEvent } from '../../../../main/engine/supervisor';
import type { DecodeRequest } from '../../../../main/images/decoder/decoder';
import { ModelSession } from '../../../../main/exporting/modelSession';
import { scratchFolder } from '../engine/backbone/support';
import { about, CLASSES, lessonOf, PER_CLASS, photos } from '../engine/export/photos';
import { inputOf } from './checkLine';
import { Studio } from './studio';
import { success } from '../images/decoder/fakeHost';

let studio: Studio;
let model: string;
const events = new EventEmitter();

beforeAll(async () => {
  studio = await Studio.start(undefined, photos, (event) => events.emit('event', event));
  model = studio.place('savedmodel');
  await studio.engine.call('prepareExport', { lesson: lessonOf({ shots: [3, 3, 3, 3, 3, 3] }), about });
  await studio.engine.call('writeExport', { format: 'savedmodel', folder: model });
});
afterAll(() => studio.stop());

/** Decodes with sharp and hands the pixels to the engine, one at a time. */
function decoder() {
  let jobs = 100;
  const decode = async (id: number, { path: file = '', framing, inputSize }: DecodeRequest) => {
    const input = await inputOf(id, file, framing, inputSize).catch(() => null);
    if (!input) return { id, failure: { code: 'gone', reason: 'The file is gone.' } };
    studio.take([input]);
    return success(id, input.hash);
  };
  return {
    submit: (request: DecodeRequest) => {
      const id = ++jobs;
      return { id, result: decode(id, request) };
    },
  };
}

async function open(dir: string): Promise<ModelSession> {
  const session = new ModelSession(dir, { engine: studio.engine, decoder: decoder() });
  events.removeAllListeners().on('event', (event: EngineEvent) => session.engineEvent(event));
  await session.engineStarted();
  return session;
}

describe('ModelSession', () => {
  it('answers for every file as the project would, and says why for one that cannot be read', async () => {
    const session = await open(model);
    const answers = await session.classify([...photos, '/gone.webp']);
    const right = answers.filter((one, i) => {
      return 'answer' in one && one.answer.label === CLASSES[Math.floor(i / PER_CLASS)];
    });
    expect(right.length).toBeGreaterThan(photos.length * 0.8);
    expect(answers.at(-1)).toEqual({ failure: { code: 'gone', reason: 'The file is gone.' } });
    const { probabilities } = await studio.engine.call('exportReference', { rows: [...photos.keys()] });
    photos.forEach((_, i) => {
      const row = [...probabilities.subarray(i * CLASSES.length, (i + 1) * CLASSES.length)];
      const said = answers[i]!;
      expect('answer' in said && said.answer.confidence).toBeCloseTo(Math.max(...row), 5);
    });
    await session.close();
  });

  it('serves the files that it was given, and no others', async () => {
    const session = await open(model);
    await session.classify(photos.slice(0, 2));
    expect(session.file('model-1')).toBe(photos[1]);
    expect([session.file('model-2'), session.file('model-x'), session.file('1')]).toEqual([null, null, null]);
    await session.close();
  });

  it('says so where the folder holds no model', async () => {
    await expect(open(await scratchFolder())).rejects.toThrow('holds no exported model');
  });
});
