import { deflateSync } from 'node:zlib';
import { openTestAuthority, type TestAuthority } from '../../../../test/support/test-authority/authority.js';
import {
  leaderField,
  letterObjects,
  preparedLetter,
  signAsLeader,
} from '../../../../test/support/test-authority/letter.js';
import { flateText, lastCrossReference, newPdf, save } from '../../../../test/support/test-authority/pdf-writer.js';
import { type Verification, verifyPdf } from './verify-pdf.js';

let authority: TestAuthority;
beforeAll(() => {
  authority = openTestAuthority();
});

const letter = letterObjects();
const signed = (pdf = preparedLetter()): Buffer =>
  signAsLeader(pdf, { signer: authority.leader, chain: [authority.sub] });
const formWith = (entries: string): Buffer => newPdf({ ...letter, 4: `<< /Fields [] ${entries} >>` });
const array = (item: string, times: number): Buffer => formWith(`/X [${item.repeat(times)}]`);
const verify = (pdf: Buffer): Verification =>
  verifyPdf(pdf, { anchors: [authority.root.der], crls: [], now: new Date('2026-06-01T00:00:00Z') });

/** CPU time. The dearest takes some 3 s alone and twice that beside others; what this guards against takes minutes. */
const SECONDS = 20;

describe('a file that is made to cost much', () => {
  it.each<readonly [what: string, code: string, make: () => Buffer]>([
    ['dictionaries without end', 'file-too-large', () => array('<<>>', 3_000_000)],
    ['strings without end', 'file-too-large', () => array('()', 3_000_000)],
    ['strings of digits without end', 'file-too-large', () => array('<>', 3_000_000)],
    ['numbers without end', 'file-too-large', () => array('1 ', 5_000_000)],
    ['escapes without end', 'no-signature', () => formWith(`/X (${'\\n'.repeat(8_000_000)})`)],
    ['digits with blanks between them', 'no-signature', () => formWith(`/X <${'4 '.repeat(8_000_000)}>`)],
    ['a million pages that are one page, saved after signing', 'catalog-changed', () => withKids('3 0 R ')],
    ['a million pages that are their own parent', 'catalog-changed', () => withKids('2 0 R ')],
    ['a field drawn at a million places', 'file-malformed', () => drawnOften()],
    ['two hundred saves of a file with many objects', 'file-too-large', () => savedOften(200)],
    ['tables of objects, one behind the other', 'file-too-large', () => chainOfTables(250)],
    ['objects of one stream without end', 'file-too-large', () => manyInOneStream(1_300_000)],
    ['a thousand signatures over a large file', 'file-too-large', () => signedOften(1000, 4_000_000)],
    ['lists of revocations that nobody vouches for', 'revocation-not-declared', () => withLists(8)],
    ['marks of signatures without end inside a field', 'signature-malformed', () => fullOfMarks()],
  ])('%s', (_what, code, make) => {
    const pdf = make();
    const before = process.cpuUsage();
    const { reasons } = verify(pdf);
    const { user, system } = process.cpuUsage(before);
    expect(reasons.map((one) => one.code)).toContain(code);
    expect((user + system) / 1e6).toBeLessThan(SECONDS);
  });

  it('leaves a long file alone: a hundred thousand objects, signed, and signed again', () => {
    const pdf = signed(manyObjects(100_000));
    expect(verify(pdf).verdict).toBe('valid');
    expect(verify(saves(pdf, 1)).reasons.map(({ code }) => code)).not.toContain('file-too-large');
  });
});

function withKids(kid: string): Buffer {
  const pages = `<< /Type /Pages /Kids [${kid.repeat(1_000_000)}] /Count 1 >>`;
  return save(signed(newPdf({ ...letter, 2: pages })), {
    1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R /Lang (vi) >>',
  });
}

function drawnOften(): Buffer {
  return newPdf({ ...letter, 10: leaderField(`/Kids [${'11 0 R '.repeat(1_000_000)}]`) });
}

function manyObjects(count: number): Buffer {
  const numbers = Array.from({ length: count }, (_, at) => 1000 + at);
  const more = Object.fromEntries(numbers.map((number) => [number, `<< /A ${number} >>`]));
  const references = numbers.map((number) => `${number} 0 R`).join(' ');
  const catalog = '<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R /More 900 0 R >>';
  return newPdf({ ...letter, ...more, 1: catalog, 900: `[${references}]` });
}

/** Written without the usual writer, which reads the whole file for each save. */
function saves(pdf: Buffer, count: number): Buffer {
  const pieces = [pdf];
  let [length, previous] = [pdf.length, lastCrossReference(pdf)];
  for (let at = 0; at < count; at += 1) {
    const object = `12 0 obj\n<< /Producer (${at}) >>\nendobj\n`;
    const place = length + object.length;
    const row = `${String(length).padStart(10, '0')} 00000 n \n`;
    const piece = Buffer.from(
      `${object}xref\n12 1\n${row}trailer\n<< /Size 200000 /Root 1 0 R /Info 12 0 R /Prev ${previous} >>\nstartxref\n${place}\n%%EOF\n`,
    );
    pieces.push(piece);
    length += piece.length;
    previous = place;
  }
  return Buffer.concat(pieces);
}

function savedOften(count: number): Buffer {
  return saves(signed(manyObjects(30_000)), count);
}

function chainOfTables(count: number): Buffer {
  const rows = deflateSync(Buffer.alloc(390_000 * 3));
  const pieces = [Buffer.from('%PDF-1.7\n')];
  let [length, previous] = [9, ''];
  for (let at = 0; at < count; at += 1) {
    const entries = `/Type /XRef /Size 390000 /W [1 1 1] /Root 2 0 R ${previous} /Filter /FlateDecode /Length ${rows.length}`;
    const piece = Buffer.concat([
      Buffer.from(`1 0 obj\n<< ${entries} >>\nstream\n`),
      rows,
      Buffer.from(`\nendstream\nendobj\nstartxref\n${length}\n%%EOF\n`),
    ]);
    pieces.push(piece);
    previous = `/Prev ${length}`;
    length += piece.length;
  }
  return Buffer.concat(pieces);
}

function manyInOneStream(count: number): Buffer {
  const header = Array.from({ length: count }, (_, number) => `${number} 0 `).join('');
  const packed = newPdf(letter, { asStream: true, packed: [4] });
  const [, number = ''] = /(\d+) 0 obj\n<< \/Type \/ObjStm/u.exec(packed.toString('latin1')) ?? [];
  const content = Buffer.from(`${header}1 `);
  const stream = flateText(content, `/Type /ObjStm /N ${count} /First ${header.length}`);
  return save(packed, { [number]: stream }, { asStream: true });
}

function signedOften(count: number, filling: number): Buffer {
  const at = Array.from({ length: count }, (_, one) => one);
  const place = '/ByteRange [0 000000000 000000000 000000000] /Contents <00>';
  const base = preparedLetter({ 13: `(${'x'.repeat(filling)})` });
  const pdf = save(base, {
    4: `<< /Fields [${at.map((one) => `${2000 + one} 0 R`).join(' ')}] >>`,
    ...Object.fromEntries(at.map((one) => [2000 + one, `<< /FT /Sig /T (s${one}) /V ${4000 + one} 0 R >>`])),
    ...Object.fromEntries(
      at.map((one) => [4000 + one, `<< /Type /Sig /Filter /A /SubFilter /adbe.pkcs7.detached ${place} >>`]),
    ),
  });
  for (let from = pdf.indexOf(place); from >= 0; from = pdf.indexOf(place, from + 1)) {
    const [start, end] = [from + place.length - 4, from + place.length];
    const range = [start, end, pdf.length - end].map((number) => String(number).padStart(9)).join(' ');
    pdf.write(`/ByteRange [0 ${range}]`, from, 'latin1');
  }
  return pdf;
}

/** Lists of half a million lines each, in the store of evidence. */
function withLists(count: number): Buffer {
  const sequence = (...parts: readonly Buffer[]): Buffer => {
    const content = Buffer.concat(parts);
    const head = Buffer.from([0x30, 0x84, 0, 0, 0, 0]);
    head.writeUInt32BE(content.length, 2);
    return Buffer.concat([head, content]);
  };
  const time = '170d3236303130313030303030305a';
  const line = Buffer.from(`3012020101${time}`, 'hex');
  const algorithm = Buffer.from('300a06082a8648ce3d040302', 'hex');
  const body = [
    algorithm,
    Buffer.from('3000', 'hex'),
    Buffer.from(time, 'hex'),
    sequence(Buffer.concat(Array<Buffer>(490_000).fill(line))),
  ];
  const list = sequence(sequence(...body), algorithm, Buffer.from('03020030', 'hex'));
  const numbers = Array.from({ length: count }, (_, at) => 700 + at);
  const lists = numbers.map((number) => {
    list[list.length - 1] = number % 256;
    return [number, flateText(list)] as const;
  });
  return signed(
    newPdf({
      ...letter,
      1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R /DSS 699 0 R >>',
      699: `<< /CRLs [${numbers.map((number) => `${number} 0 R`).join(' ')}] >>`,
      ...Object.fromEntries(lists),
    }),
  );
}

function fullOfMarks(): Buffer {
  const fields = Array.from({ length: 4000 }, (_, at) => 3000 + at);
  return preparedLetter({
    4: `<< /Fields [${fields.map((number) => `${number} 0 R`).join(' ')} 10 0 R] >>`,
    ...Object.fromEntries(fields.map((number) => [number, `<< /FT /Tx /T (t${number}) /V 5 0 R >>`])),
    10: leaderField('/V 50 0 R'),
    50: `<< /Type /Sig /X (${'/ByteRange'.repeat(1_500_000)}) >>`,
  });
}
