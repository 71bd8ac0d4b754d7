/** @file A fake export: some seconds of progress, then a result whose check passes for one format only when asked. */
import type { ExportResult } from '../../../../main/contract/areas/exporting';
import { FORMAT_CHECKS } from '../../../../main/contract/exportFormats';
import type { ExportOptions, ExportProgress } from '../../../../main/contract/exporting';

const STEPS = ['Writing the model', 'Loading it in a fresh process', 'Comparing'];
const PAUSE_MS = 60;

export async function fakeExport(
  options: ExportOptions,
  tell: (progress: ExportProgress) => void,
  stopped: () => boolean,
): Promise<ExportResult | null> {
  for (const step of STEPS) {
    for (let done = 0; done <= 10; done++) {
      if (stopped()) return null;
      tell({ step, done, total: 10, rate: 16, secondsLeft: (10 - done) / 16 });
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
  const models = options.formats.map((format) => ({
    format,
    path: `/home/me/Models/Garden model/${format}`,
    id: '5d0c'.repeat(16),
    command: 'node sample.mjs IMAGE',
    seconds: { write: 1, check: 2 },
    bytes: 13_900_000,
    check: {
      images: 100,
      maxAbsDiff: 2.4e-6,
      top1Agreement: 1,
      ...FORMAT_CHECKS[format],
      ownCrop: null,
      passed: true,
      message: 'The written file and this window gave the same answers.',
    },
  }));
  return { folder: '/home/me/Models/Garden model', models, notNoted: null };
}
