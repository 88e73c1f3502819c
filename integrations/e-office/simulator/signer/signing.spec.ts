import {
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFStream,
  PDFString,
  decodePDFRawStream,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Certificate, ContentInfo, SignedData } from 'pkijs';
import { letterWithPlaces } from '../../../pdf-converter/letter-with-places.fixture.js';
import { preparePdf } from '../../../pdf-converter/prepare-pdf.js';
import { civilDate } from '../../../../src/kernel/civil-date.js';
import { openAuthority } from '../authority/authority.js';
import type { SigningIdentity } from '../authority/identity.js';
import { Increment } from './increment.js';
import { sealAsAgency } from './seal-as-agency.js';
import { signAsLeader } from './sign-as-leader.js';

const SIGNED_AT = new Date('2026-03-05T01:30:00.000Z');
const SEALED_AT = new Date('2026-03-05T02:00:00.000Z');
const ENTRY = { number: '7', issuedDate: civilDate('2026-03-05') };

/** A transparent PNG of one pixel. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

let directory: string;
let leader: SigningIdentity;
let agency: SigningIdentity;
let prepared: Buffer;
let signed: Buffer;
let sealed: Buffer;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'signing-'));
  const authority = await openAuthority(directory, {
    clock: { now: () => SIGNED_AT },
    crlUrl: 'http://127.0.0.1:7080/ca/crl',
  });
  const department = 'Sở Giáo dục và Đào tạo';
  leader = await authority.identityOf('huong.dtq', {
    fullName: 'Đỗ Thị Quỳnh Hương',
    title: 'Phó Giám đốc',
    department,
  });
  agency = await authority.agencyIdentity('H24.3', department);
  prepared = (await preparePdf(await letterWithPlaces())).pdf;
  signed = await signAsLeader(prepared, { identity: leader, at: SIGNED_AT });
  sealed = await sealAsAgency(signed, { identity: agency, entry: ENTRY, at: SEALED_AT });
});
afterAll(() => rm(directory, { recursive: true }));

interface FoundSignature {
  readonly dictionary: PDFDict;
  readonly range: readonly number[];
  readonly covered: Buffer;
  readonly cms: SignedData;
}

async function signatureIn(file: Buffer, fieldName: string): Promise<FoundSignature> {
  const dictionary = (await Increment.open(file)).field(fieldName).lookup(PDFName.of('V'), PDFDict);
  const range = (String(dictionary.lookup(PDFName.of('ByteRange'))).match(/\d+/gu) ?? []).map(Number);
  const [start = 0, length = 0, next = 0, rest = 0] = range;
  const contents = dictionary.lookup(PDFName.of('Contents'), PDFHexString).asBytes();
  const envelope = ContentInfo.fromBER(new Uint8Array(contents));
  return {
    dictionary,
    range,
    covered: Buffer.concat([file.subarray(start, start + length), file.subarray(next, next + rest)]),
    cms: new SignedData({ schema: envelope.content }),
  };
}

async function isValid({ cms, covered }: FoundSignature): Promise<boolean> {
  const [root] = leader.chain;
  return cms.verify({
    signer: 0,
    data: new Uint8Array(covered).buffer,
    trustedCerts: [root!],
    checkChain: true,
    checkDate: SEALED_AT,
  });
}

describe.each([
  { who: 'leader', field: 'ChuKyLanhDao', file: () => signed, identity: () => leader, time: '20260305083000' },
  { who: 'agency', field: 'DauCoQuan', file: () => sealed, identity: () => agency, time: '20260305090000' },
])('the signature of the $who', ({ field, file, identity, time }) => {
  it('is valid up to the root, over all of its file but the signature itself', async () => {
    const found = await signatureIn(file(), field);
    const [start, length = 0, next = 0, rest = 0] = found.range;

    expect(start).toBe(0);
    expect(next + rest).toBe(file().length);
    expect(
      file()
        .subarray(length, length + 1)
        .toString() +
        file()
          .subarray(next - 1, next)
          .toString(),
    ).toBe('<>');
    expect(await isValid(found)).toBe(true);
  });

  it('fails when one byte of the file changes', async () => {
    const found = await signatureIn(file(), field);
    found.covered.writeUInt8(found.covered.readUInt8(100) ^ 1, 100);
    await expect(isValid(found)).rejects.toBeDefined();
  });

  it('is CAdES: digest, type and signing certificate are signed, no time is, the chain is inside', async () => {
    const { cms } = await signatureIn(file(), field);
    const [signer] = cms.signerInfos;

    expect(signer?.digestAlgorithm.algorithmId).toBe('2.16.840.1.101.3.4.2.1');
    expect(signer?.signedAttrs?.attributes.map(({ type }) => type).toSorted()).toEqual([
      '1.2.840.113549.1.9.16.2.47',
      '1.2.840.113549.1.9.3',
      '1.2.840.113549.1.9.4',
    ]);
    const inside = cms.certificates?.filter((certificate) => certificate instanceof Certificate);
    expect(inside?.map((certificate) => certificate.toString('hex'))).toEqual(
      [identity().certificate, ...identity().chain].map((certificate) => certificate.toString('hex')),
    );
  });

  it('says in its dictionary what it is, who signed and when', async () => {
    const { dictionary } = await signatureIn(file(), field);

    expect(['Type', 'Filter', 'SubFilter', 'M'].map((key) => String(dictionary.get(PDFName.of(key))))).toEqual([
      '/Sig',
      '/Adobe.PPKLite',
      '/ETSI.CAdES.detached',
      `(D:${time}+07'00')`,
    ]);
    expect(dictionary.lookup(PDFName.of('Name'), PDFHexString).decodeText()).toBe(identity().name);
  });
});

describe('each signature is one increment', () => {
  it('keeps every byte that was there', () => {
    expect(signed.subarray(0, prepared.length).equals(prepared)).toBe(true);
    expect(sealed.subarray(0, signed.length).equals(signed)).toBe(true);
  });

  it.each([
    ['the leader touches his field only', () => [prepared, signed], ['ChuKyLanhDao']],
    ['the agency touches number, date and seal only', () => [signed, sealed], ['DauCoQuan', 'ngay', 'so', 'thang']],
  ])('%s', async (_rule, files, touched) => {
    const [before, after] = files();
    expect(await changedObjects(before!, after!)).toEqual(touched);
  });

  it('leaves the leader valid after the seal', async () => {
    expect(await isValid(await signatureIn(sealed, 'ChuKyLanhDao'))).toBe(true);
  });
});

describe('the seal fills number and date in', () => {
  it.each([
    ['so', '07'],
    ['ngay', '05'],
    ['thang', '3'],
  ])('%s reads %s, in the form’s own font, for good', async (name, text) => {
    const increment = await Increment.open(sealed);
    const field = increment.field(name);

    expect(field.lookup(PDFName.of('V'), PDFString).asString()).toBe(text);
    expect(field.lookup(PDFName.of('Ff'), PDFNumber).asNumber()).toBe(1);
    const shown = field.lookup(PDFName.of('AP'), PDFDict).lookup(PDFName.of('N'), PDFStream);
    const glyphs = Array.from(text, (digit) => (Number(digit) + 1).toString(16).padStart(4, '0')).join('');
    expect(contentOf(shown)).toContain(`<${glyphs}> Tj`);
    const fonts = shown.dict.lookup(PDFName.of('Resources'), PDFDict).lookup(PDFName.of('Font'), PDFDict);
    const offered = increment.form.lookup(PDFName.of('DR'), PDFDict).lookup(PDFName.of('Font'), PDFDict);
    for (const [key, ref] of fonts.entries()) expect(ref).toBe(offered.get(key));
  });

  it('and locks them', async () => {
    const { dictionary } = await signatureIn(sealed, 'DauCoQuan');
    const reference = String(dictionary.get(PDFName.of('Reference')));

    expect(reference).toContain('/TransformMethod /FieldMDP');
    expect(reference).toContain('/Fields [ (so) (ngay) (thang) ]');
  });

  it('but leaves them empty and locked where both are printed already', async () => {
    const file = await sealAsAgency(signed, { identity: agency, at: SEALED_AT });
    const number = (await Increment.open(file)).field('so');

    expect(number.lookup(PDFName.of('V'), PDFString).asString()).toBe('');
    expect(await isValid(await signatureIn(file, 'DauCoQuan'))).toBe(true);
  });
});

describe('a picture given for the signature', () => {
  it('is shown instead of the drawn one', async () => {
    const file = await signAsLeader(prepared, { identity: leader, image: DOT, at: SIGNED_AT });
    const field = (await Increment.open(file)).field('ChuKyLanhDao');
    const shown = field.lookup(PDFName.of('AP'), PDFDict).lookup(PDFName.of('N'), PDFStream);

    expect(contentOf(shown)).toContain('/Image Do');
    expect(await isValid(await signatureIn(file, 'ChuKyLanhDao'))).toBe(true);
  });
});

describe('what is not to be signed is refused', () => {
  it.each([
    [
      'a letter without fields',
      async () => signAsLeader(await letterWithPlaces(), { identity: leader, at: SIGNED_AT }),
      'field-missing',
    ],
    [
      'a second signature of the leader',
      () => signAsLeader(signed, { identity: leader, at: SIGNED_AT }),
      'already-signed',
    ],
    [
      'a seal before the leader',
      () => sealAsAgency(prepared, { identity: agency, entry: ENTRY, at: SEALED_AT }),
      'leader-signature-missing',
    ],
    ['a second seal', () => sealAsAgency(sealed, { identity: agency, entry: ENTRY, at: SEALED_AT }), 'already-signed'],
    [
      'a number with letters',
      () => sealAsAgency(signed, { identity: agency, entry: { ...ENTRY, number: '7a' }, at: SEALED_AT }),
      'font-lacks-character',
    ],
  ])('%s', async (_case, sign, obstacle) => {
    await expect(sign()).rejects.toMatchObject({ obstacle });
  });
});

function contentOf(stream: PDFStream): string {
  return stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : '';
}

/** Names of the fields whose objects the increment rewrites; any other old object that truly changes is named by its number. */
async function changedObjects(before: Buffer, after: Buffer): Promise<string[]> {
  const [old, now] = [(await Increment.open(before)).document.context, (await Increment.open(after)).document.context];
  const known = new Map(old.enumerateIndirectObjects().map(([ref, object]) => [ref.toString(), String(object)]));
  return now
    .enumerateIndirectObjects()
    .filter(([ref, object]) => known.has(ref.toString()) && known.get(ref.toString()) !== String(object))
    .map(([ref, object]) => {
      const name = object instanceof PDFDict ? object.lookup(PDFName.of('T')) : undefined;
      return name instanceof PDFString ? name.asString() : ref.toString();
    })
    .toSorted();
}
