// Says what images show, in Node with TensorFlow.
//
//     npm install @tensorflow/tfjs-node wasm-vips
//     node sample.mjs IMAGE...
//     node sample.mjs --check FOLDER      repeats the export check with the images of the project
import util from 'node:util';
import { here, main, metadata } from './command-line.mjs';

// tfjs-node asks for it, and newer versions of Node have it no more.
util.isNullOrUndefined ??= (value) => value === null || value === undefined;
const { default: tf } = await import('@tensorflow/tfjs-node');

const { input, outputs } = metadata;
const model = await tf.node.loadSavedModel(here);

await main((pixels) =>
  tf.tidy(() => {
    const image = tf.tensor4d(Int32Array.from(pixels), [1, input.size, input.size, 3], 'int32');
    const found = model.predict({ [input.name]: image });
    return {
      probabilities: found[outputs.probabilities].dataSync(),
      logits: found[outputs.logits].dataSync(),
    };
  }),
);
