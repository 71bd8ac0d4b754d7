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
  await session.settled();
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

/** Decoded as for the engine, but nobody takes the pixels in. */
export async function decodeAlone(folder: string, { studio }: CommandContext): Promise<number> {
  const files = (await fs.readdir(folder)).sort();
  studio.otherFile = (token) => path.join(folder, files[Number(token)] ?? '');
  const decoder = await idleDecoder(studio.core);
  try {
    await decodeAll(decoder, folder, files.slice(0, 4), studio.core.inputSize);
    const begun = performance.now();
    await decodeAll(decoder, folder, files, studio.core.inputSize);
    return files.length / ((performance.now() - begun) / 1000);
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

async function decodeAll(
  decoder: Decoder,
  folder: string,
  files: readonly string[],
  inputSize: number,
): Promise<void> {
  const results = files.map((file, i) =>
    decoder.decode({
      ...{ url: `img://file/${i}`, path: path.join(folder, file), framing: { kind: 'stretch' }, inputSize },
      ...{ thumbnailSize: null, wantInput: true },
    }),
  );
  await Promise.all(results);
}
