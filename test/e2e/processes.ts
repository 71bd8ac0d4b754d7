/** @file The app's processes, for tests that end them or bring them to a stand. */
import { expect, type ElectronApplication } from '@playwright/test';
import { DECODER_URL, WINDOW_URL } from '../../main/shell/addresses';

export type ProcessName = 'window' | 'decoder' | Helper;
type Helper = 'engine' | 'model trial';

/** Id of the one process of that name, once it is there. */
export async function pidOf(app: ElectronApplication, name: ProcessName): Promise<number> {
  let found: number[] = [];
  await expect.poll(async () => (found = await allOf(app, name))).toHaveLength(1);
  return found[0] ?? 0;
}

function allOf(app: ElectronApplication, name: ProcessName): Promise<number[]> {
  if (name === 'engine' || name === 'model trial') return helpers(app, name);
  return pages(app, name === 'window' ? WINDOW_URL : DECODER_URL);
}

/** Whether the process is there; one that stands still is. */
export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const pages = (app: ElectronApplication, address: string): Promise<number[]> =>
  app.evaluate(
    ({ BrowserWindow }, start) =>
      BrowserWindow.getAllWindows()
        .filter(({ webContents }) => webContents.getURL().startsWith(start))
        .map(({ webContents }) => webContents.getOSProcessId()),
    address,
  );

const helpers = (app: ElectronApplication, named: Helper): Promise<number[]> =>
  app.evaluate(
    ({ app: electron }, service) =>
      electron
        .getAppMetrics()
        .filter(({ type, name }) => type === 'Utility' && name === service)
        .map(({ pid }) => pid),
    `Imprint Studio ${named}`,
  );
