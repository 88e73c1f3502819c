import type { StatusMessage } from '../../../src/exchange/ports/message.js';
import type { XmlPiece } from '../xml/xml-writing.js';
import { writeMoment } from './edxml-time.js';
import { edXml, el, line, lines, organ, reference, staffInfo } from './write-pieces.js';

/** A status message; its receiver is the agency named in ResponseFor, there is no To. */
export function statusXml(message: StatusMessage): XmlPiece {
  const header = el('MessageHeader', [
    organ('From', message.from),
    reference(message.responseFor),
    staffInfo(message.staff),
    line('StatusCode', message.status),
    message.description === undefined ? null : lines('Description', message.description),
    message.at === undefined ? null : el('Timestamp', writeMoment(message.at)),
  ]);
  return edXml([el('edXMLHeader', [header])], null);
}
