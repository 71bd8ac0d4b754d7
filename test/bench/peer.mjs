/**
 * @file The bench's peer: what a person would write in an afternoon with sharp and tfjs-node, and as fast as that goes.
 * Decodes 48 files ahead, embeds 16 at a time, with the app's own SavedModel. Told folders on stdin, a JSON line each;
 * answers each with {images, seconds}.
 *
 *   node test/bench/peer.mjs '{"model": "<folder>", "input": "…", "size": 224, "output": "…"}'
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import util from 'node:util';
import sharp from 'sharp';

const AHEAD = 48;
const BATCH = 16;

// Node 23 took away what tfjs-node calls.
util.isNullOrUndefined ??= (value) => value === null || value === undefined;
// As the app has it: the comparison is of everything else.
process.env['TF_ENABLE_ONEDNN_OPTS'] ??= '1';
const { default: tf } = await import('@tensorflow/tfjs-node');

const { model: folder, input, size, output } = JSON.parse(process.argv[2] ?? '{}');
const model = await tf.node.loadSavedModel(folder);

/** @param {string} file @returns {Promise<Buffer>} [size, size, 3] RGB */
function decode(file) {
  return sharp(file)
    .rotate()
    .resize(size, size, { fit: 'fill', kernel: 'linear' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer();
}

/** @param {Buffer[]} images @returns {Float32Array} */
function embed(images) {
  const values = new Int32Array(images.length * size * size * 3);
  images.forEach((image, i) => values.set(image, i * image.length));
  const tensor = tf.tensor4d(values, [images.length, size, size, 3], 'int32');
  const outputs = model.predict({ [input]: tensor });
  const embeddings = outputs[output].dataSync();
  tf.dispose([tensor, ...Object.values(outputs)]);
  return embeddings;
}

/** @param {string[]} files */
async function run(files) {
  const ahead = [];
  let next = 0;
  const fill = () => {
    while (ahead.length < AHEAD && next < files.length) ahead.push(decode(files[next++]));
  };
  for (fill(); ahead.length > 0; fill()) {
    embed(await Promise.all(ahead.splice(0, BATCH)));
  }
}

embed([Buffer.alloc(size * size * 3)]);
console.log(JSON.stringify({ ready: true }));
for await (const line of createInterface({ input: process.stdin })) {
  const images = JSON.parse(line).folder;
  const files = (await readdir(images)).map((name) => path.join(images, name));
  const begun = performance.now();
  await run(files);
  console.log(JSON.stringify({ images: files.length, seconds: (performance.now() - begun) / 1000 }));
}
