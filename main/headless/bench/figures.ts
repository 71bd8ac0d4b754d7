/** @file The figures of the bench as its JSON has them; null where something was not measured. Pure; runs in main. */

export interface SetFigures {
  name: string;
  images: number;
  /** Images per second from files to embeddings, through the app's decoder and engine. */
  endToEnd: number;
  /** Images per second that the engine embeds, and that the decoder decodes, each with the machine to itself. */
  engineAlone: number;
  decodeAlone: number;
  /**
   * 1/(1/engineAlone + 1/decodeAlone): what both reach in turns. Together they can exceed it by filling each other's gaps.
   */
  bound: number;
  /** Other programs on the same files, weights and cores; `ratio` is endToEnd to theirs. */
  peers: { name: string; imagesPerSecond: number; ratio: number }[];
}

export interface Machine {
  system: string;
  processor: string;
  cores: number;
  /** GB */
  memory: number;
  electron: string;
  chromium: string;
  node: string;
  /** Over 1, 5 and 15 minutes. */
  loadBefore: number[];
  loadAfter: number[];
}

export interface Start {
  /** Seconds from the start of the process until its window is drawn. */
  app: number;
  bare: number;
  ratio: number;
}

export interface BenchReport {
  machine: Machine;
  sets: SetFigures[];
  /** Most that the processes held at any time, MB. */
  memory: { engine: number | null; window: number | null };
  start: Start | null;
}

export const boundOf = (engine: number, decoder: number): number => 1 / (1 / engine + 1 / decoder);
