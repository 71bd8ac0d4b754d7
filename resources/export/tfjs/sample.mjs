// Says what images show, in Node with TensorFlow.js.
//
//     npm install @tensorflow/tfjs wasm-vips         or @tensorflow/tfjs-node, which is much faster, in place of tfjs
//     node sample.mjs IMAGE...
//     node sample.mjs --check FOLDER             repeats the export check with the images of the project
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import util from 'node:util';
import { fedValues } from './answers.mjs';
import { here, main, metadata } from './command-line.mjs';

// tfjs-node asks for it, and newer versions of Node have it no more.
util.isNullOrUndefined ??= (value) => value === null || value === undefined;
const tf = await import('@tensorflow/tfjs-node').catch(() => import('@tensorflow/tfjs'));

/** The plain package reads no files: model.json and the weights are handed to it. */
async function load() {
  const { modelTopology, weightsManifest } = JSON.parse(
    await readFile(path.join(here, 'model.json'), 'utf8'),
  );
  const weights = await readFile(path.join(here, 'weights.bin'));
  const weightData = weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.length);
  const weightSpecs = weightsManifest.flatMap((one) => one.weights);
  return tf.loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData }));
}

const { input, outputs } = metadata;
const model = await load();
// The model's own output are the probabilities; the threshold of 'none of these' is on logits.
const both = tf.model({
  inputs: model.inputs,
  outputs: [outputs.probabilities, outputs.logits].map((name) => model.getLayer(name).output),
});

await main((pixels) =>
  tf.tidy(() => {
    const image = tf.tensor4d(fedValues(pixels, metadata), [1, input.size, input.size, 3]);
    const [probabilities, logits] = both.predict(image).map((tensor) => tensor.dataSync());
    return { probabilities, logits };
  }),
);
