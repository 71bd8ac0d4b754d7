// Says what images show, in Node with ONNX Runtime.
//
//     npm install onnxruntime-node wasm-vips
//     node sample.mjs IMAGE...
//     node sample.mjs --check FOLDER      repeats the export check with the images of the project
import path from 'node:path';
import ort from 'onnxruntime-node';
import { here, main, metadata } from './command-line.mjs';

const { input, outputs } = metadata;
const session = await ort.InferenceSession.create(path.join(here, 'model.onnx'));

await main(async (pixels) => {
  const image = new ort.Tensor('uint8', pixels, [1, input.size, input.size, 3]);
  const found = await session.run({ [input.name]: image }, [outputs.probabilities, outputs.logits]);
  return { probabilities: found[outputs.probabilities].data, logits: found[outputs.logits].data };
});
