/** @file Images per second: through the whole app, and through each half of it alone. Runs in main. */
import { MessageChannelMain } from 'electron';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { PersonError } from '../../contract/errors';
import type { Decoder } from '../../images/decoder/decoder';
import type { CommandContext } from '../context';
import { temporaryProject } from '../projectPlace';

/** A new project of the folder's images, from finding them to the last embedding. */
export async function endToEnd(folder: string, { studio, places }: CommandContext): Promise<number> {
  const project = await temporaryProject(folder, places);
  const begun = performance.now();
  const session = await studio.open(project);
  await studio.read(session);
  const seconds = (performance.now() - begun) / 1000;
  const { done, failed } = session.library.reader.pipeline.progress;
  if (failed > 0) throw new PersonError(`${failed} of the bench's own images could not be read.`);
  await studio.desk.close(true);
  return done / seconds;
}

export async function engineAlone(images: number, { studio }: CommandContext): Promise<number> {
  const { seconds } = await studio.core.engine.call('measure', { images });
  return images / seconds;
}

/**
 * Decoded as for the engine, but nobody takes the pixels in: images per second of each run. The first, which warms a
 * decoder of its own up, does not count.
 */
export async function decodeAlone(
  folder: string,
  runs: number,
  { studio }: CommandContext,
): Promise<number[]> {
  const files = (await fs.readdir(folder)).sort().map((name) => path.join(folder, name));
  studio.otherFile = (token) => files[Number(token)] ?? null;
  const decoder = await idleDecoder(studio.core);
  try {
    const rates: number[] = [];
    for (let run = 0; run <= runs; run++)
      rates.push(await decodingRate(decoder, files, studio.core.backbones.default.inputSize));
    return rates.slice(1);
  } finally {
    decoder.destroy();
    studio.otherFile = () => null;
  }
}

/** A decoder whose other end drops what it gets. */
function idleDecoder(core: CommandContext['studio']['core']): Promise<Decoder> {
  return new Promise((resolve) => {
    const decoder = core.newDecoder({
      onNeedsPort: () => {
        const { port1, port2 } = new MessageChannelMain();
        port1.on('message', () => undefined);
        port1.start();
        decoder.connectEngine(port2);
        resolve(decoder);
      },
    });
    decoder.start();
  });
}

async function decodingRate(decoder: Decoder, files: readonly string[], inputSize: number): Promise<number> {
  const begun = performance.now();
  const results = files.map((file, i) =>
    decoder.decode({
      ...{ url: `img://file/${i}`, path: file, framing: { kind: 'stretch' }, inputSize },
      ...{ thumbnailSize: null, wantInput: true },
    }),
  );
  await Promise.all(results);
  return files.length / ((performance.now() - begun) / 1000);
}
