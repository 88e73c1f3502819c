import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import { SpoolFolder } from '../../../../src/platform/spool/spool.js';
import { readMediaType } from '../../mime/media-type.js';
import { readMultipart } from '../../mime/multipart.js';
import type { Operations } from '../contract.js';
import { NAMESPACE } from '../contract.js';
import type { SoapVersion } from '../envelope.js';
import { aDoor, auth, bodyOf, codeOf, envelope } from './soap-door.fixture.js';
import type { HttpHeaders } from '../client/http-head.js';
import type { DoorUnderTest } from './soap-door.fixture.js';
import { bytesFor } from '../../../../test/support/chance.js';

const FILE = Buffer.concat([Buffer.from('%PDF-1.7\r\n--b'), bytesFor('a file', 3000), Buffer.from('\r\n')]);
const INCLUDE = '<i:Include xmlns:i="http://www.w3.org/2004/08/xop/include" href="cid:tep@x"/>';

const sealing = (content: string, file = FILE): string =>
  `<e:SealFile xmlns:e="${NAMESPACE}"><e:clientRequestId>SGDDT-1-2-r1</e:clientRequestId><e:text>Bản sao</e:text><e:file>` +
  `<e:fileId>f</e:fileId><e:fileName>a.pdf</e:fileName><e:contentType>application/pdf</e:contentType><e:size>${file.length}</e:size>` +
  `<e:sha256>${createHash('sha256').update(file).digest('hex')}</e:sha256><e:role>main</e:role>` +
  `<e:content>${content}</e:content></e:file></e:SealFile>`;

const ROOT = ['Content-Type: application/xop+xml; charset=UTF-8; type="text/xml"', 'Content-ID: <root@x>'];
const PART = ['Content-Type: application/pdf', 'Content-Transfer-Encoding: binary', 'Content-ID: <tep@x>'];

type Part = readonly [head: readonly string[], content: Buffer | string];

function inParts(parts: readonly Part[], end = '--b--\r\n'): Buffer {
  const pieces = parts.flatMap(([head, content]) => [
    Buffer.from(`--b\r\n${head.map((line) => `${line}\r\n`).join('')}\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...pieces, Buffer.from(end)]);
}

const root = (content = INCLUDE, head: readonly string[] = ROOT): Part => [head, envelope(sealing(content))];
const part: Part = [PART, FILE];
const headWith = (change: Readonly<Record<string, string>> = {}, action = `"${NAMESPACE}/SealFile"`): HttpHeaders => {
  const parameters = {
    type: 'application/xop+xml',
    boundary: 'b',
    start: '<root@x>',
    'start-info': 'text/xml',
    ...change,
  };
  const written = Object.entries(parameters).flatMap(([name, value]) => (value === '' ? [] : [`; ${name}="${value}"`]));
  return { 'content-type': `multipart/related${written.join('')}`, soapaction: action };
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xop-'));
});
afterEach(async () => {
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});

interface Sealed extends DoorUnderTest {
  readonly files: readonly Buffer[];
}

/** A door that keeps the files it gets, and gives them back. */
function aSealingDoor(change: Parameters<typeof aDoor>[0] = {}): Sealed {
  const files: Buffer[] = [];
  const SealFile = async ({ file }: Operations['SealFile']['request']): Promise<Operations['SealFile']['response']> => {
    files.push(await file.content.read());
    return { file, duplicate: false };
  };
  return { ...aDoor({ operations: { SealFile }, spools: new SpoolFolder(folder), ...change }), files };
}

describe('a call with its files in parts', () => {
  it('brings them byte by byte, and the answer brings them back so', async () => {
    const { door, files, refused } = aSealingDoor();
    const answer = await door.handle(inParts([root(), part]), headWith());
    expect([answer.status, refused.map(({ reason }) => reason)]).toEqual([200, []]);
    expect(files[0]?.equals(FILE)).toBe(true);
    const { type, parameters } = readMediaType(answer.contentType);
    expect([type, parameters.get('type'), parameters.get('start-info')]).toEqual([
      'multipart/related',
      'application/xop+xml',
      'text/xml',
    ]);
    const [xml, file] = readMultipart(answer.body, answer.contentType);
    expect(xml?.headers['content-type']).toBe('application/xop+xml; charset=UTF-8; type="text/xml"');
    const id = file?.headers['content-id']?.slice(1, -1) ?? '?';
    expect(xml?.content.toString()).toContain(`href="cid:${encodeURIComponent(id)}"/></e:content>`);
    expect(file?.content.equals(FILE)).toBe(true);
  });

  it('shows nothing of its files in what is kept of it', async () => {
    const raws: string[] = [];
    const SealFile = ({ file }: Operations['SealFile']['request'], { raw }: { raw: Buffer }) => {
      raws.push(raw.toString());
      return Promise.resolve({ file, duplicate: false });
    };
    await aSealingDoor({ operations: { SealFile } }).door.handle(inParts([root(), part]), headWith());
    expect(raws[0]).toContain(INCLUDE);
    expect(raws[0]).not.toContain('%PDF');
  });

  it.each<[string, readonly Part[], Readonly<Record<string, string>>?]>([
    ['the root behind its file', [part, root()]],
    ['no start named: the first is the root', [root(), part], { start: '' }],
    [
      'an identity that a URL has to escape',
      [
        root(INCLUDE.replace('tep@x', 'http%3A%2F%2Ftempuri.org%2F1%2F63')),
        [[...PART.slice(0, 2), 'Content-ID: <http://tempuri.org/1/63>'], FILE],
      ],
    ],
    ['lines around the reference', [root(`\n  ${INCLUDE}\n`), part]],
    ['the file in the envelope after all', [root(FILE.toString('base64'))]],
  ])('may have %s', async (_what, parts, change = {}) => {
    const { door, files, refused } = aSealingDoor();
    const answer = await door.handle(inParts(parts), headWith(change));
    expect([answer.status, refused.map(({ reason }) => reason)]).toEqual([200, []]);
    expect(files[0]?.equals(FILE)).toBe(true);
  });

  it('may be long: it never stands whole in memory, and leaves no file behind', async () => {
    const long = Buffer.alloc(6 * 2 ** 20, 'x');
    const held: string[] = [];
    const { door } = aSealingDoor({
      maxBytes: 8 * 2 ** 20,
      operations: {
        SealFile: async ({ file }) => {
          held.push(...(await readdir(folder)));
          return { file: { ...file, content: new MemoryBytes(Buffer.from('x')) }, duplicate: false };
        },
      },
    });
    const body = inParts([
      [ROOT, envelope(sealing(INCLUDE, long))],
      [PART, long],
    ]);
    async function* coming(): AsyncIterable<Buffer> {
      for (let at = 0; at < body.length; at += 65_536) yield await Promise.resolve(body.subarray(at, at + 65_536));
    }
    expect(await door.handle(coming(), headWith())).toMatchObject({ status: 200 });
    expect(held).toHaveLength(1);
  });

  it.each<[SoapVersion, string, Readonly<Record<string, string>>, string?]>([
    ['1.2', 'beside the parts', { 'start-info': 'application/soap+xml', action: `${NAMESPACE}/SealFile` }],
    ['1.2', 'of the envelope', { 'start-info': `application/soap+xml; action=\\"${NAMESPACE}/SealFile\\"` }],
    ['1.2', 'nowhere', { 'start-info': 'application/soap+xml' }],
  ])('of SOAP %s is known by its start-info, its action named %s', async (version, _where, change) => {
    const { door, files } = aSealingDoor();
    const head = ROOT.map((line) => line.replace('type="text/xml"', 'type="application/soap+xml"'));
    const message: Part = [head, envelope(sealing(INCLUDE), auth(), version)];
    const answer = await door.handle(inParts([message, part]), headWith(change));
    expect(answer.status).toBe(200);
    expect(readMediaType(answer.contentType).parameters.get('start-info')).toBe('application/soap+xml');
    expect(files).toHaveLength(1);
  });
});

describe('an answer with a file', () => {
  const call = Buffer.from(envelope(sealing(FILE.toString('base64'))));
  const head = { 'content-type': 'text/xml', soapaction: `"${NAMESPACE}/SealFile"` };

  it.each<[string | undefined, boolean]>([
    ['text/xml, multipart/related', true],
    ['multipart/related; type="application/xop+xml"; q=0.9', true],
    ['multipart/related; q=0', false],
    ['multipart/related; type="text/xml"', false],
    ['*/*', false],
    [undefined, false],
  ])('for who accepts %s', async (accept, isInParts) => {
    const answer = await aSealingDoor().door.handle(call, { ...head, accept });
    expect(answer.contentType.startsWith('multipart/related')).toBe(isInParts);
    expect(bodyOf(answer).includes(FILE.toString('base64'))).toBe(!isInParts);
  });

  it('that is none comes as plain SOAP, and so does a fault', async () => {
    const { door } = aSealingDoor();
    const accept = 'multipart/related';
    const fault = await door.handle(Buffer.from(envelope('<x/>')), { ...head, accept });
    expect([fault.contentType, codeOf(fault)]).toEqual(['text/xml; charset=utf-8', 'EO-VALIDATION']);
  });
});

describe('parts that do not make a message', () => {
  const other: Part = [[...PART.slice(0, 2), 'Content-ID: <khac@x>'], 'x'];
  it.each<[string, Buffer, HttpHeaders?]>([
    ['a reference to no part', inParts([root()])],
    ['a reference to another part', inParts([root(INCLUDE.replace('tep@x', 'khac@y')), part])],
    ['a part that nothing refers to', inParts([root(), part, other])],
    ['an identity given twice', inParts([root(), part, part])],
    ['a part without identity', inParts([root(), [PART.slice(0, 2), FILE]])],
    [
      'a file used twice',
      inParts([
        [ROOT, envelope(sealing(INCLUDE).replace('<e:text>', `<e:content>${INCLUDE}</e:content><e:text>`))],
        part,
      ]),
    ],
    ['two references in one element', inParts([root(INCLUDE + INCLUDE.replace('tep@x', 'khac@x')), part, other])],
    ['words beside the reference', inParts([root(`QUJD${INCLUDE}`), part])],
    ['a reference to an address outside', inParts([root(INCLUDE.replace('cid:tep@x', 'http://127.0.0.1/tep')), part])],
    ['a reference to a file of ours', inParts([root(INCLUDE.replace('cid:tep@x', 'file:///etc/passwd')), part])],
    ['a reference that is no URL', inParts([root(INCLUDE.replace('cid:tep@x', 'cid:%E0%A4%A')), part])],
    ['a reference without href', inParts([root(INCLUDE.replace(/ href="[^"]*"/u, '')), part])],
    [
      'a reference where no file stands',
      inParts([[ROOT, envelope(sealing('QUJD').replace('Bản sao', INCLUDE))], part]),
    ],
    ['a reference in the header', inParts([[ROOT, envelope(sealing('QUJD'), `${auth()}<h>${INCLUDE}</h>`)], part])],
    ['a part without end', inParts([root(), part], '')],
    ['nothing', Buffer.alloc(0)],
    ['more parts than anybody needs', inParts([root(), ...Array.from({ length: 201 }, () => other)])],
    ['a head without end', Buffer.from(`--b\r\nX: ${'y'.repeat(20_000)}`)],
    ['parts in a part', inParts([root(), [['Content-Type: multipart/mixed; boundary=c', ...PART.slice(1)], FILE]])],
    [
      'a part in base64',
      inParts([root(), [[PART[0]!, 'Content-Transfer-Encoding: base64', PART[2]!], FILE.toString('base64')]]),
    ],
    [
      'a quoted-printable root',
      inParts([root(INCLUDE, [...ROOT, 'Content-Transfer-Encoding: quoted-printable']), part]),
    ],
    ['a root that is no XOP', inParts([root(INCLUDE, ['Content-Type: text/xml', ROOT[1]!]), part])],
    [
      'a root of the other version',
      inParts([root(INCLUDE, [ROOT[0]!.replace('text/xml', 'application/soap+xml'), ROOT[1]!]), part]),
    ],
    ['a root in Latin-1', inParts([root(INCLUDE, [ROOT[0]!.replace('UTF-8', 'iso-8859-1'), ROOT[1]!]), part])],
    ['two roots', inParts([root(), root(), part])],
    ['a start that is no part', inParts([root(), part]), headWith({ start: '<goc@x>' })],
    ['a boundary of 71 characters', inParts([root(), part]), headWith({ boundary: 'b'.repeat(71) })],
    ['no start-info', inParts([root(), part]), headWith({ 'start-info': '' })],
    ['SOAP with Attachments', inParts([root(), part]), headWith({ type: 'text/xml' })],
    ['another action than the Body', inParts([root(), part]), headWith({}, `"${NAMESPACE}/CancelSignature"`)],
    ['a DOCTYPE', inParts([[ROOT, `<!DOCTYPE x>${envelope(sealing(INCLUDE))}`], part])],
  ])('are refused: %s', async (_what, body, head = headWith()) => {
    const { door, files, errors } = aSealingDoor();
    const answer = await door.handle(body, head);
    expect([codeOf(answer), answer.status]).toEqual(['EO-VALIDATION', 500]);
    expect([files, errors]).toEqual([[], []]);
  });

  it('are refused with two actions in SOAP 1.2', async () => {
    const change = { 'start-info': 'application/soap+xml; action=\\"urn:a\\"', action: 'urn:b' };
    const answer = await aSealingDoor().door.handle(inParts([root(), part]), headWith(change));
    expect([codeOf(answer), answer.status]).toEqual(['EO-VALIDATION', 400]);
  });

  it('are refused when all together are more than the cap', async () => {
    const parts = Array.from({ length: 30 }, (_, index): Part => [
      [...PART.slice(0, 2), `Content-ID: <${index}@x>`],
      FILE,
    ]);
    const answer = await aSealingDoor().door.handle(inParts([root(), ...parts]), headWith());
    expect(codeOf(answer)).toBe('EO-SIZE');
  });

  it('are refused where a signature must cover the files', async () => {
    const { door } = aSealingDoor({ peerCert: 'looked at only later' });
    const answer = await door.handle(inParts([root(), part]), headWith());
    expect([codeOf(answer), bodyOf(answer)]).toEqual(['EO-VALIDATION', expect.stringContaining('X.509')]);
  });
});
