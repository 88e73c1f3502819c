import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { templateFile } from '../../templates/catalogue.js';
import { TemplateLint, TemplateRenderer } from '../../src/drafting/index.js';
import { BODY, HIDDEN_WORDS, inBody, REPLY, spoilt } from '../../src/drafting/lint/spoilt-template.fixture.js';
import { runTemplate } from '../../src/cli/files/template-lint.js';
import { refused } from '../../src/cli/outcome.js';

describe('hoi-am template lint', () => {
  const renderer = new TemplateRenderer({ threads: 1, timeLimitMs: 10_000 });
  const lint = new TemplateLint(renderer);
  const folder = mkdtempSync(join(tmpdir(), 'template-'));
  const [good, bad] = ['good.docx', 'bad.docx'].map((name) => join(folder, name)) as [string, string];

  beforeAll(() => {
    writeFileSync(good, readFileSync(templateFile(REPLY)));
    writeFileSync(bad, spoilt(inBody('{trich_yeu}', '{trich_yu}')));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await Promise.all([lint.onModuleDestroy(), renderer.onModuleDestroy()]);
  });

  it('accepts a good template', async () => {
    const { exitCode, lines, messages } = await runTemplate(['lint', good, '--json'], lint);
    expect([exitCode, messages]).toEqual([0, []]);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([{ file: good, accept: true, findings: [] }]);
  });

  it('answers one JSON object, in exactly these fields and in their order', async () => {
    const { exitCode, lines, messages } = await runTemplate(['lint', bad, '--fields', REPLY, '--json'], lint);
    expect([exitCode, messages]).toEqual([1, []]);
    expect(lines).toEqual([
      JSON.stringify({
        file: bad,
        accept: false,
        findings: [
          {
            code: 'tag-unknown',
            part: BODY,
            tag: 'trich_yu',
            message: 'Loại văn bản này không có trường mang tên như vậy.',
            suggestion: '{trich_yeu}',
          },
        ],
      }),
    ]);
  });

  it('says it in words without --json', async () => {
    const { lines } = await runTemplate(['lint', bad], lint);
    expect(lines).toEqual([
      `${bad}: 1 điều phải sửa`,
      `  ${BODY}, “trich_yu”: Loại văn bản này không có trường mang tên như vậy. → {trich_yeu}`,
    ]);
  });

  it('says what people may weigh, and takes the template all the same', async () => {
    const hidden = join(folder, 'hidden.docx');
    writeFileSync(hidden, spoilt(HIDDEN_WORDS));
    const { exitCode, lines } = await runTemplate(['lint', hidden], lint);
    expect([exitCode, lines[0]]).toEqual([0, `${hidden}: dùng được`]);
    expect(lines[1]).toMatch(/^ {2}Lưu ý: word\/document\.xml: .* → Không có chữ bị ẩn\.$/u);
  });

  it('measures a template by the kind that it shall be of', async () => {
    const { exitCode, lines } = await runTemplate(['lint', good, '--fields', 'ke-hoach', '--json'], lint);
    expect(exitCode).toBe(1);
    expect(lines[0]).toContain('"field-never-printed"');
  });

  it.each<[string, readonly string[], string]>([
    ['nothing to do', [], 'hoi-am template cần một trong: lint.'],
    ['another act', ['build', 'a.docx'], 'hoi-am template không có lệnh "build".'],
    ['two files', ['lint', 'a.docx', 'b.docx'], 'thừa "b.docx". Viết: hoi-am template lint'],
    ['an unknown option', ['lint', 'a.docx', '--fast'], 'không có lựa chọn --fast'],
    ['a file that is not there', ['lint', 'khong-co.docx'], 'Không đọc được tệp "khong-co.docx"'],
    ['a kind that is not there', ['lint', 'a.docx', '--fields', 'ke-hoch'], 'Có phải "ke-hoach"?'],
  ])('is of no use with %s', async (_what, args, message) => {
    const { exitCode, lines, messages } = await runTemplate(args, lint).catch(refused);
    expect([exitCode, lines]).toEqual([2, []]);
    expect(messages.join(' ')).toContain(message);
  });
});
