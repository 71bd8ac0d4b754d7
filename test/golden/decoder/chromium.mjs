/**
 * @file Runs the goldens in a Chromium that is not Electron's, to see what a newer one would give. By hand, after
 * `npm run build`: `node test/golden/decoder/chromium.mjs /usr/bin/chromium`. Serves the built page on this machine alone.
 */
import { chromium } from '@playwright/test';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';

const here = import.meta.dirname;
const out = process.env['IMPRINT_OUT'] ?? path.join(here, '../../../out');
const { framings, files } = JSON.parse(fs.readFileSync(path.join(here, 'goldens.json'), 'utf8'));
const types = { '.html': 'text/html', '.js': 'text/javascript' };

const say = (line) => process.stdout.write(`${line}\n`);

const server = http.createServer((request, response) => {
  const url = request.url?.split('?')[0] ?? '';
  const root = url.startsWith('/images/') ? here : path.join(out, 'renderer');
  response.setHeader('Content-Type', types[path.extname(url)] ?? 'application/octet-stream');
  fs.createReadStream(path.join(root, url))
    .on('error', () => response.writeHead(404).end())
    .pipe(response);
});

/** Runs in the page after its own script: main's and the engine's ends of the ports, with promises. */
function standIn() {
  const waiting = new Map();
  const inputs = new Map();
  const [main, engine] = [new MessageChannel(), new MessageChannel()];
  engine.port1.onmessage = ({ data }) => inputs.set(data.id, data.pixels);
  // The input takes another way than the report, and may be a moment later.
  const answer = (result) =>
    setTimeout(() => waiting.get(result.id)({ result, pixels: Array.from(inputs.get(result.id) ?? []) }), 20);
  main.port1.onmessage = ({ data }) => {
    for (const report of data) if (report.kind === 'result') answer(report.result);
  };
  window.postMessage('decoder:engine', window.location.origin, [engine.port2]);
  window.postMessage('decoder:main', window.location.origin, [main.port2]);
  window.decodeOne = (job) =>
    new Promise((resolve) => (waiting.set(job.id, resolve), main.port1.postMessage(job)));
}

await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/decoder/index.html`);
await page.evaluate(standIn);
let id = 1;
for (const { file, size } of files) {
  const expected = zlib.gunzipSync(fs.readFileSync(path.join(here, 'expected', `${file}.rgb.gz`)));
  for (const [at, framing] of framings.entries()) {
    const job = {
      id: id++,
      url: `/images/${file}`,
      framing,
      inputSize: size,
      thumbnailSize: null,
      wantInput: true,
    };
    const { result, pixels } = await page.evaluate((each) => window.decodeOne(each), job);
    const want = expected.subarray(at * size * size * 3, (at + 1) * size * size * 3);
    const gap = pixels.reduce((most, value, i) => Math.max(most, Math.abs(value - want[i])), 0);
    if (result.failure || gap > 0)
      say(`${file} ${framing.kind}: ${result.failure?.reason ?? `off by ${gap}`}`);
  }
}
say(`${files.length} files in Chromium ${browser.version()}`);
await browser.close();
server.close();
