import { once } from 'node:events';
import { request as plainRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { createServer, request, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { serverCertificate } from './server-certificate.js';

export interface ProxyAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A browser takes an idle connection up again after minutes; one that is just being closed fails it. */
const LONGER_THAN_A_TEST = 900_000;

/** What stands before an installation in production: it ends TLS for one name, and passes on the rest as it is. */
export class TlsProxy {
  private constructor(
    private readonly server: Server,
    private readonly ca: string,
    private readonly host: string,
  ) {}

  /** @param appUrl `http://127.0.0.1:port` */
  static async before(host: string, appUrl: string): Promise<TlsProxy> {
    const { key, cert } = serverCertificate(host);
    const server = createServer({ key, cert, keepAliveTimeout: LONGER_THAN_A_TEST }, (from, to) => {
      const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-for': from.socket.remoteAddress };
      const headers = { ...withoutConnection(from.headers), ...forwarded };
      // A connection of its own: kept ones end all at once in the app, and a request on one of those would fail the browser.
      const sent = { method: from.method, headers, agent: false };
      const onward = plainRequest(`${appUrl}${from.url ?? '/'}`, sent, (answer) => {
        to.writeHead(answer.statusCode ?? 502, withoutConnection(answer.headers));
        answer.pipe(to);
      });
      onward.on('error', () => to.destroy());
      from.pipe(onward);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TlsProxy(server, cert, host);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** As a browser that opened the page by the name. @param form encoded; posted as of a page of ours */
  async send(
    method: 'GET' | 'POST',
    path: string,
    { cookie, form }: { readonly cookie?: string; readonly form?: string } = {},
  ): Promise<ProxyAnswer> {
    const sent = request({
      ...{ host: '127.0.0.1', port: this.port, servername: this.host, ca: this.ca },
      ...{ method, path, agent: false },
      headers: {
        host: this.host,
        accept: 'text/html',
        ...(cookie === undefined ? {} : { cookie }),
        ...(form === undefined
          ? {}
          : { origin: `https://${this.host}`, 'content-type': 'application/x-www-form-urlencoded' }),
      },
    });
    sent.end(form);
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

/** What is said of one connection is not passed on to the other. */
function withoutConnection(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const ofConnection = new Set(['connection', 'keep-alive']);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.has(name)));
}
