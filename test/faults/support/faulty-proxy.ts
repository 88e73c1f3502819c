import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Which bytes: ours on their way to the peer, or the peer's on their way back. */
export type Way = 'there' | 'back';

/**
 * What a network may do to bytes on their way, one thing at a time.
 *
 * latency: they come later · bandwidth: so many bytes a second · slicer: in pieces, with pauses · silence: a connection is made and nothing ever comes ·
 * down: nobody listens · reset: broken off after so many bytes, without farewell · limit: ended after so many bytes, as if that were all ·
 * slowClose: the end comes late.
 */
export type Toxic =
  | { readonly kind: 'none' | 'down' | 'silence' }
  | { readonly kind: 'latency' | 'slowClose'; readonly ms: number }
  | { readonly kind: 'bandwidth'; readonly bytesPerSecond: number }
  | { readonly kind: 'slicer'; readonly bytes: number; readonly pauseMs: number }
  | { readonly kind: 'reset' | 'limit'; readonly way: Way; readonly bytes: number };

const HEALTHY: Toxic = { kind: 'none' };
/** A bandwidth is kept up in so many pieces a second. */
const PIECES = 4;

/** A TCP proxy before a peer that has faults on demand. What it does to new connections, it does to those of before too: they are broken off. */
export class FaultyProxy {
  private server: Server | null = null;
  private toxic = HEALTHY;
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  /** Connections so far, refused ones not counted: nobody sees those. */
  connections = 0;

  private constructor(
    readonly port: number,
    private readonly peerPort: number,
  ) {}

  /** @param peer address of the peer, on this machine @param healthy whether it listens from the start */
  static async before(peer: string, healthy = true): Promise<FaultyProxy> {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as AddressInfo;
    await new Promise((done) => probe.close(done));
    const proxy = new FaultyProxy(port, Number(new URL(peer).port));
    if (healthy) await proxy.heal();
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async suffer(toxic: Toxic): Promise<void> {
    this.toxic = toxic;
    this.breakOff();
    if (toxic.kind === 'down') await this.close();
    else if (this.server === null) await this.listen();
  }

  heal(): Promise<void> {
    return this.suffer(HEALTHY);
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    this.breakOff();
    if (server) await new Promise((done) => server.close(done));
  }

  private async listen(): Promise<void> {
    this.server = createServer({ allowHalfOpen: true }, (ours) => this.join(ours)).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
  }

  private breakOff(): void {
    for (const pair of this.pairs) for (const socket of pair) socket.resetAndDestroy();
    this.pairs.clear();
  }

  private join(ours: Socket): void {
    this.connections += 1;
    const theirs = connect({ port: this.peerPort, host: '127.0.0.1', allowHalfOpen: true });
    const pair = [ours, theirs] as const;
    this.pairs.add(pair);
    for (const socket of pair) {
      socket.on('error', () => undefined);
      socket.once('close', () => {
        this.pairs.delete(pair);
        for (const either of pair) either.destroy();
      });
    }
    void this.carry(ours, theirs, 'there').catch(() => ours.destroy());
    void this.carry(theirs, ours, 'back').catch(() => theirs.destroy());
  }

  private async carry(from: Socket, to: Socket, way: Way): Promise<void> {
    const { toxic } = this;
    let carried = 0;
    for await (const chunk of from as AsyncIterable<Buffer>) {
      if (toxic.kind === 'silence') continue;
      const room = 'way' in toxic && toxic.way === way ? toxic.bytes - carried : chunk.length;
      await pass(chunk.subarray(0, Math.max(0, room)), to, toxic);
      carried += chunk.length;
      if (room < chunk.length) {
        if (toxic.kind === 'reset') from.resetAndDestroy();
        to.end();
        return;
      }
    }
    if (toxic.kind === 'silence') return;
    if (toxic.kind === 'slowClose') await pause(toxic.ms);
    to.end();
  }
}

async function pass(chunk: Buffer, to: Socket, toxic: Toxic): Promise<void> {
  if (toxic.kind === 'latency') await pause(toxic.ms);
  const piece = pieceOf(toxic);
  for (let at = 0; at < chunk.length; at += piece.bytes) {
    if (piece.pauseMs > 0) await pause(piece.pauseMs);
    if (!to.write(chunk.subarray(at, at + piece.bytes))) await once(to, 'drain');
  }
}

function pieceOf(toxic: Toxic): { readonly bytes: number; readonly pauseMs: number } {
  if (toxic.kind === 'slicer') return toxic;
  if (toxic.kind !== 'bandwidth') return { bytes: Infinity, pauseMs: 0 };
  const bytes = Math.max(1, Math.floor(toxic.bytesPerSecond / PIECES));
  return { bytes, pauseMs: (1000 * bytes) / toxic.bytesPerSecond };
}
