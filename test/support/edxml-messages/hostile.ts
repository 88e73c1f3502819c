import type { EdxmlCase, WrittenDocument } from './written-message.js';
import { documentText, PDF_FILE, reference, statusText, tag } from './written-message.js';

const refused = (name: string, source: string | Buffer, ...errors: readonly string[]): EdxmlCase => ({
  name,
  bytes: Buffer.from(source as string),
  kind: null,
  errors,
});
const document = (name: string, written: WrittenDocument, ...errors: readonly string[]): EdxmlCase => ({
  name,
  bytes: Buffer.from(documentText(written)),
  kind: 'document',
  errors,
});
const status = (name: string, header: Readonly<Record<string, string>>, ...errors: readonly string[]): EdxmlCase => ({
  name,
  bytes: Buffer.from(statusText(header)),
  kind: 'status',
  errors,
});

const MESSAGE = documentText();
const dressed = (doctype: string): string => MESSAGE.replace('?>', `?>${doctype}`);
const content = (base64: string): WrittenDocument => ({ files: [{ ...PDF_FILE, content: base64 }] });
const without = (name: string): WrittenDocument => ({ header: { [name]: '' } });
const LAUGHS = Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('');
const MANY = Array.from({ length: 100_000 }, (_, at) => reference({ ...PDF_FILE, id: `cid:${at}` })).join('');
const subject = (text: string): string => documentText({ header: { Subject: tag('Subject', text) } });

/** What is not taken, with the reason; none of it may cost more time or memory than a large honest message. */
export const HOSTILE: readonly EdxmlCase[] = [
  refused(
    'a file of the server through an entity',
    dressed('<!DOCTYPE edXML [<!ENTITY x SYSTEM "file:///etc/passwd">]>').replace('Đề nghị', '&x;'),
    'doctype',
  ),
  refused(
    'an entity of another server',
    dressed('<!DOCTYPE edXML [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>'),
    'doctype',
  ),
  refused('an outside DTD', dressed('<!DOCTYPE edXML SYSTEM "http://127.0.0.1:9/x.dtd">'), 'doctype'),
  refused(
    'a billion laughs',
    dressed(`<!DOCTYPE edXML [<!ENTITY a0 "lol">${LAUGHS}]>`).replace('Đề nghị', '&a9;'),
    'doctype',
  ),
  refused(
    'one entity of a megabyte, used often',
    dressed(`<!DOCTYPE edXML [<!ENTITY a "${'x'.repeat(2 ** 20)}">]>`).replace('Đề nghị', '&a;'.repeat(10_000)),
    'doctype',
  ),
  refused('a DOCTYPE in lower case', dressed('<!doctype edXML>'), 'doctype'),
  refused('an entity that nobody declared', subject('&xxe;'), 'not-well-formed'),
  refused('ten thousand levels', subject('<a>'.repeat(10_000) + '</a>'.repeat(10_000)), 'too-deep'),
  refused('a hundred thousand references', documentText({ references: MANY }), 'too-many-elements'),
  refused('a hundred thousand comments', subject('<!---->'.repeat(100_000)), 'too-many-elements'),
  refused('a hundred thousand instructions', subject('<?x?>'.repeat(100_000)), 'too-many-elements'),
  refused(
    'an attribute of four megabytes',
    MESSAGE.replace('version="1.0">', `version="${'1'.repeat(4 * 2 ** 20)}">`),
    'too-large',
  ),
  refused(
    'a hundred thousand attributes',
    MESSAGE.replace(
      'version="1.0">',
      `version="1.0" ${Array.from({ length: 100_000 }, (_, at) => `a${at}="1"`).join(' ')}>`,
    ),
    'too-many-elements',
  ),
  refused('a subject of four megabytes', subject('a'.repeat(4 * 2 ** 20)), 'too-large'),
  refused('more than fifty megabytes', documentText(content('A'.repeat(51 * 2 ** 20))), 'too-large'),
  refused('the namespace that nobody defined', documentText({ namespace: 'http://www.go.vn/eDoc' }), 'namespace'),
  refused('the namespace of the predecessor', documentText({ namespace: 'http://www.e-doc.vn/Schema/' }), 'namespace'),
  refused('no namespace', MESSAGE.replace(/ xmlns="[^"]*"/u, ''), 'namespace'),
  refused(
    'a SOAP envelope',
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body/></s:Envelope>',
    'namespace',
  ),
  refused('an HTML page', '<html><body><h1>502 Bad Gateway</h1></body></html>', 'namespace'),
  refused('an HTML page with its DOCTYPE', '<!DOCTYPE html><html><body><br></body></html>', 'doctype'),
  refused('nothing', '', 'not-well-formed'),
  refused('blanks', ' \n ', 'not-well-formed'),
  refused('JSON', '{"edXML": {}}', 'not-well-formed'),
  refused('a PDF', Buffer.from('%PDF-1.7\n\xe2\xe3\xcf\xd3\n', 'latin1'), 'encoding'),
  refused('a ZIP', Buffer.from('PK\x03\x04\x14\0\0\0\x08\0\xff\xfe', 'latin1'), 'encoding'),
  refused('a control character', subject('a\u0002b'), 'not-well-formed'),
  refused('a control character by reference', subject('a&#2;b'), 'not-well-formed'),
  refused('a null byte', subject('a\u0000b'), 'not-well-formed'),
  refused('half of a pair by reference', subject('a&#xD800;b'), 'not-well-formed'),
  refused(
    'two attributes of one name',
    MESSAGE.replace('version="1.0">', 'version="1.0" version="2.0">'),
    'not-well-formed',
  ),
  refused('two roots', MESSAGE + MESSAGE.replace(/^<\?xml.*?\?>/u, ''), 'not-well-formed'),
  refused('the second half left off', MESSAGE.slice(0, MESSAGE.length / 2), 'not-well-formed'),
  refused('a prefix that nobody bound', MESSAGE.replaceAll('Subject>', 'x:Subject>'), 'not-well-formed'),
  refused('UTF-7', Buffer.from(MESSAGE.replace('UTF-8', 'UTF-7'), 'latin1'), 'encoding'),
  refused('Windows-1258', Buffer.from(MESSAGE.replace('UTF-8', 'windows-1258'), 'latin1'), 'encoding'),
  refused(
    'bytes that are not UTF-8',
    Buffer.concat([Buffer.from(MESSAGE.slice(0, -8)), Buffer.from([0xc3, 0x28]), Buffer.from(MESSAGE.slice(-8))]),
    'encoding',
  ),
  refused(
    'UTF-16 cut in the middle of a letter',
    Buffer.from(`\ufeff${MESSAGE}`, 'utf16le').subarray(0, -1),
    'encoding',
  ),
  refused(
    'UTF-32',
    Buffer.from(Array.from(MESSAGE.slice(0, 400)).flatMap((letter) => [0, 0, 0, letter.charCodeAt(0) & 0xff])),
    'encoding',
  ),
  document('a file cut short', content('JVBERi0xL'), 'attachment-undecodable'),
  document('a file with a foreign letter', content('JVBERi0x*A=='), 'attachment-undecodable'),
  document('a file of base64url', content('JVBERi0-_w=='), 'attachment-undecodable'),
  document('a file with padding inside', content('JVBE=Ri0x'), 'attachment-undecodable'),
  document('a file that holds elements', content('<a>JVBERi0x</a>'), 'attachment-undecodable'),
  {
    name: 'a file without content',
    bytes: Buffer.from(MESSAGE.replace(/<ContentTransferEncoded>.*<\/ContentTransferEncoded>/u, '')),
    kind: 'document',
    errors: ['attachment-undecodable'],
  },
  document('no sender', without('From'), 'from-missing'),
  document(
    'a sender called null',
    { header: { From: tag('From', tag('OrganId', 'null') + tag('OrganName', 'x')) } },
    'from-missing',
  ),
  document('no receiver', without('To'), 'to-missing'),
  document('no number', without('Code'), 'code-missing'),
  document('no subject', without('Subject'), 'subject-missing'),
  document('a subject of blanks', { header: { Subject: tag('Subject', ' &#160; ') } }, 'subject-missing'),
  document(
    'nothing of what is needed',
    { header: { From: '', To: '', Code: '', Subject: '' } },
    'from-missing',
    'to-missing',
    'code-missing',
    'subject-missing',
  ),
  status('a status that does not exist', { StatusCode: tag('StatusCode', '99') }, 'status-unknown'),
  status('a status of a local failure', { StatusCode: tag('StatusCode', '999') }, 'status-unknown'),
  status('a status between two meanings', { StatusCode: tag('StatusCode', '07') }, 'status-unknown'),
  status('a status of nobody', { From: '' }, 'from-missing'),
  status('a status about nothing', { ResponseFor: '' }, 'code-missing'),
];
