import { EDXML_NAMESPACE } from '../../../integrations/e-office/edxml/part.js';

/** What `hoi-am edxml check` must say of one message. */
export interface EdxmlCase {
  readonly name: string;
  readonly bytes: Buffer;
  readonly kind: 'document' | 'status' | null;
  /** Codes of the errors, each once; the message is acceptable exactly when there are none. */
  readonly errors?: readonly string[];
  /** Codes of the warnings, each once. */
  readonly warnings?: readonly string[];
}

export interface WrittenFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** base64, as it stands in the message */
  readonly content: string;
}

type Parts = Readonly<Record<string, string>>;

/** The parts of a document message, each of which a case may write in its own way or leave out with an empty text. */
export interface WrittenDocument {
  readonly header?: Parts;
  /** Names of header parts in the order of writing; default: that of the standard's samples. */
  readonly order?: readonly string[];
  readonly trace?: string;
  readonly references?: string;
  readonly files?: readonly WrittenFile[];
  readonly namespace?: string;
}

export const PDF_FILE: WrittenFile = {
  id: 'cid:tep-1',
  name: 'cv-15.pdf',
  type: 'application/pdf',
  content: Buffer.from('%PDF-1.7\n% công văn thử\n%%EOF\n').toString('base64'),
};

export function tag(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

export function agency(name: 'From' | 'To', id: string, organName: string): string {
  return tag(name, `${tag('OrganId', id)}${tag('OrganName', organName)}${tag('OrganAdd', 'Số 2, đường Thử')}`);
}

export const BUSINESS_NEW = tag('Bussiness', `${tag('BussinessDocType', '0')}${tag('BussinessDocReason', 'Gửi mới')}`);

export function relay(organId: string, at: string): string {
  return tag('TraceHeader', tag('OrganId', organId) + tag('Timestamp', at));
}

export const TRACE = tag('TraceHeaderList', relay('000.00.07.H99', '2026/03/20 16:30:15') + BUSINESS_NEW);

const HEADER: Parts = {
  From: agency('From', '000.00.07.H99', 'Sở Nội vụ'),
  To: agency('To', '000.00.03.H99', 'Sở Giáo dục và Đào tạo'),
  Code: tag('Code', tag('CodeNumber', '15') + tag('CodeNotation', 'SNV-VP')),
  PromulgationInfo: tag('PromulgationInfo', tag('Place', 'Hải Phòng') + tag('PromulgationDate', '2026/03/20')),
  DocumentType: tag('DocumentType', tag('Type', '2') + tag('TypeDetail', '18') + tag('TypeName', 'Công văn')),
  Subject: tag('Subject', 'V/v phối hợp trả lời phản ánh của tổ chức, cá nhân'),
  Content: tag('Content', 'Đề nghị phối hợp.'),
  SignerInfo: tag('SignerInfo', tag('Position', 'GIÁM ĐỐC') + tag('FullName', 'Nguyễn Văn Thử')),
  OtherInfo: tag('OtherInfo', tag('Priority', '0')),
  DocumentId: tag('DocumentId', '000.00.07.H99,2026/03/20,15/SNV-VP'),
};

/** A document message as a stranger writes it: no prefixes, one line, nothing of our own writer. */
export function documentText({
  header = {},
  order,
  trace = TRACE,
  files = [PDF_FILE],
  references = files.map(reference).join(''),
  namespace = EDXML_NAMESPACE,
}: WrittenDocument = {}): string {
  const parts = { ...HEADER, ...header };
  const written = (order ?? Object.keys(parts)).map((name) => parts[name] ?? '').join('');
  const envelope =
    tag('edXMLHeader', tag('MessageHeader', written) + trace) +
    tag('edXMLBody', `<edXMLManifest version="1.0">${references}</edXMLManifest>`);
  const attached = files.length === 0 ? '' : tag('AttachmentEncoded', files.map(attachment).join(''));
  return `<?xml version="1.0" encoding="UTF-8"?><edXML xmlns="${namespace}">${tag('edXMLEnvelope', envelope)}${attached}</edXML>`;
}

const STATUS_HEADER: Parts = {
  From: agency('From', '000.00.07.H99', 'Sở Nội vụ'),
  ResponseFor: tag(
    'ResponseFor',
    tag('OrganId', '000.00.03.H99') +
      tag('Code', '513/SGDĐT-GDTrH') +
      tag('PromulgationDate', '2026/03/20') +
      tag('DocumentId', '000.00.03.H99,2026/03/20,513/SGDĐT-GDTrH'),
  ),
  StatusCode: tag('StatusCode', '03'),
  Description: tag('Description', 'Đã tiếp nhận'),
  Timestamp: tag('Timestamp', '2026/03/21 08:00:00'),
};

export function statusText(header: Parts = {}, order?: readonly string[]): string {
  const parts = { ...STATUS_HEADER, ...header };
  const written = (order ?? Object.keys(parts)).map((name) => parts[name] ?? '').join('');
  const envelope = tag('edXMLEnvelope', tag('edXMLHeader', tag('MessageHeader', written)));
  return `<?xml version="1.0" encoding="UTF-8"?><edXML xmlns="${EDXML_NAMESPACE}">${envelope}</edXML>`;
}

export function attachment({ id, name, type, content }: WrittenFile): string {
  const facts =
    tag('ContentId', id) + tag('AttachmentName', name) + tag('Description', name) + tag('ContentType', type);
  return tag('Attachment', facts + tag('ContentTransferEncoded', content));
}

export function reference({ id, name, type }: WrittenFile): string {
  const facts = tag('ContentId', id) + tag('ContentType', type) + tag('Description', name);
  return tag('Reference', facts + tag('AttachmentName', name));
}

/** The same text with a prefix before every element of its own. */
export function prefixed(text: string, prefix: string): string {
  return text.replaceAll(/<(\/?)(?=[A-Za-z])/gu, `<$1${prefix}:`).replaceAll(' xmlns="', ` xmlns:${prefix}="`);
}
