import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OperationName } from '../../../integrations/e-office/soap/contract.js';

/**
 * Where an exchange is caught: `asked` = the e-office has not heard of it yet, `answered` = it has done what was asked, and its answer is
 * withheld, `delivered` = the whole answer has just been handed over.
 */
export const MOMENTS = ['asked', 'answered', 'delivered'] as const;
export type Moment = (typeof MOMENTS)[number];

interface Caught {
  readonly operation: OperationName;
  readonly moment: Moment;
}

interface Trap {
  readonly wanted: readonly Caught[];
  readonly sprung: (caught: Caught) => void;
}

interface Exchange {
  readonly operation: string;
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
}

/** Stands between the program and the e-office, passes everything on as it is, and catches an exchange at a named moment. What is caught is never let go. */
export class Gateway {
  private trap: Trap | null = null;

  private constructor(
    private readonly server: Server,
    private readonly eOffice: URL,
  ) {}

  /** @param eOffice address of the e-office, without a path */
  static async before(eOffice: string): Promise<Gateway> {
    const server = createServer();
    const gateway = new Gateway(server, new URL(eOffice));
    server.on('request', (incoming: IncomingMessage, response: ServerResponse) => {
      gateway.pass(incoming, response).catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return gateway;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** @returns settled when the next such exchange is caught */
  async catchNext(operation: OperationName, moment: Moment): Promise<void> {
    await this.catchFirst([{ operation, moment }]);
  }

  /** @returns the first of them that is caught */
  catchFirst(wanted: readonly Caught[]): Promise<Caught> {
    return new Promise((resolve) => {
      this.trap = { wanted, sprung: resolve };
    });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const exchange = { operation: operationOf(incoming), incoming, response };
    const body = await bytesOf(incoming);
    if (this.springs(exchange, 'asked')) return;
    const answer = await this.ask(incoming, body);
    const answered = await bytesOf(answer);
    if (this.springs(exchange, 'answered')) return;
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    response.end(answered, () => this.springs(exchange, 'delivered'));
  }

  private springs({ operation }: Exchange, moment: Moment): boolean {
    const caught = this.trap?.wanted.find((one) => one.operation === operation && one.moment === moment);
    if (!caught) return false;
    this.trap?.sprung(caught);
    this.trap = null;
    return true;
  }

  private ask(incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
    const { hostname, port } = this.eOffice;
    const { method, url, headers } = incoming;
    return new Promise((resolve, reject) => {
      const passed = request({ hostname, port, method, path: url, headers: { ...headers, connection: 'close' } });
      passed.once('response', resolve).once('error', reject).end(body);
    });
  }
}

/** By the SOAPAction of SOAP 1.1, whose last part names the operation. */
function operationOf({ headers }: IncomingMessage): string {
  const action = headers['soapaction'];
  return (typeof action === 'string' ? action : '').replaceAll('"', '').split(/[/:#]/u).at(-1) ?? '';
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
