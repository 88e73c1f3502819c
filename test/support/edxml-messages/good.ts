import { EDXML_STATUSES } from '../../../src/exchange/ports/message.js';
import { docxOf } from '../office-writer.js';
import type { EdxmlCase } from './written-message.js';
import { agency, BUSINESS_NEW, documentText, PDF_FILE, prefixed, relay, statusText, tag } from './written-message.js';

const document = (name: string, text: string): EdxmlCase => ({ name, bytes: Buffer.from(text), kind: 'document' });
const status = (name: string, text: string): EdxmlCase => ({ name, bytes: Buffer.from(text), kind: 'status' });

const OURS = '000.00.03.H99';
const EARLIER = '000.00.07.H99,2026/03/02,9/SNV-VP';

const traced = (business: string): string =>
  tag('TraceHeaderList', relay('000.00.07.H99', '2026/03/20 16:30:15') + tag('Bussiness', business));

const REVOCATION = traced(tag('BussinessDocType', '1') + tag('BussinessDocReason', 'Phát hành nhầm'));
const UPDATE = traced(
  tag('DocumentId', EARLIER) +
    tag('BussinessDocType', '2') +
    tag('BussinessDocReason', 'Sửa nơi nhận') +
    tag('Paper', '0') +
    tag(
      'BussinessDocumentInfo',
      tag('DocumentInfo', '0') +
        tag('DocumentReceiver', '1') +
        tag('ReceiverList', tag('Receiver', tag('OrganId', OURS) + tag('ReceiverType', '1'))),
    ) +
    tag('StaffInfo', tag('Department', 'Văn phòng') + tag('Staff', 'Lê Thị Thử') + tag('Email', 'thu@snv.example')),
);
const REPLACEMENT = traced(
  tag('BussinessDocType', '3') +
    tag('BussinessDocReason', 'Thay văn bản đã gửi') +
    tag('Paper', '1') +
    tag(
      'ReplacementInfoList',
      [EARLIER, '000.00.07.H99,2026/03/03,10/SNV-VP']
        .map((id) => tag('ReplacementInfo', tag('DocumentId', id) + tag('OrganIdList', tag('OrganId', OURS))))
        .join(''),
    ),
);
const RELAYS = tag(
  'TraceHeaderList',
  relay('000.00.07.H99', '2026/03/20 16:30:15') +
    relay('000.00.00.H99', '2026/03/20 16:31:00') +
    relay('H99', '2026/03/20 16:31:42') +
    BUSINESS_NEW,
);
const REVERSED = [
  ...['DocumentId', 'OtherInfo', 'SignerInfo', 'Content', 'Subject', 'DocumentType'],
  ...['PromulgationInfo', 'Code', 'To', 'From'],
];
const ANSWERED = tag(
  'ResponseFor',
  tag('OrganId', OURS) +
    tag('Code', '513/SGDĐT-GDTrH') +
    tag('PromulgationDate', '2026/03/18') +
    tag('DocumentId', `${OURS},2026/03/18,513/SGDĐT-GDTrH`),
);
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const WORD_FILE = { id: 'tep-2', name: 'dự thảo.docx', type: DOCX, content: docxOf().toString('base64') };

/** Nothing in these is worth a word to a clerk. */
export const GOOD: readonly EdxmlCase[] = [
  document('a new document', documentText()),
  document('a revocation', documentText({ trace: REVOCATION, files: [], header: { ResponseFor: ANSWERED } })),
  document('an update', documentText({ trace: UPDATE })),
  document('a replacement of two documents', documentText({ trace: REPLACEMENT })),
  document('an answer to two documents', documentText({ header: { ResponseFor: ANSWERED + ANSWERED } })),
  document('children in reverse order', documentText({ order: REVERSED })),
  document('a prefix of its own', prefixed(documentText(), 'q1')),
  document(
    'business before the traces',
    documentText({ trace: tag('TraceHeaderList', BUSINESS_NEW + relay(OURS, '2026/03/20 16:30:15')) }),
  ),
  document('three relays on the way', documentText({ trace: RELAYS })),
  document(
    'codes of Decision 20/2020',
    documentText({ header: { From: agency('From', 'H99.7', 'Sở Nội vụ'), To: agency('To', 'H99.3', 'Sở Giáo dục') } }),
  ),
  document(
    'both generations of codes in one message',
    documentText({
      header: { To: agency('To', 'H99.3', 'Sở Giáo dục') + agency('To', '000.00.04.H99', 'Sở Tài chính') },
    }),
  ),
  document('no file', documentText({ files: [] })),
  document('two files, one of them Word', documentText({ files: [PDF_FILE, WORD_FILE] })),
  document(
    'a file in lines of 76 letters',
    documentText({ files: [{ ...PDF_FILE, content: PDF_FILE.content.replaceAll(/.{20}/gu, '$&\r\n') }] }),
  ),
  document(
    'file identifiers with cid: on one side only',
    documentText({
      references: tag(
        'Reference',
        tag('ContentId', 'tep-1') + tag('ContentType', PDF_FILE.type) + tag('AttachmentName', PDF_FILE.name),
      ),
    }),
  ),
  document('a byte order mark', `\ufeff${documentText()}`),
  document(
    'the highest priority, a day to answer, places',
    documentText({
      header: {
        OtherInfo: tag('OtherInfo', tag('Priority', '4') + tag('PageAmount', '2') + tag('PromulgationAmount', '1')),
        DueDate: tag('DueDate', '2026/04/01'),
        ToPlaces: tag('ToPlaces', tag('Place', 'Như trên') + tag('Place', 'Lưu: VT')),
        SteeringType: tag('SteeringType', '0'),
      },
    }),
  ),
  document(
    'a text of markup, escaped',
    documentText({ header: { Subject: tag('Subject', 'V/v &lt;b&gt; &amp; ]]&gt;') } }),
  ),
  document('a text in CDATA', documentText({ header: { Content: tag('Content', '<![CDATA[Lớp <6A> & <6B>]]>') } })),
  document('comments between elements', documentText().replaceAll('><', '><!-- . --><')),
  {
    name: 'UTF-16 with its mark',
    bytes: Buffer.from(`\ufeff${documentText().replace('UTF-8', 'UTF-16')}`, 'utf16le'),
    kind: 'document',
  },
  document('no XML declaration', documentText().replace(/^<\?xml.*?\?>/u, '')),
  ...EDXML_STATUSES.map((code) => status(`status ${code}`, statusText({ StatusCode: tag('StatusCode', code) }))),
  status(
    'a status in reverse order',
    statusText({}, ['Timestamp', 'Description', 'StatusCode', 'ResponseFor', 'From']),
  ),
  status('a status with a prefix', prefixed(statusText(), 'edXML')),
  status(
    'a status with the name of who can be asked',
    statusText({ StaffInfo: tag('StaffInfo', tag('Department', 'Văn phòng') + tag('Staff', 'Lê Thị Thử')) }),
  ),
];
