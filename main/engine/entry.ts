/** @file Where the engine's process begins: messages in, answers and reports out. */
import { checkInput } from '../images/decoder/inputs';
import { Intake } from './intake';
import { EngineRoom } from './room';
import { reply, type Request, type Signatures } from './rpc';

type Incoming = Request | { kind: 'port' };

const parent = process.parentPort;
const room = new EngineRoom((name, payload) => parent.postMessage({ kind: 'event', name, payload }));
const intake = new Intake((batch) => room.embed(batch));

// The fallback Electron ends a utilityProcess on an unhandled rejection without a word to main: say it first.
process.on('unhandledRejection', (reason) => {
  process.stderr.write(`unhandled: ${String(reason)}\n`);
  process.exit(1);
});

parent.on('message', ({ data, ports }: { data: Incoming; ports: Electron.MessagePortMain[] }) => {
  if (data.kind === 'call')
    void reply(room.calls as Signatures, data).then((answer) => parent.postMessage(answer));
  else for (const port of ports) listen(port);
});

/** The decoder's end may close at any time; a new port comes when it is back. */
function listen(port: Electron.MessagePortMain): void {
  port.on('message', ({ data }: { data: unknown }) => {
    const input = checkInput(data);
    if (input) intake.push(input);
    else process.stderr.write('refused what is no input\n');
  });
  port.start();
}
