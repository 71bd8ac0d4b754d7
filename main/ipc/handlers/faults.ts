/** @file What calls about faults, the log and About do. Runs in main. */
import { shell } from 'electron';
import type { FaultCalls } from '../../contract/areas/faults';
import { logFile } from '../../shell/places';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';

export const faultHandlers = ({ about, faults }: HandlerParts): HandlersOf<FaultCalls> => ({
  'fault:report': (fault) => faults.ofWindow(fault),
  'fault:text': () => faults.text(),
  'fault:save': () => faults.save(),
  'fault:copy': () => faults.copy(),
  'log:show': () => shell.showItemInFolder(logFile()),
  'about:facts': () => about.facts(),
  'about:copy': () => about.copy(),
  'about:licences': () => about.licences(),
});
