import { Agent, request as httpRequest } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { OutsideUnavailable } from '../../../src/kernel/outside-failure.js';
import type { HttpHeaders } from './http-head.js';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly body: Buffer;
}

export interface HttpPostOptions {
  readonly endpoint: URL;
  /** For a whole exchange; each MiB sent adds a second. */
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  readonly parallelCalls: number;
}

const CONNECT_MS = 5_000;
const MEBIBYTE = 2 ** 20;

/**
 * POST to one address and nowhere else: redirects are answers like any other, the answer is measured while it comes,
 * and nothing waits longer than it may.
 */
export class HttpPost {
  private readonly agent: Agent;

  constructor(private readonly options: HttpPostOptions) {
    const pool = { keepAlive: true, maxSockets: options.parallelCalls };
    this.agent = options.endpoint.protocol === 'https:' ? new SecureAgent(pool) : new Agent(pool);
  }

  /** @throws OutsideUnavailable when no whole answer came in time and size */
  async send(body: Buffer, headers: Readonly<Record<string, string>>): Promise<HttpAnswer> {
    const signal = AbortSignal.timeout(this.options.timeoutMs + 1000 * Math.floor(body.length / MEBIBYTE));
    const request = this.open(body.length, headers, signal);
    try {
      const response = await answerTo(request, body);
      return { status: response.statusCode ?? 0, headers: response.headers, body: await this.collect(response) };
    } catch (error) {
      request.destroy();
      if (error instanceof OutsideUnavailable) throw error;
      const problem = signal.aborted ? 'did not answer in time' : 'could not be reached or broke off';
      throw new OutsideUnavailable(`The e-office ${problem}`, { cause: error });
    }
  }

  /** Gives the kept connections back; calls under way break off. */
  close(): void {
    this.agent.destroy();
  }

  private open(length: number, headers: Readonly<Record<string, string>>, signal: AbortSignal): ClientRequest {
    const { endpoint } = this.options;
    const secure = endpoint.protocol === 'https:';
    const request = (secure ? httpsRequest : httpRequest)(endpoint, {
      method: 'POST',
      agent: this.agent,
      signal,
      headers: { ...headers, 'Content-Length': length, 'Accept-Encoding': 'identity' },
    });
    request.once('socket', (socket: Socket) => limitConnecting(request, socket, secure));
    return request;
  }

  private async collect(response: IncomingMessage): Promise<Buffer> {
    const most = this.options.maxResponseBytes;
    if (Number(response.headers['content-length'] ?? 0) > most) throw tooLarge();
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of response) {
      if (!Buffer.isBuffer(chunk)) continue;
      length += chunk.length;
      if (length > most) throw tooLarge();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, length);
  }
}

function answerTo(request: ClientRequest, body: Buffer): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    // Stays for the whole exchange: an error after the answer began also ends the reading of it.
    request.on('error', reject);
    request.once('response', resolve);
    request.end(body);
  });
}

function limitConnecting(request: ClientRequest, socket: Socket, secure: boolean): void {
  if (!socket.connecting) return;
  const limit = setTimeout(() => request.destroy(new Error('No connection in time')), CONNECT_MS);
  const stop = (): void => clearTimeout(limit);
  socket.once(secure ? 'secureConnect' : 'connect', stop).once('close', stop);
}

function tooLarge(): OutsideUnavailable {
  return new OutsideUnavailable('The answer of the e-office is larger than any answer may be');
}
