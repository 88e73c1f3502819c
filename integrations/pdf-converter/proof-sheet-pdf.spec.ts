import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  builtInCalendar,
  deadline,
  extendedDeadline,
  type ProofDocument,
  proofDocument,
  type ProofFacts,
} from '../../src/calendar/index.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { limitFor, policyAt } from '../../src/law/index.js';
import { PdfLibProofSheets } from './proof-sheet-pdf.js';

const run = promisify(execFile);
const at = (local: string): Date => new Date(`${local}:00+07:00`);
const calendar = builtInCalendar();
const policy = policyAt(civilDate('2026-03-12'));
const madeAt = at('2026-03-27T17:45');

const facts: ProofFacts = {
  ticketCode: 'PAKN.20260312.0001',
  duty: 'process',
  start: { at: at('2026-03-12T16:52'), event: 'Tổng đài 1022 chuyển phiếu' },
  limit: limitFor(policy, 'process', 'normal'),
  policy,
  calendar,
  pauses: [{ from: at('2026-03-13T17:05'), to: at('2026-03-16T16:40'), reason: 'chờ người phản ánh gửi giấy báo thu' }],
};

function extended(given: ProofFacts = facts): ProofDocument {
  const counted = deadline(given.start.at, given.limit, calendar, given.pauses);
  const limit = limitFor(policy, 'extension', 'normal');
  const more = extendedDeadline(counted, limit, calendar, given.pauses);
  const event = 'Gia hạn lần 1, ông Nguyễn Văn Ẩn duyệt';
  return proofDocument(counted, { ...given, extensions: [{ limit, event, deadline: more }] });
}

/** Two months of working hours: more lines than a page holds. */
function long(): ProofDocument {
  const limit = { ...facts.limit, amount: 400, unit: 'workingHours' } as const;
  return proofDocument(deadline(facts.start.at, limit, calendar, facts.pauses), { ...facts, limit });
}

describe('the sheet of a proof', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'bang-tinh-'))));
  afterAll(() => rm(folder, { recursive: true }));

  const sheets = new PdfLibProofSheets();
  const textOf = async (pdf: Uint8Array): Promise<string> => {
    await writeFile(join(folder, 'bang.pdf'), pdf);
    await run('pdftotext', ['-layout', join(folder, 'bang.pdf'), join(folder, 'bang.txt')]);
    return readFile(join(folder, 'bang.txt'), 'utf8');
  };

  it('tells a citizen what is due when and why, with every mark of the language', async () => {
    const document = extended();
    const text = (await textOf(await sheets.pdf(document, madeAt))).replace(/\s+/gu, ' ');

    for (const words of [
      'Bảng tính thời hạn',
      'Phiếu PAKN.20260312.0001 – Giải quyết và trả lời',
      '17 giờ 30 phút, thứ Sáu, ngày 27 tháng 3 năm 2026',
      'sau 23:59:59, 27/03/2026',
      '1. Thời hạn: 5 ngày làm việc',
      'Tổng đài 1022 chuyển phiếu, 16:52, thứ Năm 12/03/2026',
      'Tham khảo quy định của địa phương, bộ, ngành khác',
      'Thứ Hai 16/03/2026 Không',
      'Tạm dừng: chờ người phản ánh gửi giấy báo',
      'Cộng: 5 ngày, đúng bằng thời hạn 5 ngày làm việc.',
      '2. Gia hạn: 5 ngày làm việc',
      'Do: Gia hạn lần 1, ông Nguyễn Văn Ẩn duyệt',
      'Tính từ: lúc hết hạn trước, 23:59:59, thứ Sáu 20/03/2026',
      `Mã SHA-256 của bảng: ${document.sha256}`,
      'Lập lúc 17:45, thứ Sáu 27/03/2026.',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toBe(text.normalize('NFC'));
  });

  it('is the same bytes for the same proof', async () => {
    const [one, other] = await Promise.all([sheets.pdf(extended(), madeAt), sheets.pdf(extended(), madeAt)]);

    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it('goes on over pages, with the head of the table and the page number on each', async () => {
    const pages = (await textOf(await sheets.pdf(long(), madeAt))).split('\f').slice(0, -1);

    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Trang ${index + 1}/${pages.length}`);
      expect(page).toMatch(/PAKN\.20260312\.0001 · SHA-256 [0-9a-f]{16}…/u);
      if (index < pages.length - 1) expect(page).toMatch(/Thời gian\s+Tính\s+Cộng\s+Lý do/u);
    }
  });

  it('says its language, its title and its structure to a screen reader', async () => {
    const pdf = await sheets.pdf(extended(), madeAt);
    const { catalog } = await PDFDocument.load(pdf, { updateMetadata: false });
    await writeFile(join(folder, 'the.pdf'), pdf);
    const { stdout: structure } = await run('pdfinfo', ['-struct-text', join(folder, 'the.pdf')]);

    expect(catalog.get(PDFName.of('Lang'))?.toString()).toContain('vi');
    expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString()).toBe('true');
    expect(structure).toMatch(/H1[^\n]*\n\s+"Bảng tính thời hạn"/u);
    expect(structure).toMatch(/TH:?\n\s+\/Scope \/Column\n\s+"Ngày"/u);
    expect(structure.match(/^\s*Table/gmu)).toHaveLength(2);
  });

  it('breaks a reason of one endless word, and divides a row that is taller than a page', async () => {
    const reason = `${'ă'.repeat(400)} ${'chờ người phản ánh bổ sung '.repeat(600)}`;
    const document = extended({ ...facts, pauses: [{ ...facts.pauses[0]!, reason }] });

    const text = await textOf(await sheets.pdf(document, madeAt));
    expect(text.match(/ă/gu)!.length).toBeGreaterThanOrEqual(800);
  });
});
