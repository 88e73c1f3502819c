import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { WSDL_PATH } from '../../soap/contract-files.js';
import { withoutSoap12 } from '../../soap/door/published-wsdl.js';
import { replyWith } from '../../soap/client/reply.js';
import type { SoapDoor } from '../../soap/door/soap-door.js';

/** Base64 makes a message a third longer; a little more for what stands around it. */
export function soapBodyLimit(maxMessageBytes: number): number {
  return Math.ceil((maxMessageBytes * 4) / 3) + 1024 * 1024;
}

export interface SoapRoutes {
  readonly door: Pick<SoapDoor, 'handle'>;
  readonly paths: readonly string[];
  /** With our own addresses in it. */
  readonly wsdl: () => string;
}

/** A contract over HTTP, and its WSDL: `?wsdl`, and for tools of SOAP 1.1 alone `?wsdl11`. */
export function soapRoutes(app: FastifyInstance, { door, paths, wsdl }: SoapRoutes): void {
  app.removeAllContentTypeParsers();
  // The door judges content types itself, so that a wrong one is refused as SOAP refuses.
  app.addContentTypeParser('*', (_request, body, done) => done(null, body));

  for (const path of paths) {
    app.post(path, async (request, reply) => {
      const body = request.body instanceof Readable ? request.body : Buffer.alloc(0);
      return replyWith(reply, await door.handle(body, request.headers));
    });
    app.get<{ Querystring: { readonly wsdl11?: unknown } }>(path, ({ query }, reply) =>
      reply.type('text/xml; charset=utf-8').send(query.wsdl11 === undefined ? wsdl() : withoutSoap12(wsdl())),
    );
  }
}

/** SOAP 1.1 and SOAP 1.2. */
export const E_OFFICE_PATHS = ['/eoffice/v1', '/eoffice/v1/soap12'];

/** Our contract with our own addresses in it. @param baseUrl `http://127.0.0.1:4100` */
export function eOfficeWsdl(baseUrl: string): string {
  return readFileSync(WSDL_PATH, 'utf8')
    .replace(/(<soap:address location=")[^"]*(")/gu, `$1${baseUrl}/eoffice/v1$2`)
    .replace(/(<soap12:address location=")[^"]*(")/gu, `$1${baseUrl}/eoffice/v1/soap12$2`);
}
