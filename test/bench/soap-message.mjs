/** The SOAP message of the bench: one edXML file of a given size, as a counterpart sends it to us. */
import { createHash, randomBytes } from 'node:crypto';
import { NAMESPACE } from '../../dist/integrations/e-office/soap/contract.js';
import { ENVELOPE_NAMESPACE } from '../../dist/integrations/e-office/soap/envelope.js';
import { securityHeader } from '../../dist/integrations/e-office/soap/door/username-token.js';

export const ACCOUNT = { username: 'bench', password: 'mat-khau-do-toc-do' };
export const MAX_BYTES = 80 * 1024 * 1024;
export const EDXML = { start: '<e:edxml>', end: '</e:edxml>' };

export const HEADERS = { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${NAMESPACE}/SendMessage"` };

/** Whom the simulator knows. */
export const PARTIES = {
  host: '127.0.0.1',
  department: { agencyCode: '000.00.03.H24', name: 'Sở Giáo dục và Đào tạo' },
  hotline: { agencyCode: '000.00.22.H24', name: 'Tổng đài 1022' },
  leaders: [{ userCode: 'khanh.dq', name: 'Đỗ Quốc Khánh', position: 'Phó Giám đốc' }],
  clerk: { userCode: 'van-thu', name: 'Vũ Thị Lan', position: 'Văn thư' },
};

/** A reply of the department with one file of so many bytes. */
export function longReply(fileBytes) {
  const organ = ({ agencyCode: id, name }) => ({ id, name });
  return {
    kind: 'document',
    from: organ(PARTIES.department),
    to: [organ(PARTIES.hotline)],
    codeNumber: '513',
    codeNotation: 'SGDĐT-VP',
    place: 'Hải Phòng',
    promulgationDate: '2026-11-25',
    typeName: 'Công văn',
    subject: 'V/v trả lời phản ánh',
    priority: 0,
    responseFor: [],
    documentId: `${PARTIES.department.agencyCode},2026/11/25,${fileBytes}/SGDĐT-VP`,
    business: 'new',
    trace: [{ organId: PARTIES.department.agencyCode, at: new Date('2026-11-25T02:30:00Z') }],
    attachments: [{ name: 'phu-luc.bin', contentType: 'application/octet-stream', content: randomBytes(fileBytes) }],
  };
}

/** A boundary that no random file holds. */
const BOUNDARY = `bench-${randomBytes(16).toString('hex')}`;

/** Everything of a message but its security header, which must be new each time. */
export class Message {
  headers = HEADERS;

  constructor(fileBytes) {
    const file = randomBytes(fileBytes);
    const sha256 = createHash('sha256').update(file).digest('hex');
    this.sha256 = sha256;
    this.rest = Buffer.from(
      `<s:Body><e:SendMessage xmlns:e="${NAMESPACE}"><e:consignmentId>bench-0001</e:consignmentId>` +
        `<e:kind>document</e:kind><e:sha256>${sha256}</e:sha256>` +
        `${EDXML.start}${file.toString('base64')}${EDXML.end}</e:SendMessage></s:Body></s:Envelope>`,
    );
  }

  /** The parts in which one sending of it travels. */
  parts() {
    const header = securityHeader(ACCOUNT.username, ACCOUNT.password, new Date());
    const start = `<s:Envelope xmlns:s="${ENVELOPE_NAMESPACE['1.1']}"><s:Header>${header}</s:Header>`;
    return [Buffer.from(start), this.rest];
  }
}

/** How the head of the part that is the file ends. */
export const FILE_PART_HEAD = 'Content-ID: <file@bench>\r\n\r\n';

/** The same file in a part beside the envelope (MTOM). */
export class MessageInParts extends Message {
  headers = {
    ...HEADERS,
    'content-type': `multipart/related; type="application/xop+xml"; start-info="text/xml"; boundary="${BOUNDARY}"`,
  };

  constructor(fileBytes) {
    super(fileBytes);
    const [before, rest] = this.rest.toString('latin1').split(EDXML.start);
    const [base64, after] = rest.split(EDXML.end);
    const include = '<i:Include xmlns:i="http://www.w3.org/2004/08/xop/include" href="cid:file@bench"/>';
    this.rest = Buffer.concat([
      Buffer.from(`${before}${EDXML.start}${include}${EDXML.end}${after}\r\n`, 'latin1'),
      head('application/octet-stream', 'file@bench'),
      Buffer.from(base64, 'base64'),
      Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
    ]);
  }

  parts() {
    return [head('application/xop+xml; charset=UTF-8; type="text/xml"', 'root@bench'), ...super.parts()];
  }
}

function head(contentType, id) {
  return Buffer.from(`--${BOUNDARY}\r\nContent-Type: ${contentType}\r\nContent-ID: <${id}>\r\n\r\n`);
}
