import { PDFDocument } from '@cantoo/pdf-lib';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openAuthority } from '../../integrations/e-office/simulator/authority/authority.js';
import type { SigningIdentity } from '../../integrations/e-office/simulator/authority/identity.js';
import { sealAsAgency } from '../../integrations/e-office/simulator/signer/seal-as-agency.js';
import { signAsLeader } from '../../integrations/e-office/simulator/signer/sign-as-leader.js';
import { letterWithPlaces } from '../../integrations/pdf-converter/letter-with-places.fixture.js';
import { preparePdf } from '../../integrations/pdf-converter/prepare-pdf.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import {
  type LetterExpectation,
  type ProofLine,
  proveSignedLetter,
} from '../../src/signing/domain/proof/letter-proof.js';
import { verifyPdf } from '../../src/signing/domain/verification/verify-pdf.js';
import { richLetter } from '../support/test-authority/rich-letter.js';
import { ToolAuthority } from '../support/tool-authority.js';

const AT = new Date('2026-03-05T01:30:00.000Z');
const EXPECTATION: LetterExpectation = {
  stage: 'leaderSigned',
  leader: { userCode: 'huong.dtq', name: 'Đỗ Thị Quỳnh Hương' },
  agency: { code: 'H24.3', name: 'Sở Giáo dục và Đào tạo' },
};

let directory: string;
let tools: ToolAuthority;
let leader: SigningIdentity;
let agency: SigningIdentity;
let letters: Readonly<Record<'ours' | 'rich', Buffer>>;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'resaved-'));
  tools = new ToolAuthority();
  const authority = await openAuthority(directory, {
    clock: { now: () => AT },
    crlUrl: 'http://127.0.0.1:7080/ca/crl',
  });
  const department = 'Sở Giáo dục và Đào tạo';
  leader = await authority.identityOf('huong.dtq', {
    fullName: 'Đỗ Thị Quỳnh Hương',
    title: 'Phó Giám đốc',
    department,
  });
  agency = await authority.agencyIdentity('H24.3', department);
  letters = { ours: (await preparePdf(await letterWithPlaces())).pdf, rich: richLetter() };
});
afterAll(async () => {
  tools.close();
  await rm(directory, { recursive: true });
});

function line(submitted: Buffer, returned: Buffer): ProofLine | undefined {
  const verification = verifyPdf(returned, { anchors: [], crls: [], now: AT });
  const proof = proveSignedLetter({ submitted, returned, verification, expectation: EXPECTATION });
  return proof.lines.find(({ code }) => code === 'submittedFile');
}

/** The letter as qpdf writes it anew. */
function byQpdf(pdf: Buffer, ...options: readonly string[]): Buffer {
  tools.write('letter.pdf', pdf);
  tools.run('qpdf', '--warning-exit-0', ...options, 'letter.pdf', 'anew.pdf');
  return tools.read('anew.pdf');
}

async function byPdfLib(pdf: Buffer, useObjectStreams: boolean): Promise<Buffer> {
  const document = await PDFDocument.load(pdf);
  document.setTitle('Lưu lại');
  return Buffer.from(await document.save({ useObjectStreams, updateFieldAppearances: false }));
}

const PROGRAMS: readonly (readonly [string, (pdf: Buffer) => Buffer | Promise<Buffer>])[] = [
  ['qpdf', (pdf) => byQpdf(pdf)],
  ['qpdf with object streams', (pdf) => byQpdf(pdf, '--object-streams=generate')],
  ['qpdf without any', (pdf) => byQpdf(pdf, '--object-streams=disable')],
  ['qpdf for the web', (pdf) => byQpdf(pdf, '--linearize')],
  ['qpdf with other compression', (pdf) => byQpdf(pdf, '--recompress-flate', '--compression-level=1')],
  ['qpdf without compression', (pdf) => byQpdf(pdf, '--stream-data=uncompress')],
  ['qpdf for reading', (pdf) => byQpdf(pdf, '--qdf', '--normalize-content=n')],
  ['qpdf with joined contents', (pdf) => byQpdf(pdf, '--coalesce-contents')],
  ['pdf-lib', (pdf) => byPdfLib(pdf, false)],
  ['pdf-lib with object streams', (pdf) => byPdfLib(pdf, true)],
];

describe.each(['ours', 'rich'] as const)('rule 41: the letter (%s) written anew by a program, then signed', (which) => {
  it.each(PROGRAMS)('passes when %s wrote it', async (_program, write) => {
    const submitted = letters[which];
    const signed = await signAsLeader(await write(submitted), { identity: leader, at: AT });
    expect(line(submitted, signed)).toMatchObject({
      result: 'pass',
      detail: expect.stringContaining('Hệ thống quản lý văn bản đã lưu lại tệp trước khi ký') as string,
    });
  });
});

it('rule 41: a letter that qpdf wrote anew still passes once it was sealed', async () => {
  const signed = await signAsLeader(byQpdf(letters.ours, '--object-streams=generate'), { identity: leader, at: AT });
  const entry = { number: '7', issuedDate: civilDate('2026-03-05') };
  const sealed = await sealAsAgency(signed, { identity: agency, at: AT, entry });
  expect(line(letters.ours, sealed)).toMatchObject({ result: 'pass' });
});

/** MuPDF rounds to seven digits: a letter that is measured more finely counts as changed. */
it('rule 41: a letter that mutool wrote anew, objects renumbered and doubles merged, passes', async () => {
  tools.write('letter.pdf', letters.rich);
  tools.run('mutool', 'clean', '-gggz', 'letter.pdf', 'anew.pdf');
  const signed = await signAsLeader(tools.read('anew.pdf'), { identity: leader, at: AT });
  expect(line(letters.rich, signed)).toMatchObject({ result: 'pass' });
});

describe('rule 41: a program that changes the letter as it writes it anew', () => {
  it('fails when qpdf takes a page out', async () => {
    const signed = await signAsLeader(byQpdf(letters.rich, '--pages', '.', '1', '--'), { identity: leader, at: AT });
    expect(line(letters.rich, signed)).toMatchObject({ result: 'fail' });
  });

  it('fails when pdf-lib draws a word', async () => {
    const document = await PDFDocument.load(letters.ours);
    document.getPage(0).drawText('them', { x: 90, y: 520, size: 13 });
    const anew = Buffer.from(await document.save({ updateFieldAppearances: false }));
    const returned = await signAsLeader(anew, { identity: leader, at: AT });
    expect(line(letters.ours, returned)?.detail).toContain('Chỗ khác ở trang 1');
  });
});
