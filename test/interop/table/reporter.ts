/** @file Prints what the run measured as tables, says what was not read and why, and keeps both in test-results/. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { tables } from './markdown';

const folder = path.resolve('test-results');

export default class TableReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((one) => [...one.children.allTests()]);
    const readings = tests.flatMap((test) => test.meta().readings ?? []);
    const skipped = new Set(
      tests.flatMap((test) => (test.result().state === 'skipped' ? noteOf(test.result()) : [])),
    );
    if (readings.length === 0 && skipped.size === 0) return;
    const lines = [tables(readings), ...[...skipped].map((why) => `Not read: ${why}`)];
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'interop.md'), `${lines.join('\n\n')}\n`);
    writeFileSync(
      path.join(folder, 'interop.json'),
      `${JSON.stringify({ readings, skipped: [...skipped] }, null, 2)}\n`,
    );
    process.stdout.write(
      `\n${lines.join('\n\n')}\n\nIn ${path.relative('.', folder)}: interop.md, interop.json\n`,
    );
  }
}

const noteOf = (result: object): string[] =>
  'note' in result && typeof result.note === 'string' ? [result.note] : [];
