/** @file The report of a fault as one text: what happened, where it runs, the last lines of the log. Pure. */
import { scrub, type Private } from './scrub';

export interface ReportParts {
  /** Lines about the program and the machine. */
  facts: readonly string[];
  /** What happened last, and when; null: nothing did. */
  fault: { kind: string; at: Date; stack: string } | null;
  /** How often anything happened since the program started. */
  count: number;
  /** Where the system keeps what is left of a process that crashed, newest last. */
  dumps: readonly string[];
  log: string;
  private: Private;
}

const LOG_LINES = 200;

export function reportText({ facts, fault, count, dumps, log, private: secret }: ReportParts): string {
  const clean = (text: string): string => scrub(text, secret);
  return [
    ...facts,
    '',
    ...(fault
      ? [`Fault of ${fault.kind} at ${fault.at.toISOString()}, ${count} since the start`, clean(fault.stack)]
      : ['No fault since the start']),
    '',
    dumps.length === 0
      ? 'No crash dumps'
      : 'Crash dumps, which hold parts of the memory and are not in this report:',
    ...dumps,
    '',
    'The last lines of the log, without names of images, classes, projects and places:',
    clean(lastLines(log)),
    '',
  ].join('\n');
}

const lastLines = (log: string): string => log.trimEnd().split(/\r?\n/).slice(-LOG_LINES).join('\n');
