import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import { X509Certificate } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { verifyPdf } from '../../../src/signing/domain/verification/verify-pdf.js';
import { proveSealedFile, type SealedFileProof } from '../../../src/signing/domain/proof/sealed-file-proof.js';
import { OutsideRefused } from '../../../src/kernel/outside-failure.js';
import { SoapSigningDesk } from '../soap/client/soap-signing-desk.adapter.js';
import { aDirectory, aSimulator, DEPARTMENT, type StartedSimulator } from './simulator.fixture.js';

const TEXT = 'Sao y; Sở Giáo dục và Đào tạo thành phố Hải Phòng';
const ANNEX = 'Số: 513/SGDĐT-GDTrH';

let directory: string;
let simulator: StartedSimulator;
let desk: SoapSigningDesk;
let scan: Buffer;

beforeAll(async () => {
  directory = await aDirectory();
  simulator = await aSimulator(directory);
  desk = new SoapSigningDesk(simulator.client);
  const document = await PDFDocument.create();
  document.addPage([595.3, 841.9]).drawText('scan');
  document.addPage([595.3, 841.9]);
  scan = Buffer.from(await document.save());
});
afterAll(async () => {
  await simulator.stop();
  await rm(directory, { recursive: true });
});

let requests = 0;
const seal = (text: string, content = scan): Promise<Buffer> => {
  requests += 1;
  return desk.sealFile({ clientRequestId: `SGDDT-SAO-${String(requests)}`, text, fileName: 'ban-sao.pdf', content });
};

async function prove(
  returned: Buffer,
  { text = TEXT, submitted = scan, code = DEPARTMENT.agencyCode } = {},
): Promise<SealedFileProof> {
  const crl = Buffer.from(await (await fetch(`${simulator.url}/ca/crl`)).arrayBuffer());
  const verification = verifyPdf(returned, {
    anchors: [new X509Certificate(simulator.rootPem).raw],
    crls: [crl],
    now: new Date('2026-11-25T03:00:00Z'),
  });
  return proveSealedFile({ submitted, returned, verification, agency: { code, name: DEPARTMENT.name }, text });
}

const failed = ({ lines }: SealedFileProof): readonly string[] =>
  lines.filter(({ result }) => result === 'fail').map(({ title }) => title);

describe('a file that the agency alone signs, over SOAP', () => {
  it('comes back with our bytes in front, the signature over all of it, and the text with the time in size 10', async () => {
    const returned = await seal(TEXT);
    const proof = await prove(returned);
    expect(proof.lines).toMatchObject(proof.lines.map(() => ({ result: 'pass' })));
    expect(proof.passed).toBe(true);
    expect(proof.lines.at(-1)?.detail).toMatch(/^Sao y; .* Hải Phòng; 2026-11-25T08:\d\d:\d\d\+07:00$/u);
    expect((await PDFDocument.load(returned)).getPageCount()).toBe(2);
  });

  it('rule 45: an annex in a file of its own shows number and symbol, then the time', async () => {
    const proof = await prove(await seal(ANNEX), { text: ANNEX });
    expect(proof.passed).toBe(true);
    expect(proof.lines.at(-1)?.detail).toMatch(/^Số: 513\/SGDĐT-GDTrH; 2026-11-25T/u);
  });

  it.each([90, 180, 270])(
    'bears the text at the top right as people see it of a page turned by %s degrees',
    async (turn) => {
      const document = await PDFDocument.create();
      document.addPage([595.3, 841.9]).setRotation(degrees(turn));
      const turned = Buffer.from(await document.save());
      expect(failed(await prove(await seal(TEXT, turned), { submitted: turned }))).toEqual([]);
    },
  );

  it('is the same file when it is asked for again, and refuses another under the same request', async () => {
    const file = { clientRequestId: 'SGDDT-LAI', text: TEXT, fileName: 'ban-sao.pdf', content: scan };
    const first = await desk.sealFile(file);
    expect((await desk.sealFile(file)).equals(first)).toBe(true);
    await expect(desk.sealFile({ ...file, text: ANNEX })).rejects.toBeInstanceOf(OutsideRefused);
  });

  it.each([
    ['no PDF', () => Promise.resolve(Buffer.from('not a PDF'))],
    ['a file that is signed already', () => seal(TEXT)],
  ])('is not signed when it is %s', async (_rule, make) => {
    await expect(seal(TEXT, await make())).rejects.toBeInstanceOf(OutsideRefused);
  });
});

describe('the proof of such a file fails', () => {
  it.each([
    ['when another file was signed', { submitted: Buffer.from('%PDF-1.7 other') }, 'Đúng tệp đã gửi ký'],
    ['when another text stands there', { text: ANNEX }, 'Dòng chữ ở góc phải trang 1'],
    ['when another agency signed', { code: '000.00.99.H24' }, 'Chữ ký số của cơ quan'],
  ])('%s', async (_rule, wish, title) => {
    const proof = await prove(await seal(TEXT), wish);
    expect(failed(proof)).toEqual([title]);
    expect(proof.passed).toBe(false);
  });

  it('when it came back unsigned', async () => {
    const proof = await prove(scan);
    expect(proof.passed).toBe(false);
    expect(failed(proof)).toHaveLength(4);
  });

  it('when a byte was changed', async () => {
    const returned = await seal(TEXT);
    returned.writeUInt8(returned.readUInt8(scan.length - 40) ^ 1, scan.length - 40);
    expect((await prove(returned)).passed).toBe(false);
  });
});
