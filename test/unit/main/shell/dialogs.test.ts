/** @file What it means to close a question without an answer. */
import { beforeEach, expect, it, vi } from 'vitest';
import { confirmDiscard, confirmRecovery } from '../../../../main/shell/dialogs';

const { showMessageBox } = vi.hoisted(() => ({ showMessageBox: vi.fn() }));
// Native dialogs exist in Electron only; this one is closed as Escape closes it.
vi.mock('electron', () => ({ dialog: { showMessageBox } }));

beforeEach(() => {
  showMessageBox.mockImplementation(({ cancelId }: { cancelId: number }) =>
    Promise.resolve({ response: cancelId }),
  );
});

it('gives up nothing that is not saved', async () => {
  expect(await confirmDiscard(null, 'The disk is full.')).toBe(false);
});

it('leaves a broken project as it is', async () => {
  const backup = {
    path: '/pond/project.backup-1.json',
    savedAt: '2026-11-24T08:00:00.000Z',
    classes: 2,
    labels: 5,
  };
  const found = { project: 'Pond', problem: 'It is damaged.', keptAs: null, backup };
  expect(await confirmRecovery(null, found)).toBe(false);
});
