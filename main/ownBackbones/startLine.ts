/** @file The process that tries a model, and its decoder, as Electron runs them. Runs in main. */
import { MessageChannelMain } from 'electron';
import type { Core } from '../core';
import { forkEngine } from '../engine/process';
import { built } from '../shell/places';
import type { TryLine } from './line';
import { TryProcess } from './trying/tryProcess';

/** Longest side of a photo as the dialog shows it, pixels. */
const THUMBNAIL = 160;

export function startLine(core: Pick<Core, 'newDecoder'>): TryLine {
  const trying = new TryProcess(forkEngine(built('main', 'try-model.cjs'), 'model trial'));
  const decoder = core.newDecoder({
    onNeedsPort: () => {
      const { port1, port2 } = new MessageChannelMain();
      trying.sendPort(port1);
      decoder.connectEngine(port2);
    },
  });
  decoder.start();
  return {
    get isOver() {
      return trying.isOver;
    },
    call: (name, arg) => trying.call(name, arg),
    decode: (file, side) =>
      decoder.submit({
        // Small enough to be handed over: nobody fetches the address.
        ...{ url: 'img://file/sample', path: file, framing: { kind: 'stretch' } },
        ...{ inputSize: side, thumbnailSize: THUMBNAIL, wantInput: true },
      }),
    stop: (why) => {
      decoder.destroy();
      trying.stop(why);
    },
  };
}
