import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInspect } from '../../src/cli/files/inspect.js';
import { refused } from '../../src/cli/outcome.js';
import { FileInspector } from '../../src/files/index.js';
import { docxOf, docxRelatedTo, docxWith } from '../support/office-writer.js';

const inspector = new FileInspector();
let directory: string;
const path = (name: string): string => join(directory, name);

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'inspect-'));
  const oldFont = docxWith('<w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>a</w:t></w:r></w:p>');
  await writeFile(path('good.docx'), docxOf());
  await writeFile(path('old.docx'), oldFont);
  await writeFile(path('bad.docx'), docxRelatedTo('attachedTemplate', 'http://a.vn/t.dotm'));
  await writeFile(path('large.txt'), Buffer.alloc(21 * 1024 * 1024, 32));
});
afterAll(async () => {
  await inspector.onApplicationShutdown();
  await rm(directory, { recursive: true });
});

describe('hoi-am inspect', () => {
  it('answers one JSON object a file, in exactly these fields and in their order', async () => {
    const files = ['bad.docx', 'good.docx', 'old.docx', 'large.txt'].map(path);
    const { exitCode, lines, messages } = await runInspect(['--json', ...files], inspector);
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const message = expect.any(String) as unknown;

    expect({ exitCode, messages }).toEqual({ exitCode: 1, messages: [] });
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { file: files[0], accept: false, verdict: 'reject', type, reasons: [{ code: 'office-external', message }] },
      { file: files[1], accept: true, verdict: 'accept', type, reasons: [] },
      { file: files[2], accept: true, verdict: 'warn', type, reasons: [{ code: 'office-old-font', message }] },
      {
        file: files[3],
        accept: false,
        verdict: 'reject',
        type: 'application/octet-stream',
        reasons: [{ code: 'file-too-large', message }],
      },
    ]);
  });

  it('says it in words without --json', async () => {
    const { exitCode, lines } = await runInspect([path('old.docx')], inspector);
    expect(exitCode).toBe(0);
    expect(lines).toEqual([
      expect.stringContaining('old.docx: nhận được, có điều cần xem'),
      '  Văn bản dùng phông chữ cũ .VnTime. Chuyển sang Times New Roman, bảng mã Unicode.',
    ]);
  });

  it.each([
    ['good files', 0, () => [path('good.docx'), path('old.docx')]],
    ['a bad file', 1, () => [path('good.docx'), path('bad.docx')]],
    ['a file that is not there', 2, () => [path('good.docx'), path('gone.docx')]],
    ['a folder', 2, () => [directory]],
    ['no file', 2, () => []],
    ['an unknown option', 2, () => ['--all', path('good.docx')]],
  ])('ends with the right status for %s', async (_what, status, args) => {
    expect((await runInspect([...args(), '--json'], inspector).catch(refused)).exitCode).toBe(status);
  });
});
