import { request as httpRequest } from 'node:http';
import type { Agent, ClientRequest, IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { SpanKind } from '@opentelemetry/api';
import { OutsideRefused, OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';
import { inStep, traceHeaders } from '../../../../src/platform/telemetry/spans.js';
import { CallTrace } from './call-trace.js';
import type { Watch } from './call-trace.js';
import type { HttpAnswer } from './http-answer.js';
import { agentFor } from '../line-security.js';
import type { LineSecurity } from '../line-security.js';
import type { OutgoingBody } from './outgoing-body.js';

export interface HttpPostOptions {
  readonly endpoint: URL;
  /** For a whole exchange; each MiB sent adds a second. */
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  readonly parallelCalls: number;
  readonly security?: LineSecurity;
  /** Called after each call. */
  readonly watch?: Watch;
}

/** The contents of one call. */
interface HttpCall {
  /** As the contract names it; no part of what is sent. */
  readonly operation: string;
  readonly body: OutgoingBody;
  readonly headers: Readonly<Record<string, string>>;
}

export type { HttpAnswer } from './http-answer.js';

/** The answer has more bytes than any may have. What it answers may be done: whether to ask again is for the caller to say. */
export class AnswerTooLarge extends OutsideUnavailable {
  constructor() {
    super('câu trả lời của hệ thống quản lý văn bản lớn quá mức cho phép.');
  }
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
    this.agent = agentFor(options.endpoint, options.parallelCalls, options.security);
  }

  /**
   * @param read makes of the answer what it is worth, within the time for the whole exchange; what it throws as a failure of the outside stands
   * @throws OutsideUnavailable when no whole answer came in time and size
   */
  exchange<T>(call: HttpCall, read: (answer: HttpAnswer) => Promise<T>): Promise<T> {
    return inStep(`SOAP ${call.operation}`, { kind: SpanKind.CLIENT }, () => this.watched(call, read));
  }

  /** Gives the kept connections back; calls under way break off. */
  close(): void {
    this.agent.destroy();
  }

  private async watched<T>(call: HttpCall, read: (answer: HttpAnswer) => Promise<T>): Promise<T> {
    const { watch } = this.options;
    if (watch === undefined) return this.carry(call, read);
    const trace = new CallTrace(watch, call.operation, call.body);
    try {
      return await this.carry(call, (answer) => read(trace.watched(answer)));
    } finally {
      await trace.tell();
    }
  }

  private async carry<T>({ body, headers }: HttpCall, read: (answer: HttpAnswer) => Promise<T>): Promise<T> {
    const signal = AbortSignal.timeout(this.options.timeoutMs + 1000 * Math.floor(body.length / MEBIBYTE));
    const request = this.open(body.length, headers, signal);
    try {
      const response = await answerTo(request, body);
      const value = await read(this.answerOf(response));
      if (!response.readableEnded) request.destroy();
      return value;
    } catch (error) {
      request.destroy();
      if (error instanceof OutsideUnavailable || error instanceof OutsideRefused) throw error;
      const problem = signal.aborted
        ? 'hệ thống quản lý văn bản không trả lời kịp.'
        : 'không nối được tới hệ thống quản lý văn bản, hoặc kết nối đứt giữa chừng.';
      throw new OutsideUnavailable(problem, { cause: error });
    }
  }

  private open(length: number, headers: Readonly<Record<string, string>>, signal: AbortSignal): ClientRequest {
    const { endpoint } = this.options;
    const secure = endpoint.protocol === 'https:';
    const request = (secure ? httpsRequest : httpRequest)(endpoint, {
      method: 'POST',
      agent: this.agent,
      signal,
      headers: { ...headers, ...traceHeaders(), 'Content-Length': length, 'Accept-Encoding': 'identity' },
    });
    request.once('socket', (socket: Socket) => limitConnecting(request, socket, secure));
    return request;
  }

  private answerOf(response: IncomingMessage): HttpAnswer {
    const { statusCode = 0, headers } = response;
    return { status: statusCode, headers, body: within(this.options.maxResponseBytes, response) };
  }
}

async function* within(most: number, response: IncomingMessage): AsyncIterable<Buffer> {
  if (Number(response.headers['content-length'] ?? 0) > most) throw new AnswerTooLarge();
  let length = 0;
  for await (const chunk of response) {
    if (!Buffer.isBuffer(chunk)) continue;
    length += chunk.length;
    if (length > most) throw new AnswerTooLarge();
    yield chunk;
  }
}

function answerTo(request: ClientRequest, body: OutgoingBody): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    // Stays for the whole exchange: an error after the answer began also ends the reading of it.
    request.on('error', reject);
    request.once('response', resolve);
    // A failed body destroys the request as well, whose error is handled.
    pipeline(body.pieces(), request).catch(reject);
  });
}

function limitConnecting(request: ClientRequest, socket: Socket, secure: boolean): void {
  if (!socket.connecting) return;
  const limit = setTimeout(() => request.destroy(new Error('No connection in time')), CONNECT_MS);
  const stop = (): void => clearTimeout(limit);
  socket.once(secure ? 'secureConnect' : 'connect', stop).once('close', stop);
}
