/** @file Opens the project it is given, says so, and keeps it open until it is killed or its input ends. */
import { openProject } from '../../../../../main/projects/open';

async function main(folder: string): Promise<void> {
  const store = await openProject(folder, { by: 'child', confirmRecovery: () => Promise.resolve(false) });
  process.stdout.write(JSON.stringify({ readOnly: store.readOnly }) + '\n');
  process.stdin.on('data', () => undefined);
  process.stdin.once('end', () => void store.close());
}

void main(process.argv[2] ?? '');
