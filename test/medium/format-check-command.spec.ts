import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runFormat } from '../../src/cli/files/format.js';
import { refused } from '../../src/cli/outcome.js';
import { FormatChecker } from '../../src/drafting/index.js';
import { FileInspector } from '../../src/files/index.js';
import { docxOfPlan } from '../support/decree-document.js';
import { goodLetter } from '../support/decree-plans.js';
import { docxRelatedTo } from '../support/office-writer.js';
import { pngOf } from '../support/picture-writer.js';

const inspector = new FileInspector();
const checker = new FormatChecker(inspector);
let directory: string;
const path = (name: string): string => join(directory, name);

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'format-'));
  const small = goodLetter();
  small.nation.size = 11;
  await writeFile(path('good.docx'), docxOfPlan(goodLetter()));
  await writeFile(path('small.docx'), docxOfPlan(small));
  await writeFile(path('fetching.docx'), docxRelatedTo('attachedTemplate', 'http://a.vn/t.dotm'));
  await writeFile(path('picture.png'), pngOf());
  await writeFile(path('cut.docx'), docxOfPlan(goodLetter()).subarray(0, 900));
  await writeFile(path('cut.pdf'), '%PDF-1.7\n1 0 obj<<>>\n');
});
afterAll(async () => {
  await Promise.all([checker.onApplicationShutdown(), inspector.onApplicationShutdown()]);
  await rm(directory, { recursive: true });
});

describe('hoi-am format check', () => {
  it('answers one JSON object a file, in exactly these fields and in their order', async () => {
    const files = ['small.docx', 'good.docx'].map(path);
    const { exitCode, lines, messages } = await runFormat(['check', '--json', ...files], checker);
    expect({ exitCode, messages }).toEqual({ exitCode: 1, messages: [] });
    expect(lines).toEqual([
      JSON.stringify({
        file: files[0],
        accept: false,
        findings: [
          {
            rule: 'nation-size',
            severity: 'error',
            where: 'Quốc hiệu, đoạn 5: “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”',
            message: 'Cỡ chữ là 11, phải từ 12 đến 13.',
            source: 'Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1',
          },
        ],
      }),
      JSON.stringify({ file: files[1], accept: true, findings: [] }),
    ]);
  });

  it('says it in words without --json', async () => {
    const { exitCode, lines } = await runFormat(['check', path('good.docx'), path('small.docx')], checker);
    expect(exitCode).toBe(1);
    expect(lines).toEqual([
      `${path('good.docx')}: đạt`,
      `${path('small.docx')}: còn 1 lỗi thể thức`,
      expect.stringMatching(/^ {2}Lỗi\. Quốc hiệu, đoạn 5: “.*”\. Cỡ chữ là 11, phải từ 12 đến 13\. \(Nghị định 30/u),
    ]);
  });

  it.each([
    ['good files', 0, () => ['check', path('good.docx'), path('good.docx')]],
    ['a file with a finding', 1, () => ['check', path('good.docx'), path('small.docx')]],
    ['a file that is not taken', 1, () => ['check', path('fetching.docx')]],
    ['a document that is cut off', 1, () => ['check', path('cut.docx'), path('cut.pdf')]],
    ['a file that is not there', 2, () => ['check', path('good.docx'), path('gone.docx')]],
    ['a file that is no document', 2, () => ['check', path('picture.png')]],
    ['no file', 2, () => ['check']],
    ['another word', 2, () => ['mend', path('good.docx')]],
    ['an unknown option', 2, () => ['check', '--all', path('good.docx')]],
  ] as const)('ends for %s with status %d', async (_what, status, given) => {
    expect((await runFormat(given(), checker).catch(refused)).exitCode).toBe(status);
  });

  it('says of a refused file why it was not read', async () => {
    const { lines } = await runFormat(['check', '--json', path('fetching.docx')], checker);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      accept: false,
      findings: [{ rule: 'file-refused', severity: 'error', where: 'Tệp' }],
    });
  });
});
