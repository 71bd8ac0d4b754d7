/**
 * @file The peer: a plain Node program that does the same work with sharp and the same SavedModel. It is part of the
 * checkout only, since neither sharp nor a plain Node is in a package. Runs in main, the peer in a process of its own.
 */
import { app } from 'electron';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { PersonError } from '../../contract/errors';
import { readDescription } from '../../engine/backbone/description';
import { ensureSavedModel } from '../../engine/backbone/savedModelCache';
import { DEFAULT_BACKBONE } from '../../projects/document';
import { cache, resource } from '../../shell/places';
import { endWith } from './endWith';

export const PEER = 'Node, sharp, the same SavedModel in tfjs-node';

const script = (): string => path.join(app.getAppPath(), 'test', 'bench', 'peer.mjs');

export class Peer {
  readonly #answers: AsyncIterableIterator<string>;

  private constructor(private readonly child: ChildProcessByStdio<Writable, Readable, null>) {
    this.#answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  /** Null where there is no checkout to take it from. */
  static async start(): Promise<Peer | null> {
    if (!existsSync(script())) return null;
    const backbone = resource('backbones', DEFAULT_BACKBONE);
    const model = await ensureSavedModel(backbone, cache('models'));
    const { input, outputs } = await readDescription(backbone);
    const what = JSON.stringify({ model, input: input.name, size: input.size, output: outputs.embedding });
    // npm tells which Node it runs under.
    const node = process.env['npm_node_execpath'] ?? 'node';
    const child = spawn(node, [script(), what], { stdio: ['pipe', 'pipe', 'ignore'] });
    child.on('error', () => undefined);
    endWith(app, child);
    const peer = new Peer(child);
    await peer.#answer();
    return peer;
  }

  /** Images per second on a folder's files. */
  async run(folder: string): Promise<number> {
    this.child.stdin.write(`${JSON.stringify({ folder })}\n`);
    const { images, seconds } = (await this.#answer()) as { images: number; seconds: number };
    return images / seconds;
  }

  stop(): void {
    this.child.kill();
  }

  async #answer(): Promise<unknown> {
    const { value, done } = (await this.#answers.next()) as IteratorResult<string, undefined>;
    if (done) throw new PersonError('The peer of the bench ended: try node test/bench/peer.mjs by itself.');
    return JSON.parse(value);
  }
}
