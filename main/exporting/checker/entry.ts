/** @file Where the process of the export check begins: messages in, answers out. */
import { reply, type Request, type Signatures } from '../../engine/rpc';
import { checkInput } from '../../images/decoder/inputs';
import { CheckRoom } from './room';

type Incoming = Request | { kind: 'port' };

const parent = process.parentPort;
const room = new CheckRoom();

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

/** A decoder that was replaced comes with a new port. */
function listen(port: Electron.MessagePortMain): void {
  port.on('message', ({ data }: { data: unknown }) => {
    const input = checkInput(data);
    if (input) room.push(input);
    else process.stderr.write('refused what is no input\n');
  });
  port.start();
}
