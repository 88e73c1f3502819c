import { zipOf } from '../zip-writer.js';
import type { EdxmlCase, WrittenDocument } from './written-message.js';
import { agency, BUSINESS_NEW, documentText, PDF_FILE, reference, relay, statusText, tag } from './written-message.js';

const odd = (name: string, written: WrittenDocument, ...warnings: readonly string[]): EdxmlCase => ({
  name,
  bytes: Buffer.from(documentText(written)),
  kind: 'document',
  warnings,
});
const text = (name: string, source: string, ...warnings: readonly string[]): EdxmlCase => ({
  name,
  bytes: Buffer.from(source),
  kind: 'document',
  warnings,
});
const status = (name: string, header: Readonly<Record<string, string>>, ...warnings: readonly string[]): EdxmlCase => ({
  name,
  bytes: Buffer.from(statusText(header)),
  kind: 'status',
  warnings,
});

const header = (name: string, content: string): WrittenDocument => ({
  header: { [name]: content === '' ? '' : tag(name, content) },
});
const traces = (content: string): WrittenDocument => ({ trace: tag('TraceHeaderList', content) });
const file = (change: Partial<typeof PDF_FILE>): WrittenDocument => ({ files: [{ ...PDF_FILE, ...change }] });

const AT = '2026/03/20 16:30:15';
const ANSWERED = tag('OrganId', '000.00.03.H99') + tag('Code', '5/SGDĐT') + tag('PromulgationDate', '2026/03/01');
const ZIP = zipOf([{ name: 'thu.edxml', content: Buffer.from('<edXML/>') }]).toString('base64');
const PNG = Buffer.from('\x89PNG\r\n\x1a\n....', 'latin1').toString('base64');

/** What agencies really send against the standard: taken, and said. */
export const ODD: readonly EdxmlCase[] = [
  odd(
    'a trace without agency',
    traces(tag('TraceHeader', tag('Timestamp', AT)) + BUSINESS_NEW),
    'trace-agency-missing',
    'grammar',
  ),
  odd('a trace of the agency "null"', traces(relay('null', AT) + BUSINESS_NEW), 'trace-agency-missing'),
  odd('no business', traces(relay('000.00.07.H99', AT)), 'business-missing'),
  odd('no trace list', { trace: '' }, 'business-missing', 'trace-missing'),
  odd('a business without traces', traces(BUSINESS_NEW), 'trace-missing', 'grammar'),
  odd(
    'a business of no known kind',
    traces(relay('000.00.07.H99', AT) + tag('Bussiness', tag('BussinessDocType', '7'))),
    'business-unknown',
    'grammar',
  ),
  odd(
    'business with one s',
    traces(relay('000.00.07.H99', AT) + tag('Business', tag('BusinessDocType', '0'))),
    'grammar',
  ),
  odd(
    'a trace in ISO 8601 with zone',
    traces(relay('000.00.07.H99', '2026-03-20T09:30:15Z') + BUSINESS_NEW),
    'time-form',
    'grammar',
  ),
  odd(
    'a trace without moment',
    traces(tag('TraceHeader', tag('OrganId', '000.00.07.H99')) + BUSINESS_NEW),
    'time-unreadable',
    'grammar',
  ),
  odd(
    'a trace of the 30th of February',
    traces(relay('000.00.07.H99', '2026/02/30 08:00:00') + BUSINESS_NEW),
    'time-unreadable',
  ),
  odd(
    'an agency without name',
    { header: { From: tag('From', tag('OrganId', '000.00.07.H99')) } },
    'agency-name-missing',
  ),
  odd(
    'a receiver without code beside a good one',
    { header: { To: tag('To', tag('OrganName', 'Sở Y tế')) + agency('To', '000.00.03.H99', 'Sở Giáo dục') } },
    'to-without-code',
    'grammar',
  ),
  odd(
    'the same receiver twice',
    { header: { To: agency('To', 'H99.3', 'Sở Giáo dục') + agency('To', 'H99.3', 'Sở Giáo dục') } },
    'to-twice',
  ),
  odd(
    'a code of no generation',
    { header: { From: agency('From', '000/07 H99', 'Sở Nội vụ') } },
    'agency-code-form',
    'grammar',
  ),
  odd('a UUID for document id', header('DocumentId', '9fbfbad2-f1f8-4256-a2eb-50fb1061cddb')),
  odd('no document id', header('DocumentId', ''), 'document-id-missing'),
  odd(
    'a moment for a number',
    header('Code', tag('CodeNumber', '20260320163015123') + tag('CodeNotation', 'SNV-VP')),
    'too-long',
  ),
  odd(
    'a number without notation',
    header('Code', tag('CodeNumber', '15') + tag('CodeNotation', '')),
    'code-half',
    'grammar',
  ),
  odd(
    'a day first',
    header('PromulgationInfo', tag('Place', 'Hải Phòng') + tag('PromulgationDate', '20/03/2026')),
    'date-form',
    'grammar',
  ),
  odd(
    'no day of issue',
    header('PromulgationInfo', tag('Place', 'Hải Phòng') + tag('PromulgationDate', '')),
    'date-missing',
    'grammar',
  ),
  odd('a day that does not exist', header('DueDate', '2026/02/30'), 'date-unreadable'),
  odd(
    'Type 18 for a công văn',
    header('DocumentType', tag('Type', '18') + tag('TypeDetail', '0') + tag('TypeName', 'Công văn')),
  ),
  odd('no name of the type', header('DocumentType', tag('Type', '2') + tag('TypeDetail', '18')), 'type-name-missing'),
  odd('no type', header('DocumentType', ''), 'type-name-missing', 'grammar'),
  odd('priority 5', header('OtherInfo', tag('Priority', '5')), 'priority-unknown'),
  odd('a priority in words', header('OtherInfo', tag('Priority', 'Khẩn')), 'priority-unknown', 'grammar'),
  odd('a subject beyond 500 characters', header('Subject', 'ă'.repeat(501)), 'too-long'),
  odd('an unknown element', header('Secret', 'Mật'), 'grammar'),
  odd('a document id twice in a reference', header('ResponseFor', ANSWERED + tag('DocumentId', 'a').repeat(2))),
  odd(
    'an empty signature',
    { trace: `${traces(relay('000.00.07.H99', AT) + BUSINESS_NEW).trace ?? ''}<DigitalSignature/>` },
    'signature-not-checked',
  ),
  odd(
    'a signature cut short',
    {
      trace: `${traces(relay('000.00.07.H99', AT) + BUSINESS_NEW).trace ?? ''}<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignatureValue>MIIF</SignatureValue></Signature>`,
    },
    'signature-not-checked',
  ),
  odd(
    'a ZIP that is named .doc',
    file({ name: 'quyet-dinh.doc', type: 'application/zip', content: ZIP }),
    'attachment-type',
  ),
  odd(
    'a ZIP that is named .docx',
    file({ name: 'cv.docx', type: 'application/msword', content: ZIP }),
    'attachment-type',
  ),
  odd('a picture called PDF', file({ content: PNG }), 'attachment-type'),
  odd('an empty file', file({ content: '' }), 'attachment-empty'),
  odd('a file without name', file({ name: '' }), 'attachment-name', 'grammar'),
  odd('a file named to climb', file({ name: '../../etc/cron.d/tệp.pdf' }), 'attachment-name'),
  odd('a name that turns its reading direction', file({ name: 'cv\u202efdp.pdf' }), 'attachment-name'),
  odd(
    'two files of one identifier',
    { files: [PDF_FILE, { ...PDF_FILE, name: 'cv-16.pdf' }] },
    'attachment-id-twice',
    'reference-name',
  ),
  odd(
    'a reference to no file',
    { references: reference(PDF_FILE) + reference({ ...PDF_FILE, id: 'cid:9' }) },
    'reference-without-attachment',
  ),
  odd(
    'a reference with another identifier',
    { references: reference({ ...PDF_FILE, id: 'cid:9' }) },
    'reference-without-attachment',
    'attachment-without-reference',
  ),
  odd('a file that no reference names', { references: '' }, 'attachment-without-reference'),
  odd('another name in the reference', { references: reference({ ...PDF_FILE, name: 'khác.pdf' }) }, 'reference-name'),
  text('UTF-8 that calls itself UTF-16', documentText().replace('UTF-8', 'utf-16'), 'encoding-label'),
  text(
    'files inside the envelope',
    documentText().replace(/<\/edXMLEnvelope>(<AttachmentEncoded>.*<\/AttachmentEncoded>)/su, '$1</edXMLEnvelope>'),
    'grammar',
  ),
  status('a status of one digit', { StatusCode: tag('StatusCode', '1') }, 'status-form', 'grammar'),
  status('a status without moment', { Timestamp: '' }, 'time-unreadable', 'grammar'),
  status(
    'a status that names its document by code alone',
    { ResponseFor: tag('ResponseFor', tag('OrganId', '000.00.03.H99') + tag('Code', '5/SGDĐT')) },
    'reference-half',
    'grammar',
  ),
  status('a status that also has a receiver', { To: agency('To', '000.00.03.H99', 'Sở Giáo dục') }, 'grammar'),
];
