import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '../../../../src/kernel/clock.js';
import { loadProfile } from '../load-profile.js';
import { EdocClient } from './edoc-client.js';
import { EdocMessageTransport } from './edoc-message-transport.js';
import { TraceSpool } from './trace-spool.js';

/** A request as the peer received it: the headers that matter, and the body. */
export interface Travelled {
  readonly contentType: string;
  readonly action: string;
  readonly body: Buffer;
}

export interface PeerAnswer {
  readonly status?: number;
  readonly contentType: string;
  readonly body: Buffer;
}

const NOTHING: PeerAnswer = { status: 500, contentType: 'text/plain', body: Buffer.alloc(0) };

export const NOON = new Date('2026-11-25T05:00:00Z');

class StillClock extends Clock {
  override now(): Date {
    return NOON;
  }
}

/** A peer that answers what a test says, and keeps what came. */
export class EdocPeer {
  readonly heard: Travelled[] = [];
  readonly answers = new Map<string, PeerAnswer>();
  private readonly client: EdocClient;
  readonly transport: EdocMessageTransport;
  readonly spool: TraceSpool;

  private constructor(
    private readonly server: Server,
    private readonly directory: string,
  ) {
    const { port } = server.address() as AddressInfo;
    const profile = loadProfile('bkav-edoc');
    this.client = new EdocClient({ endpoint: `http://127.0.0.1:${String(port)}/edoc`, timeoutMs: 30_000 }, profile);
    this.spool = new TraceSpool(directory);
    const account = { token: 'ma-thu-nghiem', organId: '000.00.03.H99' };
    this.transport = new EdocMessageTransport(this.client, account, profile, {
      spool: this.spool,
      clock: new StillClock(),
    });
  }

  static async open(): Promise<EdocPeer> {
    const answering: { peer?: EdocPeer } = {};
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { 'content-type': contentType = '', soapaction = '' } = request.headers;
        const action = String(soapaction).replaceAll('"', '');
        answering.peer?.heard.push({ contentType, action, body: Buffer.concat(chunks) });
        const { status = 200, contentType: type, body } = answering.peer?.answers.get(action) ?? NOTHING;
        response.writeHead(status, { 'Content-Type': type, Date: 'Wed, 25 Nov 2026 05:00:30 GMT' }).end(body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    answering.peer = new EdocPeer(server, await mkdtemp(join(tmpdir(), 'edoc-')));
    return answering.peer;
  }

  async close(): Promise<void> {
    this.client.close();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await rm(this.directory, { recursive: true, force: true });
  }
}
