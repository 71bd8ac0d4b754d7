/**
 * @file Spoils what an export has written, between the writing and the check, as a fault in either would. For tests.
 */
import type { ExportFormat } from '../../main/contract/exportFormats';
import type { Studio } from './studio';

export type Fault = 'crop' | 'label order' | 'scale';

/**
 * The next export's models of these formats are spoiled, each just before the checking process opens it. Another scale has only one
 * of the format tfjs; one of ONNX or TensorFlow Lite with another order of labels is refused, because they are in the file too.
 */
export async function spoilNextExport(
  studio: Studio,
  faults: Partial<Record<ExportFormat, Fault>>,
): Promise<void> {
  await studio.app.evaluate(
    ({ utilityProcess }, given) => {
      // Runs in main: it can use nothing of this file.
      const load = process.mainModule!.require.bind(process.mainModule);
      const fs = load('node:fs') as typeof import('node:fs');
      const path = load('node:path') as typeof import('node:path');
      const crypto = load('node:crypto') as typeof import('node:crypto');
      const fork = utilityProcess.fork.bind(utilityProcess);

      interface Metadata {
        classes: object[];
        scale: number;
        preprocessing: { framing: object };
        model: { files: { name: string; sha256: string }[] };
      }

      function spoil(folder: string): void {
        const fault = given.faults[path.basename(folder) as ExportFormat];
        if (fault === undefined) return;
        const metadata = JSON.parse(fs.readFileSync(`${folder}/metadata.json`, 'utf8')) as Metadata;
        if (fault === 'crop') metadata.preprocessing.framing = { kind: 'centreCrop' };
        else if (fault === 'label order') swapLabels(folder, metadata);
        else growScale(folder, metadata);
        fs.writeFileSync(`${folder}/metadata.json`, JSON.stringify(metadata));
      }

      function swapLabels(folder: string, { classes }: Metadata): void {
        classes.reverse();
        const lines = fs.readFileSync(`${folder}/labels.txt`, 'utf8').trimEnd().split('\n').reverse();
        fs.writeFileSync(`${folder}/labels.txt`, `${lines.join('\n')}\n`);
      }

      function growScale(folder: string, { classes, scale, model }: Metadata): void {
        const weights = fs.readFileSync(`${folder}/weights.bin`);
        const scales = (factor: number) =>
          Buffer.from(Float32Array.from(classes, () => factor * scale).buffer);
        scales(1.1).copy(weights, weights.indexOf(scales(1)));
        fs.writeFileSync(`${folder}/weights.bin`, weights);
        const info = model.files.find(({ name }) => name === 'weights.bin');
        if (info) info.sha256 = crypto.createHash('sha256').update(weights).digest('hex');
      }

      utilityProcess.fork = (script, ...rest) => {
        const child = fork(script, ...rest);
        if (!script.endsWith('export-check.cjs')) return child;
        utilityProcess.fork = fork;
        const post = child.postMessage.bind(child);
        // It is started before there is anything to check, and asked to open each model once all are written.
        child.postMessage = (message: { name?: string; arg?: { dir: string } }, ...ports) => {
          if (message.name === 'open') spoil(message.arg!.dir);
          post(message, ...ports);
        };
        return child;
      };
    },
    { faults },
  );
}
