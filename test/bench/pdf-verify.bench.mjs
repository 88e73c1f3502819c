/**
 * Verifying a further signed letter of a leader from its file: read, digest, signature, certificate path, revocation list, every save after the
 * signature. The file is signed by the simulated e-office.
 *
 * The limit is the arithmetic that no verifier can leave out, of a file that was taken apart beforehand: it reads the same file in chunks, hashes what is
 * signed (a small file is a third place kept for the signature, which nobody hashes) and checks the one RSA signature. What ours takes above it is
 * finding out from the file itself what is signed, that nothing else is, and whether the certificate is to be trusted. Nothing is
 * remembered of a file, but of certificates, the leader's among them, how they read and that their issuer signed them; the same of revocation lists; and
 * the words of the format. The first letter of a leader costs more: a signature of the certificate and one of the list are checked then alone. The tools
 * beside ours remember nothing, do not ask the revocation list, and `pdfsig` judges no certificate.
 *
 * Both sides read into memory that is used again, as the threads that verify do; `freshMemory` is the price of not doing so. Beside ours stand the tools that
 * a department would call instead, each a process of its own: `pdfsig`, and `openssl cms` on a file that was taken apart beforehand.
 */
import { createHash, randomBytes, verify as isSignedBy } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { preparePdf } from '../../dist/integrations/pdf-converter/prepare-pdf.js';
import { openAuthority } from '../../dist/integrations/e-office/simulator/authority/authority.js';
import { signAsLeader } from '../../dist/integrations/e-office/simulator/signer/sign-as-leader.js';
import { readSignedData } from '../../dist/src/signing/domain/cms/signed-data.js';
import { verifyPdf } from '../../dist/src/signing/domain/verification/verify-pdf.js';
import { FileMemory } from '../../dist/src/platform/files/file-memory.js';
import { measure } from './measure.mjs';
import { partsOf, requireTools, signatureTools } from './signature-tools.mjs';

const KIB = 1024;
const SIGNED_AT = new Date('2026-03-05T01:30:00Z');
const CHUNK = Buffer.allocUnsafe(256 * KIB);

/**
 * A verification runs some 600 functions once a file: V8 compiles for the first 20,000 small ones, and most of it between the 10,000th and the
 * 12,000th, where the usual warm-up ends.
 */
const WARM_UP_MS = 6000;

const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';

/** What a signed letter holds besides its filling: fonts of the fields, structure, signature. */
const EVERYTHING_ELSE = 52 * KIB;

/** Where the converter leaves its placeholder links, in points. */
const PLACES = {
  so: [146, 740, 198, 755],
  ngay: [423, 725, 436, 740],
  thang: [472, 725, 485, 740],
  chu_ky: [360, 373, 501, 441],
};

export const verify100KB = { name: 'pdf-verify-100kb', run: (options) => verify(100 * KIB, options) };
export const verify1MB = { name: 'pdf-verify-1mb', run: (options) => verify(1024 * KIB, options) };
export const verify20MB = { name: 'pdf-verify-20mb', run: (options) => verify(20 * 1024 * KIB, options) };

async function verify(fileBytes, { rounds }) {
  requireTools();
  const directory = await mkdtemp(join(tmpdir(), 'hoi-am-bench-'));
  try {
    const { pdf, trust } = await aSignedLetter(directory, fileBytes);
    const path = join(directory, 'letter.pdf');
    writeFileSync(path, pdf);
    const memory = new FileMemory();
    const ours = () => verifyPdf(memory.read(path), trust);
    requireAccepted(ours(), verifyPdf(withFlippedByte(pdf), trust));
    const signature = takenApart(pdf);
    if (!isIntact(path, signature)) throw new Error('The limit does not find the letter intact');
    const tools = await signatureTools(directory, { path, pdf, anchor: trust.anchors[0] });

    const taken = await measure(
      [
        { name: 'ours', run: (times) => repeat(times, ours), warmUpMs: WARM_UP_MS },
        { name: 'limit', run: (times) => repeat(times, () => isIntact(path, signature)) },
        { name: 'freshMemory', run: (times) => repeat(times, () => verifyPdf(readFileSync(path), trust)) },
        ...tools,
      ],
      rounds,
    );
    return {
      ours: taken.cpuMs('ours'),
      limit: taken.cpuMs('limit'),
      ratio: taken.ratio('ours', 'limit'),
      beside: Object.fromEntries(
        ['freshMemory', ...tools.map(({ name }) => name)].map((name) => [
          name,
          { cpuMs: taken.cpuMs(name), ratio: taken.ratio(name, 'limit') },
        ]),
      ),
      detail: { fileKiB: pdf.length / KIB },
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function repeat(times, work) {
  for (let at = 0; at < times; at += 1) work();
}

/** What the limit need not find out: where the place of the signature stands, and what was signed by which key. */
function takenApart(pdf) {
  const { gap, contents } = partsOf(pdf);
  const { certificates, signer } = readSignedData(contents);
  const { key } = certificates.find(({ serial }) => serial === signer.serial).computedKey;
  const [digest] = signer.signedAttributes.get(MESSAGE_DIGEST);
  return { gap, key, attributes: signer.signedBytes, signature: signer.signature, digest: digest.content };
}

function isIntact(path, { gap, key, attributes, signature, digest }) {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  let at = 0;
  for (let read = readSync(file, CHUNK); read > 0; at += read, read = readSync(file, CHUNK)) {
    hash.update(CHUNK.subarray(0, within(gap.start - at, read)));
    hash.update(CHUNK.subarray(within(gap.end - at, read), read));
  }
  closeSync(file);
  return hash.digest().equals(digest) && isSignedBy('sha256', attributes, key, signature);
}

function within(place, length) {
  return Math.max(0, Math.min(place, length));
}

async function aSignedLetter(directory, fileBytes) {
  const clock = { now: () => SIGNED_AT };
  const authority = await openAuthority(directory, { clock, crlUrl: 'http://127.0.0.1:7080/ca/crl' });
  const identity = await authority.identityOf('khanh.dq', {
    fullName: 'Đỗ Quốc Khánh',
    title: 'Phó Giám đốc',
    department: 'Sở Giáo dục và Đào tạo',
  });
  const { pdf: prepared } = await preparePdf(await aLetter(fileBytes));
  const pdf = await signAsLeader(prepared, { identity, at: SIGNED_AT });
  const anchor = Buffer.from(authority.rootPem().replace(/-----[^-]+-----|\s/gu, ''), 'base64');
  return { pdf, trust: { anchors: [anchor], crls: [await authority.crl()], now: SIGNED_AT } };
}

/** One page with the links of a converted letter, and an attachment's worth of bytes that do not pack. */
async function aLetter(fileBytes) {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([595.3, 841.9]);
  page.drawText('/SGDDT-VP', { x: 198, y: 743, size: 13, font: await document.embedFont(StandardFonts.TimesRoman) });
  const links = Object.entries(PLACES).map(([place, box]) => {
    const action = { S: 'URI', URI: PDFString.of(`https://hoi-am.invalid/place/${place}`) };
    return document.context.register(document.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: box, A: action }));
  });
  page.node.set(PDFName.of('Annots'), document.context.obj(links));
  const filling = document.context.register(document.context.stream(randomBytes(fileBytes - EVERYTHING_ELSE)));
  document.catalog.set(PDFName.of('HoiAmFilling'), filling);
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

function withFlippedByte(pdf) {
  const flipped = Buffer.from(pdf);
  flipped[Math.floor(pdf.length / 2)] ^= 1;
  return flipped;
}

/** A verifier that accepts everything is fast too. */
function requireAccepted(whole, damaged) {
  if (!whole.accept) throw new Error(`The signed letter is not accepted: ${JSON.stringify(whole.reasons)}`);
  if (damaged.accept) throw new Error('A damaged letter is accepted');
}
