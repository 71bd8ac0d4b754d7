/** @file What every process of ours that main forks does with messages: answers calls, takes the decoder's pixels. */
import { checkInput } from '../images/decoder/inputs';
import { speak, spokenIn, type Spoken } from '../../strings/chosen';
import type { InputMessage } from '../images/decoder/protocol';
import { reply, type Request, type Signatures } from './rpc';

type Incoming = Request | { kind: 'port' } | { kind: 'speak'; spoken: Spoken };

/**
 * @param calls one handler for each call that main may make
 * @param onInput gets a decoded image, whichever port it comes by
 */
export function serve(calls: Signatures, onInput: (message: InputMessage) => void): void {
  const parent = process.parentPort;
  speak(spokenIn(process.argv[2] ?? ''));
  // The fallback Electron ends a utilityProcess on an unhandled rejection without a word to main: say it first.
  process.on('unhandledRejection', (reason) => {
    process.stderr.write(`unhandled: ${String(reason)}\n`);
    process.exit(1);
  });
  parent.on('message', ({ data, ports }: { data: Incoming; ports: Electron.MessagePortMain[] }) => {
    if (data.kind === 'call') void reply(calls, data).then((answer) => parent.postMessage(answer));
    else if (data.kind === 'speak') speak(data.spoken);
    else for (const port of ports) listen(port, onInput);
  });
}

/** The decoder's end may close at any time; a decoder that was replaced comes with a new port. */
function listen(port: Electron.MessagePortMain, onInput: (message: InputMessage) => void): void {
  port.on('message', ({ data }: { data: unknown }) => {
    const input = checkInput(data);
    if (input) onInput(input);
    else process.stderr.write('refused what is no input\n');
  });
  port.start();
}
