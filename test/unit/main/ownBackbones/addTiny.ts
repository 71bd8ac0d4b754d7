/** @file A small model that is added by the product's copying and writing, with a process that always answers. For tests. */
import path from 'node:path';
import { Adding } from '../../../../main/ownBackbones/adding';
import type { TryLine } from '../../../../main/ownBackbones/line';
import type { TryCalls } from '../../../../main/ownBackbones/trying/protocol';
import { success } from '../images/decoder/fakeHost';

const figure = { right: 1, images: 2, margin: 0.2 };
const shape = [-1, 2];
const port = { dtype: 'float32', shape: [-1, 32, 32, 3] };
const mean = Float32Array.of(1, 2);
const constants = { mean, meanDistance: 1, withinClassCosine: 0.5, effectiveDimension: 30, images: 2 };

const answers: { [N in keyof TryCalls]: ReturnType<TryCalls[N]> } = {
  look: {
    ...{ kind: 'tfjs-layers', dir: '/', inputs: [{ name: 'photo', ...port }] },
    outputs: [{ name: 'features', dtype: 'float32', shape }],
  },
  load: null,
  test: { rank: 2, dimension: 2, together: 'same' },
  run: { milliseconds: 1 },
  apart: { figure },
  conclude: { fault: null, shares: false, figure, constants, nearest: [] },
  forget: null,
};

let jobs = 0;
const line: TryLine = {
  isOver: false,
  call: (name) => Promise.resolve(answers[name]),
  decode: () => ({ id: ++jobs, result: Promise.resolve(success(jobs)) }),
  stop: () => undefined,
};

/** @param backbones where they are kept; the model lies beside it, in `model` */
export async function addTiny(backbones: string): Promise<void> {
  const photos = Array.from({ length: 8 }, (_, i) => ({ file: `${i}`, class: 'a', token: `sample-${i}` }));
  const parts = { backbones, photos, startLine: () => line, progress: () => undefined };
  const model = path.join(path.dirname(backbones), 'model');
  const adding = await Adding.begin(parts, model, new AbortController().signal);
  await adding.try(adding.found.suggestion);
  await adding.keep('Mine', null);
}
