/** @file Where the process that tries a model of the person's own begins. */
import { serve } from '../../engine/serve';
import { TryRoom } from './room';

const room = new TryRoom();

serve(room.calls, (message) => room.push(message));
