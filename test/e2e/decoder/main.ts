/**
 * @file A main process for the decoder alone: the app's own schemes, host and supervisor, and a stand-in for the
 * engine at the other end of the port. Tests call it through `globalThis.decoderTest`. Built by harness.ts.
 */
import { app, MessageChannelMain } from 'electron';
import path from 'node:path';
import type { Box } from '../../../main/contract/model';
import { Decoder, type DecodeRequest } from '../../../main/images/decoder/decoder';
import { electronHost } from '../../../main/images/decoder/electronHost';
import type { DecodeResult, InputMessage, View } from '../../../main/images/decoder/protocol';
import { DECODER_URL } from '../../../main/shell/addresses';
import { setupQuit } from '../../../main/shell/lifetime';
import { registerSchemes, serveDecoder } from '../../../main/shell/protocol';

/** Folder with the built pages and preloads. */
const out = process.env['IMPRINT_OUT'] ?? '';
const files: string[] = [];
const inputs = new Map<number, InputMessage>();
const source = {
  thumbnail: () => Promise.resolve(null),
  view: () => Promise.resolve(null),
  file: (token: string) => files[Number(token)] ?? null,
};

registerSchemes();

export interface Outcome {
  result: DecodeResult;
  /** Base64 of the input's pixels, or null. */
  pixels: string | null;
}

type Options = Omit<DecodeRequest, 'url'>;

const defaults: Options = {
  framing: { kind: 'stretch' },
  inputSize: 224,
  thumbnailSize: 256,
  wantInput: true,
};

class DecoderTest {
  readonly ends: string[] = [];
  readonly decoder: Decoder;
  timeout = 20_000;

  constructor() {
    const session = serveDecoder(path.join(out, 'renderer'), source);
    const preload = path.join(out, 'main/decoder-preload.cjs');
    this.decoder = new Decoder({
      startHost: electronHost({ url: DECODER_URL, preload, workers: 2, session }),
      onNeedsPort: () => this.connect(),
      onEnd: (why) => this.ends.push(why),
      timeout: () => this.timeout,
    });
  }

  connect(): void {
    const { port1, port2 } = new MessageChannelMain();
    port1.on('message', ({ data }) => {
      const input = data as InputMessage;
      inputs.set(input.id, input);
    });
    port1.start();
    this.decoder.connectEngine(port2);
  }

  async decode(file: string, options: Partial<Options> = {}): Promise<Outcome> {
    const url = `img://file/${files.push(file) - 1}`;
    const { id, result } = this.decoder.submit({ ...defaults, ...options, url, path: file });
    const answer = await result;
    if ('failure' in answer || !(options.wantInput ?? true)) return { result: answer, pixels: null };
    return { result: answer, pixels: Buffer.from((await arrival(id)).pixels).toString('base64') };
  }

  /** The thumbnail alone, or a view where one is asked for, base64. */
  async thumbnail(file: string, thumbnailSize: number, view?: View): Promise<string> {
    const { result } = await this.decode(file, { thumbnailSize, wantInput: false, ...(view && { view }) });
    if ('failure' in result) throw new Error(result.failure.reason);
    return Buffer.from(result.thumbnail ?? []).toString('base64');
  }

  /** Each box's input and thumbnail, base64, of one job. */
  async boxes(
    file: string,
    boxes: Box[],
    inputSize: number,
  ): Promise<{ input: string; thumbnail: string }[]> {
    const url = `img://file/${files.push(file) - 1}`;
    const jobs = boxes.map((box) => ({ id: this.decoder.nextId(), box }));
    const result = await this.decoder.decode({ ...defaults, url, path: file, inputSize, boxes: jobs });
    if ('failure' in result) throw new Error(result.failure.reason);
    return Promise.all(
      result.boxes.map(async ({ id, thumbnail }) => ({
        input: Buffer.from((await arrival(id)).pixels).toString('base64'),
        thumbnail: Buffer.from(thumbnail ?? []).toString('base64'),
      })),
    );
  }

  /** Images per second with `ahead` files in flight. */
  async rate(paths: string[], ahead: number): Promise<number> {
    const began = performance.now();
    let next = 0;
    const lane = async () => {
      while (next < paths.length) {
        const file = paths[next++] as string;
        const url = `img://file/${files.push(file) - 1}`;
        const answer = await this.decoder.decode({ ...defaults, url, path: file });
        if ('failure' in answer) throw new Error(answer.failure.reason);
      }
    };
    await Promise.all(Array.from({ length: ahead }, lane));
    return (paths.length * 1000) / (performance.now() - began);
  }
}

/** The engine's half may come a moment after main's. */
async function arrival(id: number): Promise<InputMessage> {
  for (let i = 0; i < 200; i++) {
    const input = inputs.get(id);
    if (input) {
      inputs.delete(id);
      return input;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`no input arrived for job ${id}`);
}

declare global {
  var decoderTest: DecoderTest;
}

// The decoder's window may close at any time: another follows.
app.on('window-all-closed', () => undefined);
setupQuit(() => {
  globalThis.decoderTest.decoder.destroy();
  return Promise.resolve(true);
});
void app.whenReady().then(() => {
  globalThis.decoderTest = new DecoderTest();
  globalThis.decoderTest.decoder.start();
});
