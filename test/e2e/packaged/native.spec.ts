/** @file A package whose native parts are not those that were packaged: it says so, and loads none of them. */
import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { linkAll } from '../../../scripts/package/link.mjs';
import { electronArguments } from '../../../scripts/tasks/start.mjs';
import { packaged } from '../launch';
import { samplePhotos } from '../photos';
import { homeEnvironment } from '../homes';
import { expect, test } from '../studio';

const ADDON = 'resources/app.asar.unpacked/node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node';

/** A copy of the package under test, with one byte of its addon changed. @returns its binary */
async function damagedCopy(to: string): Promise<string> {
  const folder = path.dirname(packaged!);
  await linkAll(folder, to, (file) => file === path.join(folder, ADDON));
  const handle = await fs.open(path.join(to, ADDON), 'r+');
  await handle.write(Buffer.from([0x21]), 0, 1, 4096);
  await handle.close();
  return path.join(to, path.basename(packaged!));
}

function run(binary: string, words: string[], home: string): Promise<{ code: number; err: string }> {
  const env = { ...homeEnvironment(home), INIT_CWD: home };
  return new Promise((resolve) => {
    const child = execFile(binary, electronArguments(null, words), { env }, (_error, _out, err) =>
      resolve({ code: child.exitCode ?? -1, err }),
    );
  });
}

test('one changed byte is found before anything is loaded', async ({ home }) => {
  for (const kind of ['fish', 'windmill']) {
    await fs.mkdir(path.join(home, 'photos', kind), { recursive: true });
    for (const file of await samplePhotos(kind, 2))
      await fs.copyFile(file, path.join(home, 'photos', kind, path.basename(file)));
  }
  const damaged = await damagedCopy(path.join(home, 'damaged'));
  const { code, err } = await run(damaged, ['imprint', 'photos'], home);
  expect(err).toContain('A part of TensorFlow is not as it was packaged, and was not loaded.');
  expect(code).toBe(1);
  expect((await run(packaged!, ['imprint', 'photos'], home)).code).toBe(0);
});
