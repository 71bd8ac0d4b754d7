// How sample.html says what images show. `tf` is TensorFlow.js, from tf.min.js.
import { answerOf, fedValues, labelsOf, Recheck, reportOf } from './answers.mjs';
import { decode } from './decode-browser.mjs';
import { modelInput } from './preprocess.mjs';

const fetched = async (name) => {
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name} is not beside this page (${answer.status}).`);
  return answer;
};
const metadata = await (await fetched('metadata.json')).json();
const labels = labelsOf(await (await fetched('labels.txt')).text());
const { framing } = metadata.preprocessing;
const { size } = metadata.input;
const part = (id) => document.getElementById(id);

/** The model's own output are the probabilities; the threshold of 'none of these' is on logits. */
async function load() {
  const model = await tf.loadLayersModel('model.json');
  const names = [metadata.outputs.probabilities, metadata.outputs.logits];
  return tf.model({ inputs: model.inputs, outputs: names.map((name) => model.getLayer(name).output) });
}

/** @param file an image @returns { probabilities, logits, exact }: [C] each */
async function ask(model, file) {
  const picture = await decode(file, framing, size);
  const values = fedValues(modelInput(picture, framing, size), metadata);
  const [probabilities, logits] = tf.tidy(() => {
    const outputs = model.predict(tf.tensor4d(values, [1, size, size, 3]));
    return outputs.map((output) => output.dataSync());
  });
  return { probabilities, logits, exact: picture.exact };
}

async function show(model, file) {
  const item = document.createElement('li');
  const image = Object.assign(document.createElement('img'), { alt: '', src: URL.createObjectURL(file) });
  const words = document.createElement('div');
  words.append(small('Looking…'));
  item.append(image, words);
  part('results').prepend(item);
  try {
    const { probabilities, logits } = await ask(model, file);
    const answer = answerOf(probabilities, logits, metadata, labels);
    item.className = answer.none ? 'none' : '';
    words.replaceChildren(...told(answer, probabilities), small(file.name));
  } catch (error) {
    image.remove();
    words.replaceChildren(strong('This browser cannot read it'), small(file.name), small(error.message));
  }
}

function told({ label, percentage, none }, probabilities) {
  if (none) return [strong('None of these'), small(`The nearest is ${label}.`)];
  if (percentage === null) return [strong(label), small(others(probabilities))];
  const meter = Object.assign(document.createElement('meter'), { max: 100, value: percentage });
  meter.setAttribute('aria-label', label);
  return [strong(label, `${percentage.toFixed(0)} %`), meter, small(others(probabilities))];
}

function others(probabilities) {
  const order = [...probabilities.keys()].sort((a, b) => probabilities[b] - probabilities[a]);
  const next = order.slice(1, 3).map((index) => labels[index]);
  return next.length > 0 ? `Then ${next.join(', ')}` : '';
}

function strong(...texts) {
  const element = document.createElement('strong');
  element.append(
    ...texts.map((text) => Object.assign(document.createElement('span'), { textContent: text })),
  );
  return element;
}

const small = (text) => Object.assign(document.createElement('small'), { textContent: text, title: text });

async function check(model, files) {
  const found = part('found');
  found.textContent = 'Reading the files…';
  try {
    const stated = await (await fetched('check.json')).json();
    const recheck = new Recheck(stated, labels);
    for (const [i, file] of [...files].entries()) {
      const hash = await sha256(file);
      if (!recheck.wants(hash)) continue;
      const { probabilities, exact } = await ask(model, file);
      recheck.add(hash, [...probabilities], exact);
      found.textContent = `File ${i + 1} of ${files.length}…`;
    }
    const { result } = recheck;
    found.className = result.passed ? 'good' : 'bad';
    found.textContent = reportOf(result);
    found.dataset.result = JSON.stringify(result);
  } catch (error) {
    found.className = 'bad';
    found.textContent = `The check could not be made: ${error.message}`;
    found.dataset.result = JSON.stringify({ passed: false, error: error.message });
  }
}

async function sha256(file) {
  if (!crypto.subtle) throw new Error('the browser offers it to pages of https:// and localhost only.');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What can be said before the model is there. */
function introduce() {
  const own = metadata.classes.filter(({ base, kind }) => !base && kind !== 'background');
  const beside = metadata.classes.length > own.length && metadata.base !== 'none';
  document.title = part('name').textContent = metadata.name;
  part('lead').textContent = 'Drop an image below, and this page says which of these it shows:';
  const names = [...own.map(({ label }) => label), ...(beside ? ['or one of ImageNet’s 1000 classes'] : [])];
  part('classes').append(
    ...names.map((name) => Object.assign(document.createElement('li'), { textContent: name })),
  );
  part('percentages').textContent = metadata.calibration.calibrated
    ? 'Percentages were fitted to held-out images of the project: they are how sure the model is among its own classes.'
    : `No percentages are shown. ${metadata.calibration.reason}`;
  part('none').textContent = noneWords();
  const { tool, createdAt } = metadata;
  part('made').textContent =
    `Made with ${tool.name} ${tool.version} on ${createdAt.slice(0, 10)}. Nothing is sent anywhere.`;
}

function noneWords() {
  const { logit, falseRejectRate, foreignAccepted, reason } = metadata.rejection;
  const background = metadata.classes.find(({ kind }) => kind === 'background');
  const named = background ? `Images like those of ‘${background.label}’ are none of these. ` : '';
  if (logit === null)
    return `${named}Beyond that an image of something else is given the nearest class. ${reason}`;
  const share = (fraction) => (fraction === null ? 'an unknown share' : `${(100 * fraction).toFixed(0)} %`);
  return (
    `${named}An image that is too unlike all classes is none of these. So are ${share(falseRejectRate)} of the images that do ` +
    `show one, and ${share(foreignAccepted)} of images of something else are given a class all the same.`
  );
}

function listen(model) {
  const drop = part('drop');
  const all = async (files) => {
    for (const file of files) await show(model, file);
  };
  for (const id of ['images', 'check']) part(id).disabled = false;
  part('images').addEventListener('change', ({ target }) => all([...target.files]));
  part('check').addEventListener('change', ({ target }) => check(model, target.files));
  drop.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    void all([...event.dataTransfer.files]);
  });
}

introduce();
try {
  const began = performance.now();
  const model = await load();
  listen(model);
  part('state').textContent = `The model is ready (${((performance.now() - began) / 1000).toFixed(1)} s).`;
} catch (error) {
  part('state').textContent = `The model could not be loaded: ${error.message}`;
}
