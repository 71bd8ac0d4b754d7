/**
 * @file The export check's fresh process and its decoder, as Electron runs them. Runs in main.
 */
import { MessageChannelMain } from 'electron';
import type { Core } from '../core';
import { forkEngine } from '../engine/process';
import type { Items } from '../images/items';
import { built } from '../shell/places';
import type { CheckLine } from './checkLine';
import { CheckProcess } from './checker/checkProcess';

/** @param items of the open project: the decoder reads its files by their tokens */
export function startCheck(core: Core, items: Items): CheckLine {
  const checker = new CheckProcess(forkEngine(built('main', 'export-check.cjs'), 'export check'));
  const decoder = core.newDecoder({
    onNeedsPort: () => {
      const { port1, port2 } = new MessageChannelMain();
      checker.sendPort(port1);
      decoder.connectEngine(port2);
    },
  });
  decoder.start();
  return {
    open: (dir) => checker.call('open', { dir }),
    run: async (ids) => (await checker.call('run', { ids })).probabilities,
    decode: (index, { framing, size }) => {
      const { token, size: bytes } = items.row(index);
      const file = { url: `img://file/${token}`, path: items.absolute(index), bytes };
      return decoder.submit({ ...file, framing, inputSize: size, thumbnailSize: null, wantInput: true });
    },
    stop: () => {
      decoder.destroy();
      checker.stop();
    },
  };
}
