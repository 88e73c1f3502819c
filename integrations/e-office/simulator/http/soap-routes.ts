import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { WSDL_PATH } from '../../soap/contract-files.js';
import { replyWith } from '../../soap/reply.js';
import type { SoapDoor } from '../../soap/soap-door.js';

/** Base64 makes a message a third longer; a little more for what stands around it. */
export function soapBodyLimit(maxMessageBytes: number): number {
  return Math.ceil((maxMessageBytes * 4) / 3) + 1024 * 1024;
}

export interface SoapRoutes {
  readonly door: SoapDoor;
  /** `http://127.0.0.1:4100`, for the addresses in the WSDL. */
  readonly baseUrl: () => string;
}

/** The e-office contract over HTTP: SOAP 1.1, SOAP 1.2, and the WSDL for whoever asks. */
export function soapRoutes(app: FastifyInstance, { door, baseUrl }: SoapRoutes): void {
  app.removeAllContentTypeParsers();
  // The door judges content types itself, so that a wrong one is refused as SOAP refuses.
  app.addContentTypeParser('*', (_request, body, done) => done(null, body));

  for (const path of ['/eoffice/v1', '/eoffice/v1/soap12']) {
    app.post(path, async (request, reply) => {
      const body = request.body instanceof Readable ? request.body : Buffer.alloc(0);
      return replyWith(reply, await door.handle(body, request.headers));
    });
    app.get(path, (_request, reply) => reply.type('text/xml; charset=utf-8').send(wsdlAt(baseUrl())));
  }
}

/** The contract with our own addresses in it. */
function wsdlAt(baseUrl: string): string {
  return readFileSync(WSDL_PATH, 'utf8')
    .replace(/(<soap:address location=")[^"]*(")/gu, `$1${baseUrl}/eoffice/v1$2`)
    .replace(/(<soap12:address location=")[^"]*(")/gu, `$1${baseUrl}/eoffice/v1/soap12$2`);
}
