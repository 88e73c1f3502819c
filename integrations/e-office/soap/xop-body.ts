import { randomBytes } from 'node:crypto';
import { XOP_TYPE } from '../mime/gather-xop.js';
import { readMediaType } from '../mime/media-type.js';
import { XOP_NAMESPACE } from '../xml/included-parts.js';
import type { SoapVersion } from './envelope.js';
import { CONTENT_TYPE } from './envelope.js';
import { asTheyAre, filledIn, taken } from './client/outgoing-body.js';
import type { OutgoingBody } from './client/outgoing-body.js';
import type { WireXml } from './client/write-wire.js';

/** A message with its content type. */
export interface Packaged {
  readonly contentType: string;
  readonly body: OutgoingBody;
}

const CRLF = '\r\n';
const HOST = 'hoi-am';

/** The envelope alone, its files in it as base64. */
export function inlined(version: SoapVersion, { xml, bytesByName }: WireXml): Packaged {
  return { contentType: CONTENT_TYPE[version], body: filledIn(xml, bytesByName) };
}

/**
 * The envelope with its files in parts beside it, byte by byte (SOAP Message Transmission Optimization Mechanism, W3C 2005). The boundary cannot be
 * guessed, so that no file holds it.
 *
 * @param action of SOAP 1.2, which stands in the content type
 */
export function packagedInParts(version: SoapVersion, { xml, bytesByName }: WireXml, action?: string): Packaged {
  const { type } = readMediaType(CONTENT_TYPE[version]);
  const boundary = `HoiAm_${randomBytes(24).toString('hex')}`;
  const root = `phong-bi@${HOST}`;
  const head = (contentType: string, id: string): Buffer =>
    Buffer.from(
      `--${boundary}${CRLF}Content-Type: ${contentType}${CRLF}Content-Transfer-Encoding: binary${CRLF}Content-ID: <${id}>${CRLF}${CRLF}`,
    );
  const idOf = (index: number): string => `tep-${String(index + 1)}@${HOST}`;
  const envelope = taken(xml, [...bytesByName.keys()]).map((text, index) => {
    const include = `<xop:Include xmlns:xop="${XOP_NAMESPACE}" href="cid:${encodeURIComponent(idOf(index))}"/>`;
    return Buffer.from(index < bytesByName.size ? text + include : text);
  });
  const files = [...bytesByName.values()].flatMap((bytes, index) => [
    Buffer.from(CRLF),
    head('application/octet-stream', idOf(index)),
    bytes,
  ]);
  const rootType = `${XOP_TYPE}; charset=UTF-8; type="${type}"`;
  const end = Buffer.from(`${CRLF}--${boundary}--${CRLF}`);
  const named = action === undefined ? '' : `; action="${action}"`;
  return {
    contentType: `multipart/related; type="${XOP_TYPE}"; boundary="${boundary}"; start="<${root}>"; start-info="${type}"${named}`,
    body: asTheyAre([head(rootType, root), ...envelope, ...files, end]),
  };
}
