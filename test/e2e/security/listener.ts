/** @file A listener outside of the app: whatever reaches it has left the machine's programs by the network. */
import dgram from 'node:dgram';
import { once } from 'node:events';
import net from 'node:net';

export class Listener {
  /** What has arrived, in words. */
  readonly heard: string[] = [];

  private constructor(
    private readonly server: net.Server,
    private readonly datagrams: dgram.Socket,
  ) {
    server.on('connection', (socket) => {
      this.heard.push('a connection');
      socket.on('data', (data) => this.heard.push(data.toString('latin1').split('\r\n')[0] ?? ''));
      socket.on('error', () => undefined);
    });
    datagrams.on('message', (message) => this.heard.push(`a datagram of ${message.length} bytes`));
  }

  static async start(): Promise<Listener> {
    const server = net.createServer().listen(0, '127.0.0.1');
    const datagrams = dgram.createSocket('udp4').bind(0, '127.0.0.1');
    await Promise.all([once(server, 'listening'), once(datagrams, 'listening')]);
    return new Listener(server, datagrams);
  }

  get tcp(): number {
    return (this.server.address() as net.AddressInfo).port;
  }

  get udp(): number {
    return this.datagrams.address().port;
  }

  stop(): void {
    this.server.close();
    this.datagrams.close();
  }
}
