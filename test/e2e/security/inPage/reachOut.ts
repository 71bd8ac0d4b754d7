/** @file Runs in pages and workers: every way to the network that a script has. Each function stands alone. */
import type { PageDocument, Violation } from '../dom';

declare const document: PageDocument;
declare const FontFace: new (name: string, source: string) => { load(): Promise<unknown> };
declare const EventSource: new (url: string) => unknown;
declare const Worker: new (url: string) => unknown;
declare const WebSocket: new (url: string) => unknown;
declare const navigator: { sendBeacon(url: string): boolean };

export interface Ports {
  tcp: number;
  udp: number;
}

/** @returns the directives that were violated, when no more are for a while */
export async function reachOut({ tcp }: Ports): Promise<string[]> {
  const address = `127.0.0.1:${tcp}`;
  const violated = new Set<string>();
  let quiet = 0;
  const note = (event: Violation): void => {
    violated.add(event.effectiveDirective);
    quiet = 0;
  };
  const attempt = (work: () => unknown): void =>
    void Promise.resolve()
      .then(work)
      .catch(() => undefined);
  const element = (tag: string, properties: Record<string, string>): void => {
    document.body.append(Object.assign(document.createElement(tag), properties));
  };
  document.addEventListener('securitypolicyviolation', note);
  attempt(() => fetch(`http://${address}/fetch`, { mode: 'no-cors' }));
  attempt(() => new WebSocket(`ws://${address}/socket`));
  attempt(() => new EventSource(`http://${address}/events`));
  attempt(() => navigator.sendBeacon(`http://${address}/beacon`));
  attempt(() => new FontFace('far', `url(http://${address}/font)`).load());
  attempt(() => new Worker(`http://${address}/worker`));
  attempt(() => import(`http://${address}/module.js`));
  for (const tag of ['img', 'video', 'script', 'iframe', 'embed', 'track'])
    attempt(() => element(tag, { src: `http://${address}/${tag}` }));
  attempt(() => element('object', { data: `http://${address}/object` }));
  for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'preload', 'prerender', 'icon', 'stylesheet'])
    attempt(() => element('link', { rel, as: 'image', href: `http://${address}/${rel}` }));
  for (; quiet < 5; quiet++) await new Promise((resolve) => setTimeout(resolve, 100));
  document.removeEventListener('securitypolicyviolation', note);
  return [...violated];
}

declare const self: Pick<PageDocument, 'addEventListener' | 'removeEventListener'>;

/** @returns the directives that were violated */
export async function reachOutOfWorker({ tcp }: Ports): Promise<string[]> {
  const address = `127.0.0.1:${tcp}`;
  const violated = new Set<string>();
  const note = (event: Violation): void => void violated.add(event.effectiveDirective);
  const attempt = (work: () => unknown): void =>
    void Promise.resolve()
      .then(work)
      .catch(() => undefined);
  self.addEventListener('securitypolicyviolation', note);
  attempt(() => fetch(`http://${address}/fetch`, { mode: 'no-cors' }));
  attempt(() => new WebSocket(`ws://${address}/socket`));
  attempt(() => import(`http://${address}/module.js`));
  await new Promise((resolve) => setTimeout(resolve, 300));
  self.removeEventListener('securitypolicyviolation', note);
  return [...violated];
}

interface Peer {
  createDataChannel(name: string): void;
  createOffer(): Promise<unknown>;
  setLocalDescription(offer: unknown): Promise<void>;
  close(): void;
}
declare const RTCPeerConnection: new (options: object) => Peer;

/** Looks for a way to another browser, which asks servers by datagram and by connection. */
export async function reachPeers({ tcp, udp }: Ports): Promise<void> {
  const relay = { urls: `turn:127.0.0.1:${tcp}?transport=tcp`, username: 'a', credential: 'b' };
  const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udp}` }, relay] });
  peer.createDataChannel('out');
  await peer.setLocalDescription(await peer.createOffer());
  await new Promise((resolve) => setTimeout(resolve, 1000));
  peer.close();
}
