import type { FastifyInstance } from 'fastify';
import { EdocUnreadable, packed, unpacked } from '../../profiles/bkav-edoc/edoc-message.js';
import { ACTIONS, type EdocAction } from '../../profiles/bkav-edoc/wire.js';
import type { EDocDesk } from './e-doc-desk.js';

/** Where the wire of Bkav eDoc is spoken. */
export const E_DOC_PATH = '/edoc';

/** Which operation is meant, only the SOAPAction says; the answer is of the version of the request. */
export function eDocRoutes(app: FastifyInstance, desk: EDocDesk, bodyLimit: number): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));
  app.post(E_DOC_PATH, { bodyLimit }, async (request, reply) => {
    const action = actionOf(request.headers['soapaction']);
    if (action === null)
      return reply.code(500).type('text/plain').send('The endpoint reference (EPR) for the Operation not found');
    try {
      const open = unpacked(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0), request.headers);
      const { body, contentType } = packed(open.version, await desk.answer(action, open));
      return await reply.type(contentType).send(body);
    } catch (error) {
      if (!(error instanceof EdocUnreadable)) throw error;
      return reply.code(500).type('text/plain').send('org.apache.axis2.AxisFault: cannot read the message');
    }
  });
}

function actionOf(header: string | string[] | undefined): EdocAction | null {
  const named = [header].flat()[0]?.replace(/^"|"$/gu, '') ?? '';
  return ACTIONS.find((action) => action === named) ?? null;
}
