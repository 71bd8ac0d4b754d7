/** @file What an export asks for, and when it can. */
import { expect, it } from 'vitest';
import { openFake } from '../fake/session';

it('needs two labelled classes alone, or one beside ImageNet’s', async () => {
  const { session, addClasses, label } = await openFake();
  const { exporting } = session;
  const [a = '', b = ''] = await addClasses('A', 'B');
  await label(a, 0);
  expect(exporting.enoughClasses).toBe(false);
  exporting.choose('imagenet');
  expect(exporting.enoughClasses).toBe(true);
  exporting.choose('none');
  expect(exporting.left.map((info) => info.id)).toEqual([b]);
  await label(b, 1);
  expect(exporting.enoughClasses).toBe(true);
  expect(exporting.left).toEqual([]);
});

it('names the classes that learnt from one image', async () => {
  const { session, addClasses, label } = await openFake();
  const { exporting, project } = session;
  const [a = '', b = ''] = await addClasses('A', 'B');
  await label(a, 0, 1);
  await label(b, 2);
  const known = (id: string, groups: number) => ({
    class: id,
    images: 2,
    groups,
    prototypes: 1,
    leaveOneOut: null,
  });
  project.estimate = { ...project.estimate!, classes: [known(a, 2), known(b, 1)] };
  expect(exporting.single).toEqual(['B']);
  project.estimate = { ...project.estimate, classes: [known(a, 2), known(b, 2)] };
  expect(exporting.single).toEqual([]);
});

it('asks for the chosen formats and keeps the result', async () => {
  const { main, session } = await openFake();
  const { exporting } = session;
  exporting.toggle('savedmodel');
  main.call = ((channel: string, ...args: unknown[]) => {
    main.calls.push([channel as 'export:run', ...args]);
    return Promise.resolve({ folder: '/models', models: [] });
  }) as typeof main.call;
  const running = exporting.run();
  expect(exporting.running).toBe(true);
  await running;
  expect(exporting.running).toBe(false);
  expect(main.calls).toContainEqual(['export:run', { formats: ['tfjs'], base: 'none' }]);
  expect(main.calls.at(-1)).toEqual(['export:earlier']);
  expect(exporting.result).toEqual({ folder: '/models', models: [] });
});
