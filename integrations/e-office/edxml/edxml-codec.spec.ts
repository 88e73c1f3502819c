import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { checkProperty } from '../../../test/support/check-property.js';
import { civilDate } from '../../../src/kernel/civil-date.js';
import { EDXML_STATUSES } from '../../../src/exchange/ports/message.js';
import type { DocumentMessage, ExchangeMessage } from '../../../src/exchange/ports/message.js';
import { EdxmlCodec } from './edxml-codec.js';
import { REPLACEMENT, REPLY, REVOCATION, STATUS, UPDATE } from './golden/messages.js';
import { manyLines, oneLine } from './part.js';

const codec = new EdxmlCodec();

const MESSAGES: readonly (readonly [string, ExchangeMessage])[] = [
  ['tra-loi', REPLY],
  ['thu-hoi', REVOCATION],
  ['cap-nhat', UPDATE],
  ['thay-the', REPLACEMENT],
  ['trang-thai-05', STATUS],
];

describe('what is written', () => {
  it.each(MESSAGES)('%s is byte for byte the golden file', (name, message) => {
    const golden = readFileSync(new URL(`./golden/${name}.edxml`, import.meta.url));

    expect(codec.write(message).toString('utf8')).toBe(golden.toString('utf8'));
  });

  it.each(MESSAGES)('%s is read back as it was, without a warning', (_name, message) => {
    expect(codec.read(codec.write(message))).toEqual({ message, errors: [], warnings: [] });
  });

  it.each(EDXML_STATUSES.map((status) => [status]))('status %s goes there and back', (status) => {
    expect(codec.read(codec.write({ ...STATUS, status })).message).toEqual({ ...STATUS, status });
  });

  it('says the time of Vietnam', () => {
    expect(codec.write(STATUS).toString('utf8')).toContain('<edXML:Timestamp>2026/03/13 08:00:00</edXML:Timestamp>');
  });

  it('numbers a công văn 2/18 and an unknown type 2/0, with the name', () => {
    const written = (typeName: string) =>
      codec
        .write({ ...REPLY, typeName })
        .toString('utf8')
        .replaceAll(/>\s+</gu, '><');

    expect(written('Công văn')).toContain('<edXML:Type>2</edXML:Type><edXML:TypeDetail>18</edXML:TypeDetail>');
    expect(written('Sổ tay')).toContain(
      '<edXML:TypeDetail>0</edXML:TypeDetail><edXML:TypeName>Sổ tay</edXML:TypeName>',
    );
  });

  it.each<readonly [string, Partial<DocumentMessage>, string]>([
    ['no receiver', { to: [] }, 'to-missing'],
    ['the same receiver twice', { to: [...REPLY.to, ...REPLY.to] }, 'to-twice'],
    ['an agency code with spaces', { from: { id: '000 00', name: 'Sở' } }, 'from-missing'],
    ['a blank subject', { subject: ' \u0001 ' }, 'subject-missing'],
    ['no number', { codeNumber: '' }, 'code-missing'],
    ['no date', { promulgationDate: undefined }, 'date-missing'],
    ['no document identifier', { documentId: '' }, 'document-id-missing'],
    ['a priority outside the list', { priority: 5 }, 'priority-unknown'],
    ['a revocation that passed nobody', { business: 'revoke', trace: [] }, 'trace-missing'],
    ['a moment that is none', { trace: [{ organId: 'H1', at: new Date(Number.NaN) }] }, 'time-unreadable'],
    [
      'a file without a name',
      { attachments: [{ name: '', contentType: '', content: Buffer.alloc(0) }] },
      'attachment-name',
    ],
    [
      'an update without receivers in its list of replacements',
      { businessDetail: { replaces: [{ documentId: 'x', organIds: [] }] } },
      'grammar',
    ],
    [
      'more than 50 MiB',
      { attachments: [{ name: 'a.bin', contentType: 'x/y', content: Buffer.alloc(40 * 1024 * 1024) }] },
      'too-large',
    ],
  ])('is refused with %s', (_what, change, code) => {
    let details: unknown;
    try {
      codec.write({ ...REPLY, ...change });
    } catch (error) {
      details = error;
    }
    expect(details).toMatchObject({
      code: 'input-invalid',
      details: { findings: [expect.objectContaining({ code })] },
    });
  });
});

describe('citizens’ texts', () => {
  it.each([
    ['a CDATA section', '<![CDATA[a]]></edXML:Subject><edXML:To/><edXML:Subject><![CDATA[b]]>'],
    ['an end of CDATA', 'a ]]> b'],
    ['an entity', '&lol; &#1; &amp;'],
    ['a comment', '<!-- --> <?php ?>'],
  ])('%s is text and nothing else', (_what, text) => {
    expect(codec.read(codec.write({ ...REPLY, subject: text, content: text }))).toMatchObject({
      message: { subject: text, content: text },
      warnings: [],
    });
  });

  it('loses control characters and is kept in NFC', () => {
    const { message } = codec.read(codec.write({ ...STATUS, description: 'Hải Phòng\u0000\u0007'.normalize('NFD') }));

    expect(message).toMatchObject({ description: 'Hải Phòng' });
  });

  const letters =
    'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵĐ<>&"\'/.,;:-()0123456789 ';
  const vietnamese = fc.string({
    unit: fc.constantFrom(...letters.split(/(?:)/u), '\n', '\t', '\u0301', '\u0000', ']]>', '<![CDATA['),
  });
  const line = vietnamese.map(oneLine).filter((text) => text !== '');
  const instant = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
  const document: fc.Arbitrary<DocumentMessage> = fc
    .record({
      subject: line,
      content: vietnamese.map(manyLines).filter((text) => text !== ''),
      place: line,
      typeName: line,
      codeNumber: line,
      codeNotation: line,
      documentId: line,
      toPlaces: fc.array(line, { minLength: 1 }),
      priority: fc.integer({ min: 0, max: 4 }),
      promulgationDate: instant.map((date) => civilDate(date.toISOString().slice(0, 10))),
      trace: fc.array(fc.record({ organId: fc.constantFrom('H1', '000.00.01.H1'), at: instant }), { minLength: 1 }),
      attachments: fc.array(
        fc.record({
          name: fc
            .string({ unit: fc.constantFrom('tệp', 'đính', 'kèm', '1', '-', '_'), minLength: 1 })
            .map((text) => `${text}.dat`),
          contentType: fc.constant('application/octet-stream'),
          content: fc.uint8Array({ minLength: 1 }).map((bytes) => Buffer.from([0, ...bytes])),
        }),
      ),
    })
    .map((random) => ({ ...REPLY, ...random }));

  it('come back from any message as they were', () => {
    checkProperty(
      fc.property(document, (message) => {
        expect(codec.read(codec.write(message)).message).toEqual(message);
      }),
      { numRuns: 200 },
    );
  });
});
