/** @file How a sample is run from anywhere. */
import { expect, it } from 'vitest';
import { commandLine } from '../../../../main/exporting/commandLine';

it.each([
  ['linux', '/a b/onnx', `cd '/a b/onnx' && python sample.py IMAGE`],
  ['darwin', `/it's/onnx`, `cd '/it'\\''s/onnx' && python sample.py IMAGE`],
  ['win32', 'C:\\a b\\onnx', `cd /d "C:\\a b\\onnx" && python sample.py IMAGE`],
])('on %s', (platform, path, line) => {
  expect(commandLine({ path, command: 'python sample.py IMAGE' }, platform)).toBe(line);
});
