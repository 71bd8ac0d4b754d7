/**
 * @file Supervises the decoder: sends it jobs, times each, replaces it when it ends or hangs, and finds the file that
 * is to blame by trying the suspects one at a time. Knows no Electron; see electronHost.ts. Runs in main.
 */
import { nowSpoken } from '../../../strings/chosen';
import type { DecoderHost, StartHost } from './host';
import { Jobs, type Entry } from './jobs';
import type { BoxJob, DecodeJob, DecodeResult, DecoderReport, View } from './protocol';
import { quarantineFailure, type Strike } from './quarantine';
import { checkReport } from './reports';
import { readSmallFile, SMALL_FILE_BYTES } from './smallFile';
import { Timers } from './timers';
import { told } from '../../../strings/words';

export type DecodeRequest = Omit<DecodeJob, 'id' | 'data' | 'bytes' | 'view' | 'boxes'> & {
  view?: View;
  /** Their ids come from `nextId`. */
  boxes?: BoxJob[];
  /** Size of the file, if known: larger files get more time. */
  bytes?: number;
  /** Somebody looks at the image: it comes before others for the engine. */
  isSeen?: boolean;
  /** The file itself, if known: small ones are then read here, which is cheaper than fetching `url`. */
  path?: string;
};

export interface DecoderOptions {
  startHost: StartHost;
  /** A fresh window stands ready and has no way to the engine: call `connectEngine` with a new port. */
  onNeedsPort: () => void;
  /** A sentence while the decoder is away, null once it is back. */
  onTrouble?: (trouble: string | null) => void;
  /** It was started again and again without anything being decoded. */
  onGivenUp?: () => void;
  /** Why a window was given up, for the log. */
  onEnd?: (why: string) => void;
  /** Workers in the window (their number is part of its URL). */
  workers?: number;
  /** Longest time a worker may spend on a file, milliseconds. */
  timeout?: (job: DecodeJob) => number;
  /** Wait before the n-th start in a row without any result, milliseconds; n counts from 1. */
  backOff?: (attempt: number) => number;
}

/** The decoder cannot be started, or was stopped: nothing is known of the file, it may be asked for again. */
export class DecoderUnavailable extends Error {
  override name = 'DecoderUnavailable';
}

const START_MS = 30_000;
/** The page answers at once, whatever its workers do. */
const SILENCE_MS = 10_000;
const MAX_STARTS = 6;
const MAX_STRIKES = 2;
/** Two in work and one waiting: a worker finds its next job without asking main. */
const IN_HAND_PER_WORKER = 3;
/** 20 s, and one more for every 10 MB. */
const defaultTimeout = ({ bytes }: DecodeJob) => 20_000 + bytes / 10_000;
const defaultBackOff = (attempt: number) => (attempt === 1 ? 0 : Math.min(100 * 2 ** attempt, 5_000));

export class Decoder {
  readonly #jobs = new Jobs();
  readonly #timers = new Timers();
  #host: DecoderHost | null = null;
  #starting = false;
  #ready = false;
  #engineConnected = false;
  #stopped = false;
  /** Starts since anything was decoded. */
  #attempts = 0;
  #generation = 0;
  #nextId = 1;

  constructor(private readonly options: DecoderOptions) {}

  /** Starts the window; jobs may be given before it is ready. */
  start(): void {
    // A window may let other work run while it is being made, and that work may ask for the decoder.
    if (this.#host || this.#starting || this.#stopped) return;
    this.#starting = true;
    this.#attempts++;
    this.#timers.set('start', START_MS, () => this.#replace('It did not start.'));
    // A window that was given up may still have something to say.
    const generation = ++this.#generation;
    const current = () => generation === this.#generation;
    this.#host = this.options.startHost({
      onReport: (report) => current() && this.#receive(report),
      onGone: (why) => current() && this.#replace(why),
    });
    this.#starting = false;
  }

  /** Resolves with the image's hash, size and thumbnail, or why there is none. Rejects with DecoderUnavailable. */
  decode(request: DecodeRequest): Promise<DecodeResult> {
    return this.submit(request).result;
  }

  /** As `decode`, with the id under which the engine gets the pixels (perhaps twice, where the decoder was replaced). */
  submit(request: DecodeRequest): { id: number; result: Promise<DecodeResult> } {
    const { bytes = 0, path = null, view = null, boxes = [], isSeen = false, ...rest } = request;
    const job = { ...rest, id: this.nextId(), bytes, view, boxes, data: null };
    const result = new Promise<DecodeResult>((settle, fail) => {
      this.#jobs.add({ job, path, isSeen, state: 'queued', strikes: 0, settle, fail });
    });
    if (this.#stopped) this.#failAll('The decoder was stopped.');
    else if (!this.#host && !this.#timers.has('restart')) this.start();
    this.#pump();
    return { id: job.id, result };
  }

  /** An id that no job or box had before. */
  nextId(): number {
    return this.#nextId++;
  }

  /** Gives the window its way to the engine. Again whenever the engine was replaced, or `onNeedsPort` asks. */
  connectEngine(port: Electron.MessagePortMain): void {
    if (!this.#host || !this.#ready) return port.close();
    this.#host.sendPort(port);
    this.#engineConnected = true;
    this.#pump();
  }

  /** The engine is gone: jobs for it wait until `connectEngine`. Those in hand may be decoded in vain. */
  disconnectEngine(): void {
    this.#engineConnected = false;
  }

  /** Ends the window for good; pending jobs are rejected. */
  destroy(): void {
    this.#stopped = true;
    this.#drop();
    this.#failAll('The decoder was stopped.');
  }

  #receive(message: unknown): void {
    const report = checkReport(message);
    if (!report) return this.#replace('It sent something that is no report.');
    if (report.kind === 'ready') return this.#becomeReady();
    const entry = this.#jobs.inHand(report.kind === 'result' ? report.result.id : report.id);
    if (!entry) return;
    this.#advance(entry, report);
    this.#watch();
  }

  #becomeReady(): void {
    this.#timers.clear('start');
    this.#ready = true;
    this.options.onTrouble?.(null);
    this.options.onNeedsPort();
    this.#pump();
  }

  #advance(entry: Entry, report: Exclude<DecoderReport, { kind: 'ready' }>): void {
    if (report.kind === 'result') return this.#settle(entry, report.result);
    entry.state = report.kind;
    this.#timers.clear(entry.job.id);
    if (report.kind === 'waiting') return;
    const limit = (this.options.timeout ?? defaultTimeout)(entry.job);
    this.#timers.set(entry.job.id, limit, () => this.#blame([entry], 'timeout', 'A file took too long.'));
  }

  #settle(entry: Entry, result: DecodeResult): void {
    this.#timers.clear(entry.job.id);
    this.#jobs.remove(entry);
    this.#attempts = 0;
    entry.settle(result);
    this.#pump();
  }

  #pump(): void {
    if (!this.#ready || !this.#host) return;
    const most = (this.options.workers ?? 2) * IN_HAND_PER_WORKER;
    const take = () => this.#jobs.take(most, this.#engineConnected);
    for (let entry = take(); entry; entry = take()) void this.#send(entry);
    this.#watch();
  }

  async #send({ job, path }: Entry): Promise<void> {
    const generation = this.#generation;
    const data = path === null || job.bytes > SMALL_FILE_BYTES ? null : await readSmallFile(path);
    // A window that came in between gets the job by itself: it is back in the queue.
    if (generation === this.#generation) this.#host?.post({ ...job, data, spoken: nowSpoken() });
  }

  /** Jobs in hand but none in a worker: the page itself hangs unless that changes soon. */
  #watch(): void {
    const silent = this.#jobs.countInHand() > 0 && this.#jobs.started().length === 0;
    if (!silent) return this.#timers.clear('silence');
    if (!this.#timers.has('silence')) {
      this.#timers.set('silence', SILENCE_MS, () => this.#replace('It no longer answers.'));
    }
  }

  #replace(why: string): void {
    this.#blame(this.#jobs.started(), 'ended', why);
  }

  /** Ends the window, counts against the suspects, and starts anew after a wait. */
  #blame(suspects: Entry[], strike: Strike, why: string): void {
    this.options.onEnd?.(why);
    this.#drop();
    for (const entry of suspects) entry.strikes++;
    this.#jobs.requeue();
    for (const entry of suspects) {
      if (entry.strikes >= MAX_STRIKES)
        this.#settle(entry, { id: entry.job.id, failure: quarantineFailure(strike) });
    }
    if (this.#attempts >= MAX_STARTS) return this.#giveUp();
    this.options.onTrouble?.(told().images.decoderAgain);
    const wait = (this.options.backOff ?? defaultBackOff)(Math.max(1, this.#attempts));
    this.#timers.set('restart', wait, () => this.start());
  }

  #giveUp(): void {
    this.#attempts = 0;
    this.options.onTrouble?.(told().images.decoderNotStarted);
    this.options.onGivenUp?.();
    this.#failAll(told().images.decoderNotStarted);
  }

  #drop(): void {
    this.#generation++;
    this.#timers.clearAll();
    this.#host?.destroy();
    this.#host = null;
    this.#ready = false;
    this.#engineConnected = false;
  }

  #failAll(message: string): void {
    for (const entry of this.#jobs.all()) {
      this.#jobs.remove(entry);
      entry.fail(new DecoderUnavailable(message));
    }
  }
}
