// Asks Teachable Machine's library about files; which way it is given them, the address says.
import { labelsOf, Recheck } from './answers.mjs';
import { decode } from './decode-browser.mjs';
import { modelInput } from './preprocess.mjs';

const metadata = await (await fetch('metadata.json')).json();
const labels = labelsOf(await (await fetch('labels.txt')).text());
const model = await tmImage.load('model.json', 'metadata.json');
const { framing } = metadata.preprocessing;
const { size } = metadata.input;

/** A canvas that already has the size which the library would crop it to. */
async function framed(file) {
  const picture = await decode(file, framing, size);
  const rgb = modelInput(picture, framing, size);
  const image = new ImageData(size, size);
  for (let i = 0; i < size * size; i++) image.data.set([...rgb.subarray(i * 3, i * 3 + 3), 255], i * 4);
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
  canvas.getContext('2d').putImageData(image, 0, 0);
  return { source: canvas, exact: picture.exact };
}

async function asItIs(file) {
  const source = Object.assign(new Image(), { src: URL.createObjectURL(file) });
  await source.decode();
  return { source, exact: true };
}

document.querySelector('input').addEventListener('change', async ({ target }) => {
  const recheck = new Recheck(await (await fetch('check.json')).json(), labels);
  for (const file of target.files) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    if (!recheck.wants(hash)) continue;
    const { source, exact } = await (location.search === '?whole' ? asItIs(file) : framed(file));
    const answers = await model.predict(source);
    if (answers.some(({ className }, i) => className !== metadata.labels[i])) throw new Error('other labels');
    recheck.add(
      hash,
      answers.map(({ probability }) => probability),
      exact,
    );
  }
  document.querySelector('output').dataset.result = JSON.stringify(recheck.result);
});

document.body.append(Object.assign(document.createElement('p'), { id: 'ready', textContent: 'Ready' }));
