import { CallObserver, type ObservedCall } from '../../../../src/exchange/ports/call-observer.port.js';
import { RefusedCalls } from '../../../../src/exchange/ports/e-office-events.port.js';
import { createServer } from 'node:http';
import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { inspect } from 'node:util';
import { Clock } from '../../../../src/kernel/clock.js';
import { NAMESPACE } from '../contract.js';
import { E_OFFICE_CONTRACT } from '../e-office-contract.js';
import { ENVELOPE_NAMESPACE } from '../envelope.js';
import { SoapClient } from './soap-client.js';
import type { SoapClientOptions } from './soap-client.js';
import { SoapDoor } from '../door/soap-door.js';
import type { SoapAnswer, SoapDoorOptions } from '../door/soap-door.js';

export const PASSWORD = 'mật-khẩu-bí-mật';

/** The clock of the tests' machine, because client and door agree on nothing else. */
export class RunningClock extends Clock {
  private readonly start = performance.timeOrigin;

  override now(): Date {
    return new Date(this.start + performance.now());
  }
}

/** Something that listens on 127.0.0.1, however badly it answers. */
export interface Peer {
  readonly url: string;
  /** Requests it has seen, with their bodies. */
  readonly seen: readonly Seen[];
  close(): Promise<void>;
}

export interface Seen {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export async function listen(answer: (response: ServerResponse, seen: Seen) => void): Promise<Peer> {
  const seen: Seen[] = [];
  const hear: RequestListener = (request, response) => {
    void request.toArray().then((chunks: Buffer[]) => {
      const body = Buffer.concat(chunks);
      const one = { path: request.url ?? '', headers: request.headers, body };
      seen.push(one);
      answer(response, one);
    });
  };
  const server = createServer(hear);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}/eoffice/v1`,
    seen,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A peer behind a real door. */
export function listenBehindDoor(operations: SoapDoorOptions['operations']): Promise<Peer> {
  const door = new SoapDoor({
    contract: E_OFFICE_CONTRACT,
    operations,
    authenticate: (username) => (username === 'so-gddt' ? PASSWORD : null),
    clock: new RunningClock(),
    maxBytes: 80 * 2 ** 20,
  });
  return listen((response, { body, headers }) => {
    void door.handle(body, headers).then((answer) => send(response, answer));
  });
}

export async function send(response: ServerResponse, { status, contentType, body }: SoapAnswer): Promise<void> {
  response.writeHead(status, { 'content-type': contentType, 'content-length': body.length });
  await pipeline(body.pieces(), response);
}

export function aClient(endpoint: string, changes: Partial<SoapClientOptions> = {}): SoapClient {
  return new SoapClient({
    endpoint,
    username: 'so-gddt',
    password: PASSWORD,
    timeoutMs: 1_000,
    clock: new RunningClock(),
    ...changes,
  });
}

export function envelope(body: string): string {
  return `<s:Envelope xmlns:s="${ENVELOPE_NAMESPACE['1.1']}" xmlns:e="${NAMESPACE}"><s:Body>${body}</s:Body></s:Envelope>`;
}

/** A fault as the contract writes it. */
export function fault(
  code: string,
  more: { readonly retryable?: boolean; readonly tail?: string; readonly message?: string } = {},
): string {
  const { retryable = false, tail = '', message = 'Không được' } = more;
  return envelope(
    `<s:Fault><faultcode>s:Client</faultcode><faultstring>x</faultstring><detail><e:EOfficeFault><e:code>${code}</e:code>` +
      `<e:message>${message}</e:message><e:retryable>${String(retryable)}</e:retryable>${tail}</e:EOfficeFault></detail></s:Fault>`,
  );
}

export const OK = '<e:AcknowledgeMessageResponse><e:receiptId>r-1</e:receiptId></e:AcknowledgeMessageResponse>';

export const ACK = {
  messageId: 'm-1',
  outcome: 'done',
  sha256: '0'.repeat(64),
  reason: 'chữ của người phản ánh',
} as const;

/** An answer with these bytes. */
export const says =
  (body: string | Buffer, status = 200, headers: OutgoingHttpHeaders = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': 'text/xml; charset=utf-8', ...headers }).end(body);
  };

/** Peers and clients of one test, closed together. */
export class Line {
  private readonly open: { close(): unknown }[] = [];

  async peer(started: Promise<Peer>): Promise<Peer> {
    const peer = await started;
    this.open.push(peer);
    return peer;
  }

  peerThat(answer: Parameters<typeof listen>[0]): Promise<Peer> {
    return this.peer(listen(answer));
  }

  client(endpoint: string, changes: Partial<SoapClientOptions> = {}): SoapClient {
    const client = aClient(endpoint, changes);
    this.open.push(client);
    return client;
  }

  async hangUp(): Promise<void> {
    for (const one of this.open.splice(0).reverse()) await one.close();
  }
}

/**
 * What a call failed with.
 * @throws Error when it did not fail, or when the password or the text of the message stands anywhere in the failure
 */
export async function failure(client: SoapClient): Promise<unknown> {
  const error: unknown = await client.call('AcknowledgeMessage', ACK).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error === null) throw new Error('The call succeeded');
  if (/bí-mật|người phản ánh|PasswordDigest/u.test(inspect(error, { depth: 20, showHidden: true }))) {
    throw new Error('The failure gives something away');
  }
  return error;
}

/** Remembers what was observed. */
export class KeptCalls extends CallObserver {
  readonly kept: ObservedCall[] = [];

  override observe(call: ObservedCall): void {
    this.kept.push(call);
  }
}

/** Remembers what a door refused: the door, the code and the reason. */
export class KeptRefusals extends RefusedCalls {
  readonly kept: string[][] = [];

  override record(door: string, code: string, reason: string): Promise<void> {
    this.kept.push([door, code, reason]);
    return Promise.resolve();
  }
}
