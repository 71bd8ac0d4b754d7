/** @file Runs in pages: asks for what only a person could grant. */

interface Navigator {
  permissions: { query(permission: { name: string }): Promise<{ state: string }> };
  geolocation: { getCurrentPosition(yes: () => void, no: () => void): void };
  clipboard: { readText(): Promise<string>; writeText(text: string): Promise<void> };
  mediaDevices: Record<'getUserMedia' | 'getDisplayMedia', (options: object) => Promise<unknown>>;
  requestMIDIAccess(options: object): Promise<unknown>;
  storage: { persist(): Promise<boolean> };
  usb: { requestDevice(options: object): Promise<unknown> };
  hid: { requestDevice(options: object): Promise<unknown[]> };
  serial: { requestPort(): Promise<unknown> };
}
declare const navigator: Navigator;
declare const Notification: { requestPermission(): Promise<string> };
declare const IdleDetector: { requestPermission(): Promise<string> };

/** @returns by what was asked for: how it was answered */
export async function askForAll(): Promise<Record<string, string>> {
  const asks: Record<string, () => Promise<unknown>> = {
    geolocation: () =>
      new Promise<string>((resolve, reject) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          () => reject(new Error()),
        ),
      ),
    notifications: () => Notification.requestPermission(),
    midi: () => navigator.requestMIDIAccess({ sysex: true }),
    'clipboard, reading': () => navigator.clipboard.readText(),
    'clipboard, writing': () => navigator.clipboard.writeText('text'),
    'camera and microphone': () => navigator.mediaDevices.getUserMedia({ audio: true, video: true }),
    screen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
    'idle times': () => IdleDetector.requestPermission(),
    'lasting storage': () => navigator.storage.persist(),
    usb: () => navigator.usb.requestDevice({ filters: [] }),
    hid: () => navigator.hid.requestDevice({ filters: [] }),
    serial: () => navigator.serial.requestPort(),
  };
  const answer = async (ask: () => Promise<unknown>): Promise<string> => {
    const value = await ask().catch(() => 'denied');
    const nothing = value === false || (Array.isArray(value) && value.length === 0);
    return nothing ? 'denied' : typeof value === 'string' ? value : 'granted';
  };
  const answers: Record<string, string> = {};
  for (const [what, ask] of Object.entries(asks)) answers[what] = await answer(ask);
  return answers;
}

/** @returns by permission: what Chromium says of it */
export async function lookAtAll(): Promise<Record<string, string>> {
  const states: Record<string, string> = {};
  for (const name of ['geolocation', 'notifications', 'midi', 'camera', 'microphone', 'clipboard-read'])
    states[name] = (await navigator.permissions.query({ name })).state;
  return states;
}
