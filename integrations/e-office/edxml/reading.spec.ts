import fc from 'fast-check';
import { checkProperty } from '../../../test/support/check-property.js';
import type { FormFinding } from '../../../src/exchange/ports/message-codec.port.js';
import { EDXML_STATUSES } from '../../../src/exchange/ports/message.js';
import type { DocumentMessage } from '../../../src/exchange/ports/message.js';
import { EdxmlCodec } from './edxml-codec.js';
import { REPLY, STATUS, UPDATE } from './golden/messages.js';

const codec = new EdxmlCodec();
const reply = codec.write(REPLY).toString('utf8');
const status = codec.write(STATUS).toString('utf8');

const read = (text: string) => codec.read(Buffer.from(text, 'utf8'));
const codes = (findings: readonly FormFinding[]): string[] => findings.map(({ code }) => code);
const without = (element: string) =>
  reply.replaceAll(new RegExp(`<(edXML:)?${element}>.*?</(edXML:)?${element}>`, 'gsu'), '');
const withText = (element: string, text: string, source = reply) =>
  source.replace(
    new RegExp(`(<(?:edXML:)?${element}>).*?(</)`, 'su'),
    (_all, open: string, close: string) => open + text + close,
  );

describe('the hard list', () => {
  it.each([
    ['no sender', without('From'), 'from-missing'],
    ['a sender without code', reply.replace('000.00.03.H99', ''), 'from-missing'],
    ['no receiver', without('To'), 'to-missing'],
    ['no number and notation', without('Code'), 'code-missing'],
    ['no subject', without('Subject'), 'subject-missing'],
    ['a blank subject', withText('Subject', ' \n '), 'subject-missing'],
    ['a file that is not base64', withText('ContentTransferEncoded', 'không phải base64'), 'attachment-undecodable'],
    ['a file cut in the middle', withText('ContentTransferEncoded', 'JVBERi0xL'), 'attachment-undecodable'],
    ['a file with foreign characters', withText('ContentTransferEncoded', 'JVBE*i0x'), 'attachment-undecodable'],
    ['a file with no content', without('ContentTransferEncoded'), 'attachment-undecodable'],
    [
      'a foreign namespace',
      reply.replaceAll('http://www.mic.gov.vn/TBT/QCVN_102_2016', 'http://www.go.vn/eDoc'),
      'namespace',
    ],
    [
      'the prefix bound to a foreign namespace',
      reply.replace('xmlns:edXML="http://www.mic', 'xmlns:edXML="http://www.nic'),
      'from-missing',
    ],
    ['a foreign root', '<edXMLEnvelope xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016"/>', 'namespace'],
    ['a DOCTYPE', reply.replace('<edXML ', '<!DOCTYPE edXML [<!ENTITY x "y">]><edXML '), 'doctype'],
    ['an outside entity', reply.replace('<edXML ', '<!DOCTYPE edXML SYSTEM "file:///etc/passwd"><edXML '), 'doctype'],
    ['a truncated file', reply.slice(0, -40), 'not-well-formed'],
    ['a control character', withText('Subject', 'a\u0002b'), 'not-well-formed'],
    ['elements without end', withText('Subject', '<a>'.repeat(100) + '</a>'.repeat(100)), 'too-deep'],
    ['a status without a known meaning', withText('StatusCode', '07', status), 'status-unknown'],
    ['a status without a code', status.replace(/<edXML:StatusCode>.*?<\/edXML:StatusCode>/u, ''), 'status-unknown'],
    ['a status about nothing', status.replace(/<edXML:ResponseFor>.*<\/edXML:ResponseFor>/su, ''), 'code-missing'],
  ])('refuses %s', (_what, source, code) => {
    const outcome = read(source);

    expect(outcome.message).toBeNull();
    expect(codes(outcome.errors)).toContain(code);
    expect(outcome.errors.every(({ message }) => /^\p{Lu}.*\.$/u.test(message))).toBe(true);
  });

  it('names every reason at once, and the kind', () => {
    const outcome = read(reply.replaceAll(/<edXML:(From|Subject|To)>.*?<\/edXML:\1>/gsu, ''));

    expect(outcome).toMatchObject({ message: null, kind: 'document' });
    expect(codes(outcome.errors)).toEqual(['from-missing', 'to-missing', 'subject-missing']);
  });
});

describe('what is forgiven, with a warning', () => {
  it.each<readonly [string, string, string, Partial<DocumentMessage>]>([
    ['no name of an agency', without('OrganName'), 'agency-name-missing', { codeNumber: '513' }],
    [
      'day before month',
      withText('PromulgationDate', '20/03/2026'),
      'date-form',
      { promulgationDate: REPLY.promulgationDate },
    ],
    ['an ISO day', withText('DueDate', '2026-03-27T00:00:00'), 'date-form', { dueDate: REPLY.dueDate }],
    ['a day that does not exist', withText('DueDate', '2026/02/30'), 'date-unreadable', {}],
    ['no date of issue', withText('PromulgationDate', ''), 'date-missing', {}],
    ['no type name', withText('TypeName', ''), 'type-name-missing', { typeName: 'Công văn' }],
    [
      'a type given by another list',
      withText('Type', '18', withText('TypeDetail', '0', withText('TypeName', ''))),
      'type-name-missing',
      { typeName: 'Công văn' },
    ],
    ['a priority outside the list', withText('Priority', '5'), 'priority-unknown', { priority: 0 }],
    ['no document identifier', withText('DocumentId', ''), 'document-id-missing', { documentId: REPLY.documentId }],
    [
      'an identifier of another make',
      withText('DocumentId', '9fbfbad2-f1f8-4256-a2eb-50fb1061cddb'),
      '',
      { documentId: '9fbfbad2-f1f8-4256-a2eb-50fb1061cddb' },
    ],
    ['a number without notation', withText('CodeNotation', ''), 'code-half', { codeNotation: '' }],
    ['no business', without('Bussiness'), 'business-missing', { business: 'new' }],
    ['no trace', without('TraceHeaderList'), 'trace-missing', { trace: [], business: 'new' }],
    [
      'a trace of nobody',
      withText('Timestamp', '20/03/2026 16:30:15').replace(
        '<edXML:OrganId>000.00.03.H99</edXML:OrganId>\n          <edXML:Timestamp>',
        '<edXML:OrganId>null</edXML:OrganId><edXML:Timestamp>',
      ),
      'trace-agency-missing',
      { trace: [{ organId: '', at: REPLY.trace[0]!.at }] },
    ],
    ['a moment in ISO with zone', withText('Timestamp', '2026-03-20T09:30:15Z'), 'time-form', { trace: REPLY.trace }],
    ['an unknown business', withText('BussinessDocType', '9'), 'business-unknown', { business: 'new' }],
    [
      'an unknown element',
      reply.replace('<edXML:Subject>', '<edXML:Secret>x</edXML:Secret><edXML:Subject>'),
      'grammar',
      { subject: REPLY.subject },
    ],
    ['a subject beyond the length', withText('Subject', 'ă'.repeat(501)), 'too-long', { subject: 'ă'.repeat(501) }],
    [
      'a signature that nobody checked',
      reply.replace(
        '</edXML:edXMLHeader>',
        '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/></edXML:edXMLHeader>',
      ),
      'signature-not-checked',
      {},
    ],
    ['a declaration of another encoding', reply.replace('encoding="UTF-8"', 'encoding="utf-16"'), 'encoding-label', {}],
    ['the same receiver twice', reply.replace(/<edXML:To>.*?<\/edXML:To>/su, (to) => to + to), 'to-twice', {}],
  ])('%s', (_what, source, code, expected) => {
    const outcome = read(source);

    expect(outcome.errors).toEqual([]);
    expect(outcome.message).toMatchObject(expected);
    if (code !== '') expect(codes(outcome.warnings)).toContain(code);
  });

  it.each([
    [
      'a wrong number',
      withText(
        'PageAmount',
        'x',
        reply.replace('<edXML:Priority>', '<edXML:PageAmount>1</edXML:PageAmount><edXML:Priority>'),
      ),
      'MessageHeader/OtherInfo',
      'Phần tử OtherInfo thừa, hoặc nội dung của nó sai.',
    ],
    [
      'a wrong day',
      withText('PromulgationDate', '20/03/2026'),
      'MessageHeader/PromulgationInfo/PromulgationDate',
      'Giá trị không đúng dạng quy định.',
    ],
    [
      'an unknown element',
      reply.replace('<edXML:Subject>', '<edXML:Secret>x</edXML:Secret><edXML:Subject>'),
      'MessageHeader/Secret',
      'Phần tử không có trong quy chuẩn, hoặc thừa ở vị trí này.',
    ],
    ['a missing element', without('DocumentType'), 'MessageHeader', 'Thiếu phần tử DocumentType.'],
  ])('says where the grammar objects: %s', (_what, source, path, sentence) => {
    const finding = {
      code: 'grammar',
      path: `edXML/edXMLEnvelope/edXMLHeader/${path}`,
      message: `Không khớp QCVN 102: ${sentence}`,
    };
    const unprefixed = source.replaceAll('edXML:', '').replace('xmlns:edXML=', 'xmlns=');

    expect(read(source).warnings).toContainEqual(finding);
    expect(read(unprefixed).warnings).toContainEqual(finding);
  });

  it.each(EDXML_STATUSES.filter((code) => code.startsWith('0')).map((code) => [code]))(
    'status %s without its zero',
    (code) => {
      const outcome = read(withText('StatusCode', code.slice(1), status));

      expect(outcome.message).toMatchObject({ status: code });
      expect(codes(outcome.warnings)).toContain('status-form');
    },
  );

  it('a status without a moment has none', () => {
    const outcome = read(withText('Timestamp', '', status));

    expect(outcome.message).not.toHaveProperty('at');
    expect(codes(outcome.warnings)).toContain('time-unreadable');
  });
});

describe('one message, many writers', () => {
  it.each([
    ['another prefix', reply.replaceAll('edXML:', 'q1:').replace('xmlns:edXML', 'xmlns:q1')],
    ['no prefix', reply.replaceAll('edXML:', '').replace('xmlns:edXML=', 'xmlns=')],
    ['business with one s', reply.replaceAll('Bussiness>', 'Business>').replaceAll('BussinessDoc', 'BusinessDoc')],
    ['a comment in every corner', reply.replaceAll('><', '><!-- x --><')],
    ['file identifiers without cid:', reply.replaceAll(/<(edXML:)?ContentId>cid:/gu, '<$1ContentId>')],
    ['CDATA around a file', reply.replace(/(<ContentTransferEncoded>)(.*?)(<)/su, '$1<![CDATA[$2]]>$3')],
    ['a file in lines ended by references', reply.replace(/(<ContentTransferEncoded>.{16})/su, '$1&#13;\n')],
    ['UTF-16', reply],
  ])('%s', (what, source) => {
    const bytes = what === 'UTF-16' ? Buffer.from(`\ufeff${source}`, 'utf16le') : Buffer.from(source, 'utf8');

    expect(codec.read(bytes).message).toEqual(REPLY);
  });

  it('children in any order', () => {
    const updated = codec.write(UPDATE).toString('utf8');
    checkProperty(
      fc.property(fc.array(fc.nat(), { minLength: 80, maxLength: 80 }), (numbers) => {
        const left = [...numbers];
        const outcome = read(shuffled(updated, () => left.pop() ?? 0));
        expect(outcome).toEqual({ message: UPDATE, errors: [], warnings: [] });
      }),
      { numRuns: 50 },
    );
  });

  it('references by xlink:href', () => {
    const source = reply
      .replace('<edXML:edXMLManifest', '<edXML:edXMLManifest xmlns:xlink="http://www.w3.org/1999/xlink"')
      .replace(/<edXML:Reference>\s*<edXML:ContentId>(.*?)<\/edXML:ContentId>/gu, '<edXML:Reference xlink:href="$1">');

    expect(read(source)).toEqual({ message: REPLY, errors: [], warnings: [] });
  });
});

const FREE_ORDER = [
  'From',
  'Code',
  'PromulgationInfo',
  'DocumentType',
  'SignerInfo',
  'ResponseFor',
  'TraceHeader',
  'Bussiness',
  'MessageHeader',
  'TraceHeaderList',
  'edXMLHeader',
];

/** The same message with the children of its containers in another order. */
function shuffled(source: string, next: () => number): string {
  return FREE_ORDER.reduce((xml, container) => {
    const [before, inner, after] = splitAt(xml, container);
    const indent = /^\n( *)/u.exec(inner)?.[1] ?? '';
    const children = inner.trim().split(new RegExp(`\n(?=${indent}<edXML:)`, 'u'));
    const order = children.map((child) => [next(), child] as const).sort(([a], [b]) => a - b);
    return `${before}\n${order.map(([, child]) => indent + child.trim()).join('\n')}\n${after}`;
  }, source);
}

/** Before, inside and behind the first element of the name. */
function splitAt(xml: string, container: string): readonly [string, string, string] {
  const from = xml.indexOf(`<edXML:${container}>`) + `<edXML:${container}>`.length;
  const to = xml.indexOf(`</edXML:${container}>`);
  return [xml.slice(0, from), xml.slice(from, to), xml.slice(to)];
}

it('answers whatever is done to a message, and never throws', () => {
  const sources = [reply, status];
  const pieces = [
    '',
    '<',
    '>',
    '&',
    ']]>',
    '<!--',
    '<?x ',
    '\u0000',
    '=',
    '"',
    'xmlns="u"',
    '</edXML:To>',
    '<edXML:To>',
    '٣',
  ];
  const damage = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    drop: fc.nat(400),
    put: fc.constantFrom(...pieces),
  });
  checkProperty(
    fc.property(fc.constantFrom(...sources), fc.array(damage, { minLength: 1, maxLength: 4 }), (source, damages) => {
      const damaged = damages.reduce((text, { at, drop, put }) => {
        const from = Math.floor(at * text.length);
        return text.slice(0, from) + put + text.slice(from + drop);
      }, source);
      const { message, errors } = read(damaged);
      expect(message === null).toBe(errors.length > 0);
    }),
    { numRuns: 300 },
  );
});
