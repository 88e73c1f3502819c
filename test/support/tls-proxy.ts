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

/** The app promises its callers 72 seconds by a header that is passed on; a connection closed sooner fails a browser. */
const LONGER_THAN_THE_APP = 75_000;

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
    const server = createServer({ key, cert, keepAliveTimeout: LONGER_THAN_THE_APP }, (from, to) => {
      const headers = { ...from.headers, 'x-forwarded-proto': 'https', 'x-forwarded-for': from.socket.remoteAddress };
      const onward = plainRequest(`${appUrl}${from.url ?? '/'}`, { method: from.method, headers }, (answer) => {
        to.writeHead(answer.statusCode ?? 502, answer.headers);
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
