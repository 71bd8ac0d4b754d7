/** @file Where the process of the export check begins. */
import { serve } from '../../engine/serve';
import { CheckRoom } from './room';

const room = new CheckRoom();

serve(room.calls, (message) => room.push(message));
