/** @file The process that tries a model as a child of plain Node: its own room, with messages in place of Electron's ports. */
import { reply, type Request, type Signatures } from '../../../../../main/engine/rpc';
import type { InputMessage } from '../../../../../main/images/decoder/protocol';
import { TryRoom } from '../../../../../main/ownBackbones/trying/room';

const room = new TryRoom();

process.on('message', (message: Request | { kind: 'input'; input: InputMessage }) => {
  if (message.kind === 'input') room.push(message.input);
  else void reply(room.calls as Signatures, message).then((answer) => process.send?.(answer));
});
