/**
 * @file Compiles tfjs-node's addon with g++ alone. node-gyp would need headers of a Node release from the network;
 * the addon uses only Node-API, whose headers are an npm package.
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { modules } from './paths.mjs';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';

/** @param {{ sources: string, tensorflow: string, to: string }} order */
export async function compileAddon({ sources, tensorflow, to }) {
  const files = (await readdir(sources)).filter((name) => name.endsWith('.cc'));
  const lib = path.join(tensorflow, 'tensorflow');
  const args = ['-O2', '-std=c++17', '-fPIC', '-shared', '-DNAPI_VERSION=8', '-o', to];
  args.push(`-I${path.join(modules, 'node-api-headers/include')}`, `-I${path.join(lib, 'include')}`);
  args.push(...files.map((name) => path.join(sources, name)));
  args.push(`-L${lib}`, '-l:libtensorflow_cc.so.2', '-l:libtensorflow_framework.so.2');
  args.push('-Wl,-rpath,$ORIGIN/../../deps/lib');
  try {
    await run('g++', args);
  } catch (error) {
    throw new Problem(
      'The TensorFlow addon could not be compiled. Everything fetched was kept. See the message of g++ below.',
      {
        cause: error,
        details: error instanceof Problem ? error.details || error.message : String(error),
      },
    );
  }
}
