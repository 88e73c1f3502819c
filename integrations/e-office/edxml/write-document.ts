import type { Attachment, BusinessDetail, DocumentMessage } from '../../../src/exchange/ports/message.js';
import type { XmlPiece } from '../xml/xml-writing.js';
import { BUSINESS_TYPES, typeNumbers } from './code-lists.js';
import { writeMoment } from './edxml-time.js';
import { sniffType, typeByName } from './file-types.js';
import { oneLine } from './part.js';
import { day, edXml, el, line, lines, maybeLine, organ, reference, staffInfo } from './write-pieces.js';

/** A document message in the order of the standard's samples. */
export function documentXml(message: DocumentMessage): XmlPiece {
  return edXml(
    [
      el('edXMLHeader', [messageHeader(message), traceHeaderList(message)]),
      el('edXMLBody', [manifest(message.attachments)]),
    ],
    message.attachments.length === 0
      ? null
      : { name: 'AttachmentEncoded', content: message.attachments.map((file, index) => attachment(file, index)) },
  );
}

function messageHeader(message: DocumentMessage): XmlPiece {
  const { type, detail } = typeNumbers(message.typeName);
  return el('MessageHeader', [
    organ('From', message.from),
    ...message.to.map((to) => organ('To', to)),
    line('DocumentId', message.documentId),
    el('Code', [line('CodeNumber', message.codeNumber), line('CodeNotation', message.codeNotation)]),
    el('PromulgationInfo', [line('Place', message.place), day('PromulgationDate', message.promulgationDate)]),
    el('DocumentType', [
      line('Type', String(type)),
      line('TypeDetail', String(detail)),
      line('TypeName', message.typeName),
    ]),
    line('Subject', message.subject),
    lines('Content', message.content),
    signerInfo(message.signer),
    day('DueDate', message.dueDate),
    el('OtherInfo', [line('Priority', String(message.priority))]),
    ...message.responseFor.map(reference),
    toPlaces(message.toPlaces),
  ]);
}

function signerInfo(signer: DocumentMessage['signer']): XmlPiece | null {
  if (signer === undefined) return null;
  return el('SignerInfo', [
    maybeLine('Competence', signer.competence),
    maybeLine('Position', signer.position),
    line('FullName', signer.fullName),
  ]);
}

function toPlaces(places: DocumentMessage['toPlaces']): XmlPiece | null {
  const said = (places ?? []).filter((place) => oneLine(place) !== '');
  return said.length === 0
    ? null
    : el(
        'ToPlaces',
        said.map((place) => line('Place', place)),
      );
}

function traceHeaderList(message: DocumentMessage): XmlPiece | null {
  if (message.trace.length === 0) return null;
  const headers = message.trace.map(({ organId, at }) =>
    el('TraceHeader', [line('OrganId', organId), el('Timestamp', writeMoment(at))]),
  );
  return el('TraceHeaderList', [...headers, bussiness(message)]);
}

/** Spelled as the standard spells it. */
function bussiness({ business, businessDetail: detail = {} }: DocumentMessage): XmlPiece {
  return el('Bussiness', [
    maybeLine('DocumentId', detail.documentId),
    line('BussinessDocType', String(BUSINESS_TYPES.indexOf(business))),
    lines('BussinessDocReason', detail.reason),
    detail.paperFollows === undefined ? null : el('Paper', flag(detail.paperFollows)),
    updateInfo(detail.update),
    replacements(detail.replaces),
    staffInfo(detail.staff),
  ]);
}

function updateInfo(update: BusinessDetail['update']): XmlPiece | null {
  if (update === undefined) return null;
  const receivers = update.receiverList.map(({ organId, type }) =>
    el('Receiver', [line('OrganId', organId), el('ReceiverType', String(type))]),
  );
  return el('BussinessDocumentInfo', [
    el('DocumentInfo', flag(update.content)),
    el('DocumentReceiver', flag(update.receivers)),
    receivers.length === 0 ? null : el('ReceiverList', receivers),
  ]);
}

function replacements(replaced: BusinessDetail['replaces']): XmlPiece | null {
  if (replaced === undefined || replaced.length === 0) return null;
  const each = replaced.map(({ documentId, organIds }) =>
    el('ReplacementInfo', [
      line('DocumentId', documentId),
      el(
        'OrganIdList',
        organIds.map((organId) => line('OrganId', organId)),
      ),
    ]),
  );
  return el('ReplacementInfoList', each);
}

function manifest(attachments: readonly Attachment[]): XmlPiece {
  const references = attachments.map((file, index) =>
    el('Reference', [
      line('ContentId', contentId(index)),
      line('ContentType', contentType(file)),
      lines('Description', file.description),
      line('AttachmentName', file.name),
    ]),
  );
  return { ...el('edXMLManifest', references), attributes: { version: '1.0' } };
}

function attachment(file: Attachment, index: number): XmlPiece {
  return {
    name: 'Attachment',
    content: [
      plain('ContentId', contentId(index)),
      plain('AttachmentName', oneLine(file.name)),
      plain('Description', lines('Description', file.description).content),
      plain('ContentType', contentType(file)),
      plain('ContentTransferEncoded', file.content),
    ],
  };
}

/** An element of an attachment: without the prefix that `el` gives, as in the standard's samples. */
function plain(name: string, content: XmlPiece['content']): XmlPiece {
  return { name, content };
}

/** Untyped files get the type that their bytes, else their name, tell. */
function contentType({ contentType: given, content, name }: Attachment): string {
  return oneLine(given) || (sniffType(content) ?? typeByName(name));
}

/** By place in the message, so that the same message always gives the same bytes. */
function contentId(index: number): string {
  return `cid:${index + 1}`;
}

function flag(value: boolean): string {
  return value ? '1' : '0';
}
