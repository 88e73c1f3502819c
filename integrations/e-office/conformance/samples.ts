import { randomBytes } from 'node:crypto';
import { sha256Of } from '../../../src/kernel/sha256.js';
import { civilDateOf } from '../../../src/kernel/civil-date.js';
import { MemoryBytes } from '../../../src/kernel/held-bytes.js';
import { EdxmlCodec } from '../edxml/edxml-codec.js';
import type { SendMessageRequest } from '../soap/contract.js';
import type { SubmitForSignatureRequest } from '../soap/signature-contract.js';
import type { FileContent } from '../soap/contract-parts.js';

/** An id that no run before has used. */
export function freshId(what: string): string {
  return `CONF-${what}-${randomBytes(6).toString('hex')}`;
}

export interface Letter {
  readonly from: string;
  readonly to: string;
  readonly at: Date;
  readonly subject?: string;
}

/** A short document message of edXML with one attachment, all of it invented. */
export function aLetter({ from, to, at, subject = 'V/v thử liên thông (tin thử, không có giá trị)' }: Letter): Buffer {
  const day = civilDateOf(at);
  const codeNumber = String(randomBytes(4).readUInt32BE());
  return new EdxmlCodec().write({
    kind: 'document',
    from: { id: from, name: 'Cơ quan thử liên thông' },
    to: [{ id: to, name: 'Cơ quan nhận thử' }],
    codeNumber,
    codeNotation: 'THU-NGHIEM',
    place: 'Hải Phòng',
    promulgationDate: day,
    typeName: 'Công văn',
    subject,
    priority: 0,
    responseFor: [],
    documentId: `${from},${day.replaceAll('-', '/')},${codeNumber}/THU-NGHIEM`,
    business: 'new',
    trace: [{ organId: from, at }],
    attachments: [{ name: 'thu.pdf', contentType: 'application/pdf', content: EMPTY_PDF }],
  });
}

export function aConsignment(edxml: Buffer, consignmentId = freshId('OUT')): SendMessageRequest {
  return { consignmentId, kind: 'document', sha256: sha256Of(edxml), edxml: new MemoryBytes(edxml) };
}

export function aFile(content: Buffer = EMPTY_PDF, more: Partial<FileContent> = {}): FileContent {
  return {
    fileId: 'thu-1',
    fileName: 'thu-lien-thong.pdf',
    contentType: 'application/pdf',
    size: content.length,
    sha256: sha256Of(content),
    role: 'main',
    content: new MemoryBytes(content),
    ...more,
  };
}

export function aSubmission(
  userCode: string,
  more: Partial<SubmitForSignatureRequest> = {},
): SubmitForSignatureRequest {
  return {
    clientRequestId: freshId('SIGN'),
    documentTypeCode: 'cong-van',
    subject: 'V/v thử liên thông (văn bản thử, xin đừng ký)',
    notation: 'THU-NGHIEM',
    priority: 0,
    preparedBy: 'thu-lien-thong',
    signer: [{ order: 1, userCode, action: 'sign', fileId: [] }],
    recipient: [],
    file: [aFile()],
    ...more,
  };
}

/** One empty page of A4. */
const EMPTY_PDF = Buffer.from(
  [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj',
    'xref',
    '0 4',
    '0000000000 65535 f ',
    '0000000009 00000 n ',
    '0000000052 00000 n ',
    '0000000101 00000 n ',
    'trailer<</Size 4/Root 1 0 R>>',
    'startxref',
    '164',
    '%%EOF\n',
  ].join('\n'),
  'latin1',
);
