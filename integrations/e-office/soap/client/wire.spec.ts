import fc from 'fast-check';
import { checkProperty } from '../../../../test/support/check-property.js';
import { readFileSync } from 'node:fs';
import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { addDays, civilDate } from '../../../../src/kernel/civil-date.js';
import { MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import { clean } from '../../../../src/kernel/vietnamese.js';
import { readXml } from '../../xml/read-xml.js';
import { CONTRACT_SCHEMA, WSDL_PATH } from '../contract-files.js';
import type { GetMessageResponse, RegisterIncomingRequest } from '../contract.js';
import type { SignatureState } from '../signature-contract.js';
import { NAMESPACE } from '../contract.js';
import { readInstant, readMessage } from './read-wire.js';
import { requestShape, responseShape } from '../shapes.js';
import { filledIn } from './outgoing-body.js';
import { NotWritable, writeMessage } from './write-wire.js';
import type { RecordField } from '../shape.js';

const LIMITS = {
  maxBytes: 64 * 2 ** 20,
  maxParsedBytes: 2 ** 20,
  maxDepth: 32,
  maxElements: 100_000,
  cut: new Set(['content', 'edxml']),
};

/** Out on the wire and back, held to the schema on both sides. */
async function travel<T>(name: string, shape: RecordField<T>, value: T): Promise<T> {
  const { xml, bytesByName } = writeMessage(name, shape, value);
  CONTRACT_SCHEMA.requireValid(xml);
  const body = filledIn(`<s:Envelope xmlns:s="urn:s"><s:Body>${xml}</s:Body></s:Envelope>`, bytesByName);
  const pieces: Buffer[] = [];
  for await (const piece of body.pieces()) pieces.push(piece);
  const envelope = Buffer.concat(pieces);
  expect(envelope).toHaveLength(body.length);
  return readXml(envelope, LIMITS, (read) => {
    expect(read.objections(CONTRACT_SCHEMA.body)).toEqual([]);
    return readMessage(shape, read.root.children[0]!.children[0]!);
  });
}

const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const words = (minLength: number, maxLength: number) =>
  fc
    .string({ unit: 'binary', maxLength: maxLength * 2 })
    .map((raw) =>
      Array.from(clean(raw.replace(FORBIDDEN, '')))
        .slice(0, maxLength)
        .join(''),
    )
    .map(clean)
    .filter((value) => Array.from(value).length >= minLength && Array.from(value).length <= maxLength);
const id = fc.stringMatching(/^[A-Za-z0-9]{1,40}$/);
const requestId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{7,40}$/);
const when = fc.date({ min: new Date('0001-01-02'), max: new Date('9998-12-31'), noInvalidDate: true });
const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(civilDate('2000-01-01'), n));
const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/);
const bytes = fc.uint8Array({ maxLength: 5000 }).map((array) => Buffer.from(array));
const size = fc.nat();

const fileRef = fc.record({
  fileId: id,
  fileName: words(1, 255),
  contentType: fc.constantFrom('application/pdf', 'text/plain'),
  size,
  sha256,
  role: fc.constantFrom('main' as const, 'appendix' as const, 'reference' as const, 'signed' as const),
});

const signatureState: fc.Arbitrary<SignatureState> = fc.record(
  {
    signatureRequestId: id,
    clientRequestId: requestId,
    revision: size,
    status: fc.constantFrom('received' as const, 'returned' as const, 'sealed' as const),
    changedAt: when,
    comment: words(0, 50),
    lastActor: words(0, 20),
    documentNumber: words(0, 10),
    documentNotation: words(0, 20),
    issuedDate: days,
    step: fc.array(
      fc.record(
        { order: fc.nat(40), userCode: id, status: id, at: when, comment: words(0, 20) },
        { requiredKeys: ['order', 'userCode', 'status'] },
      ),
      { maxLength: 4 },
    ),
    signedFile: fc.array(fileRef, { maxLength: 3 }),
  },
  {
    requiredKeys: ['signatureRequestId', 'clientRequestId', 'revision', 'status', 'changedAt', 'step', 'signedFile'],
  },
);

const incoming: fc.Arbitrary<RegisterIncomingRequest> = fc.record(
  {
    // Keys out of the schema's order on purpose.
    file: fc.array(
      fc.tuple(fileRef, bytes).map(([ref, content]) => ({ content: new MemoryBytes(content), ...ref })),
      { maxLength: 3 },
    ),
    arrivalDate: days,
    subject: words(1, 200),
    clientRequestId: requestId,
    bookCode: id,
    fromName: words(0, 100),
    externalRef: words(0, 30),
    receivedAt: when,
    dueDate: days,
    messageId: id,
    arrivalNumber: id,
  },
  { requiredKeys: ['file', 'subject', 'clientRequestId', 'bookCode', 'fromName', 'receivedAt'] },
);

describe('messages on the wire', () => {
  it('come back as they went, whatever is written in them', async () => {
    await checkProperty(
      fc.asyncProperty(incoming, async (value) => {
        expect(await travel('RegisterIncoming', requestShape('RegisterIncoming'), value)).toEqual(value);
      }),
      { numRuns: 150 },
    );
  });

  it('come back as they went, nested and repeated', async () => {
    await checkProperty(
      fc.asyncProperty(fc.array(signatureState, { maxLength: 5 }), fc.boolean(), async (state, more) => {
        const value = { state, more };
        const shape = responseShape('GetSignatureStates');
        expect(await travel('GetSignatureStatesResponse', shape, value)).toEqual(value);
      }),
      { numRuns: 100 },
    );
  });

  it('keep one of a choice and leave the others out', async () => {
    const shape = requestShape('GetSignatureStates');
    const value = { clientRequestId: ['SGDDT-1-1-r1'] };
    expect(await travel('GetSignatureStates', shape, value)).toEqual(value);
  });

  it.each([
    ['text that looks like CDATA', '<![CDATA[a]]></e:subject><e:externalRef>9</e:externalRef><e:subject><![CDATA[b]]>'],
    ['markup and references', '<b>&amp;</b> "nháy" \'đơn\' ]]>'],
    ['line ends', 'một\r\nhai\rba\tbốn'],
    ['a DOCTYPE in the text', '<!DOCTYPE x [<!ENTITY a "b">]>&a;'],
    ['letters outside the first plane', 'học 🏫 𝒳'],
  ])('carry %s as plain text', async (_what, subject) => {
    const value = { ...base, subject };
    expect(await travel('RegisterIncoming', requestShape('RegisterIncoming'), value)).toEqual(value);
  });

  it.each([
    ['a control character', { subject: 'chuông \u0007' }, 'RegisterIncoming/subject'],
    ['a lone surrogate', { subject: 'nửa \ud83c' }, 'RegisterIncoming/subject'],
    ['a date that is none', { receivedAt: new Date(Number.NaN) }, 'RegisterIncoming/receivedAt'],
    ['text longer than the schema allows', { subject: 'a'.repeat(501) }, 'RegisterIncoming/subject'],
    ['an id of the wrong form', { clientRequestId: 'ngắn' }, 'RegisterIncoming/clientRequestId'],
  ])('refuse to carry %s, naming the place and not the text', async (_what, wrong, path) => {
    const travelling = travel('RegisterIncoming', requestShape('RegisterIncoming'), { ...base, ...wrong });
    const error: unknown = await travelling.catch((reason: unknown) => reason);
    expect(error instanceof NotWritable && error.path.endsWith(path.split('/')[1]!)).toBe(true);
    expect(error instanceof NotWritable && error.message).not.toContain('chuông');
  });

  it('find base64 with line breaks, CDATA and comments inside the same as one line', () => {
    const content = Buffer.from('nội dung '.repeat(400));
    const lines = content.toString('base64').replace(/.{76}/gu, '$&\r\n');
    for (const edxml of [lines, `<![CDATA[${lines}]]>`, `${lines.slice(0, 100)}<!-- x -->${lines.slice(100)}`]) {
      const body =
        `<GetMessageResponse xmlns="${NAMESPACE}"><messageId>m</messageId><totalSize>1</totalSize>` +
        `<sha256>${'0'.repeat(64)}</sha256><offset>0</offset><edxml>${edxml}</edxml></GetMessageResponse>`;
      const read = readXml(Buffer.from(`<E><Body>${body}</Body></E>`), LIMITS, (opened) => {
        expect(opened.objections(CONTRACT_SCHEMA.body)).toEqual([]);
        return readMessage<GetMessageResponse>(responseShape('GetMessage'), opened.root.children[0]!.children[0]!);
      });
      expect(read.edxml).toEqual(new MemoryBytes(content));
    }
  });

  it.each([
    ['2026-11-24T08:00:00+07:00', '2026-11-24T01:00:00.000Z'],
    ['2026-11-24T01:00:00.1234Z', '2026-11-24T01:00:00.123Z'],
    ['2026-11-24T08:00:00', '2026-11-24T01:00:00.000Z'],
  ])('read the instant %s', (written, iso) => {
    expect(readInstant(written)?.toISOString()).toBe(iso);
  });
});

const base: RegisterIncomingRequest = {
  clientRequestId: 'SGDDT-1-in',
  bookCode: 'DEN',
  fromName: 'Tổng đài 1022',
  subject: 'x',
  receivedAt: new Date('2026-11-24T01:00:00Z'),
  file: [],
};

describe('the published WSDL', () => {
  it('pulls nothing in', () => {
    const wsdl = XmlDocument.fromBuffer(readFileSync(WSDL_PATH));
    expect(wsdl.find('//*[local-name()="import" or local-name()="include" or local-name()="redefine"]')).toEqual([]);
    wsdl.dispose();
  });

  it('holds the very schema of eoffice.xsd', () => {
    const xsd = XmlDocument.fromBuffer(readFileSync(WSDL_PATH.replace('.wsdl', '.xsd')));
    const wsdl = XmlDocument.fromBuffer(readFileSync(WSDL_PATH));
    const schema = wsdl.get('//xs:schema', { xs: 'http://www.w3.org/2001/XMLSchema' });
    const bare = (text: string): string => text.replace(/>\s+</gu, '><').replace(/\s*\n\s*/gu, ' ');
    const components = (element: XmlElement | null): string[] => {
      const parts: string[] = [];
      for (let child = element?.firstChild ?? null; child; child = child.next) {
        if (child instanceof XmlElement) parts.push(bare(child.toString()));
      }
      return parts;
    };
    expect(components(schema instanceof XmlElement ? schema : null)).toEqual(components(xsd.root));
    expect(components(xsd.root).length).toBeGreaterThan(40);
    xsd.dispose();
    wsdl.dispose();
  });
});
