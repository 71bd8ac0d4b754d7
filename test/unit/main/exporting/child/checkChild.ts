/** @file The checking process as a child of plain Node: its own room, with messages in place of Electron's ports. */
import { reply, type Request, type Signatures } from '../../../../../main/engine/rpc';
import { CheckRoom } from '../../../../../main/exporting/checker/room';
import type { InputMessage } from '../../../../../main/images/decoder/protocol';

const room = new CheckRoom();

process.on('message', (message: Request | { kind: 'input'; input: InputMessage }) => {
  if (message.kind === 'input') room.push(message.input);
  else void reply(room.calls as Signatures, message).then((answer) => process.send?.(answer));
});
