// What the samples for Node share: node sample.mjs IMAGE..., or --check FOLDER. Needs `npm install wasm-vips`.
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { answerOf, labelsOf, Recheck, reportOf, sentenceOf } from './answers.mjs';
import { decode } from './decode-node.mjs';
import { modelInput } from './preprocess.mjs';

export const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const read = (name) => readFile(path.join(here, name), 'utf8');
export const metadata = JSON.parse(await read('metadata.json'));
const labels = labelsOf(await read('labels.txt'));
const { framing } = metadata.preprocessing;
const { size } = metadata.input;

/**
 * @param predict takes Uint8Array [size, size, 3], RGB; gives { probabilities, logits } of it, [C] each, or a promise of them
 */
export async function main(predict) {
  const { values, positionals } = parseArgs({
    options: { check: { type: 'boolean' }, json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const files = (await Promise.all(positionals.map(filesIn))).flat();
  if (files.length === 0) throw new Error('Say which images: node sample.mjs IMAGE... or --check FOLDER');
  if (values.check) await check(files, predict, values.json);
  else for (const file of files) console.log(`${file}: ${await say(file, predict)}`);
}

async function say(file, predict) {
  const { probabilities, logits } = await run(await readFile(file), predict);
  return sentenceOf(answerOf(probabilities, logits, metadata, labels));
}

async function check(files, predict, asJson) {
  const recheck = new Recheck(JSON.parse(await read('check.json')), labels);
  for (const file of files) {
    const bytes = await readFile(file);
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (!recheck.wants(hash)) continue;
    const { probabilities, exact } = await run(bytes, predict);
    recheck.add(hash, [...probabilities], exact);
  }
  console.log(asJson ? JSON.stringify(recheck.result) : reportOf(recheck.result));
  process.exitCode = recheck.result.passed ? 0 : 1;
}

async function run(bytes, predict) {
  const picture = decode(bytes, framing, size);
  return { ...(await predict(modelInput(picture, framing, size))), exact: picture.exact };
}

async function filesIn(place) {
  if (!(await stat(place)).isDirectory()) return [place];
  const entries = await readdir(place, { withFileTypes: true });
  return (await Promise.all(entries.map((entry) => filesIn(path.join(place, entry.name))))).flat().sort();
}
