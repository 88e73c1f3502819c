import { readFileSync } from 'node:fs';
import PizZip from 'pizzip';
import { KINDS, kindNamed, templateFile } from '../../../templates/catalogue.js';
import { TemplateRenderer } from '../rendering/template-renderer.js';
import { FILE_MISTAKES } from './file-mistakes.fixture.js';
import { added, BODY, both, inBody, put, REPLY, spoilt, W } from './spoilt-template.fixture.js';
import { TAG_MISTAKES } from './tag-mistakes.fixture.js';
import { formatFindings } from './format-findings.js';
import { lintTemplate, type LintReport, type LintTools } from './lint-template.js';
import { kindOf, lookOver } from './look-over.js';

const SEEDS = [...TAG_MISTAKES, ...FILE_MISTAKES];

describe('lint of a template', () => {
  const renderer = new TemplateRenderer({ threads: 1, timeLimitMs: 10_000 });
  afterAll(() => renderer.onModuleDestroy());

  const directly: LintTools = {
    lookOver,
    formatFindings,
    tryOut: (kind, docx) => renderer.tryOut(kind, docx),
  };
  const lint = (docx: Buffer, name: string | null = REPLY, tools: LintTools = directly): Promise<LintReport> =>
    lintTemplate(docx, name === null ? null : (kindNamed(name) ?? null), tools);

  it.each(KINDS.map(({ name }) => name))('finds nothing in our own, and knows its kind: %s', async (name) => {
    const report = await lint(readFileSync(templateFile(name)), null);
    expect([report.kind, report.findings, report.warnings]).toEqual([name, [], []]);
    expect(report.sample).not.toBeNull();
  });

  it.each(SEEDS.map((seed) => [seed[0], seed] as const))('%s', async (_what, [, spoil, found, name = REPLY]) => {
    const { findings, sample } = await lint(spoilt(spoil, name), name);
    expect(findings).toContainEqual(expect.objectContaining(found));
    expect(sample).toBeNull();
  });

  it('names every seeded mistake with its part, and says how to mend each', async () => {
    expect(SEEDS.length).toBeGreaterThanOrEqual(60);
    const silent: string[] = [];
    for (const [what, spoil, { code }, name = REPLY] of SEEDS) {
      const finding = (await lint(spoilt(spoil, name), name)).findings.find((one) => one.code === code);
      const said = finding && [finding.part, finding.message, finding.suggestion];
      if (!said || said.some((words) => words === '' || words.normalize('NFC') !== words)) silent.push(what);
    }
    expect(silent).toEqual([]);
  });

  it.each<[string, string, readonly string[]]>([
    ['over two runs of one look', '{nguoi</w:t></w:r><w:r>LOOK<w:t>_ky}', []],
    ['around a mark of the spelling', '{nguoi</w:t></w:r><w:proofErr w:type="spellStart"/><w:r>LOOK<w:t>_ky}', []],
    ['letter by letter', '{nguoi_ky}'.replaceAll(/(?<=.)(?=.)/gu, '</w:t></w:r><w:r>LOOK<w:t>'), []],
    ['over two looks', '{nguoi</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>_ky}', ['tag-split']],
  ])('takes a tag that Word tore %s, for it is filled in all the same', async (_how, torn, warned) => {
    const xml = new PizZip(readFileSync(templateFile(REPLY))).file(BODY)?.asText() ?? '';
    const before = xml.slice(0, xml.indexOf('{nguoi_ky}'));
    const look = before.slice(before.lastIndexOf('<w:r>') + '<w:r>'.length, before.lastIndexOf('<w:t'));
    const whole = await lint(readFileSync(templateFile(REPLY)));
    const report = await lint(spoilt(inBody('{nguoi_ky}', torn.replaceAll('LOOK', look))));

    expect([report.findings, report.warnings.map(({ code }) => code)]).toEqual([[], warned]);
    expect(wordsOf(report.sample)).toBe(wordsOf(whole.sample));
  });

  it.each([
    ['on its writer’s machine', 'file:///C:\\Users\\Lan\\Templates\\Normal.dotm', []],
    ['on a share', '\\\\server\\Normal.dotm', ['link-external']],
  ])('takes a template that was made from one %s: %s', async (_where, target, codes) => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate';
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${type}" Target="${target}" TargetMode="External"/></Relationships>`;
    const { findings } = await lint(spoilt(put('word/_rels/settings.xml.rels', rels)));
    expect([...new Set(findings.map(({ code }) => code))]).toEqual(codes);
  });

  it('names one mistake once, not what follows from it', async () => {
    const { findings } = await lint(spoilt(inBody('{dia_danh}', '{dia_dan}')));
    expect(findings.map(({ code, tag }) => [code, tag])).toEqual([['tag-unknown', 'dia_dan']]);
  });

  it.each<[string, Buffer]>([
    ['text', Buffer.from('không phải DOCX')],
    ['nothing', Buffer.alloc(0)],
    ['half a file', readFileSync(templateFile(REPLY)).subarray(0, 3000)],
    ['a bomb', spoilt(put('word/media/a.bin', '0'.repeat(15_000_000)))],
    ['a name that climbs', spoilt(put('word/../../a.xml', 'x'))],
  ])('refuses %s before anything of it is read', async (_what, docx) => {
    const { findings, sample } = await lint(docx);
    expect([findings.map(({ code }) => code), sample]).toEqual([['file-unsafe'], null]);
  });

  it('guesses the kind of a file from Word by its tags', async () => {
    const docx = spoilt(put('docProps/custom.xml', '<Properties xmlns="x"/>'), 'ke-hoach');
    expect((await lint(docx, null)).kind).toBe('ke-hoach');
    expect(kindOf(new Map([[BODY, '<w:t>Không có trường nào</w:t>']]))).toBeNull();
  });

  it('looks at structure alone where nobody knows the kind', async () => {
    const other = `<w:document ${W}><w:body><w:p><w:r><w:t>{#a}{b}</w:t></w:r></w:p></w:body></w:document>`;
    const docx = spoilt(
      both(
        put(BODY, other),
        put('docProps/custom.xml', '<a/>'),
        put('docProps/core.xml', '<a/>'),
        put('docProps/app.xml', '<a/>'),
        put('word/footer1.xml', '<a/>'),
      ),
    );
    const { kind, findings } = await lint(docx, null);
    expect(kind).toBeNull();
    expect(findings.map(({ code }) => code)).toContain('loop-unclosed');
    expect(findings.map(({ code }) => code)).not.toContain('tag-unknown');
  });

  it('fills the sample in only what is otherwise whole, and hands what it made to the format check', async () => {
    const judged: Buffer[] = [];
    const finding = { code: 'format', part: BODY, tag: null, message: 'Cỡ chữ 15.', suggestion: 'Đặt cỡ 14.' } as const;
    const tools: LintTools = {
      ...directly,
      formatFindings: (docx) => {
        judged.push(docx);
        return Promise.resolve({ errors: [finding], warnings: [] });
      },
    };
    expect((await lint(readFileSync(templateFile(REPLY)), REPLY, tools)).findings).toEqual([finding]);
    expect(judged).toHaveLength(1);
    await lint(spoilt(added('{sai}')), REPLY, tools);
    expect(judged).toHaveLength(1);
  });

  it('stops a template that goes on for ever, and says so', async () => {
    const loops = 5;
    const many = 'noi_nhan';
    const impatient = new TemplateRenderer({ threads: 1, timeLimitMs: 1_500 });
    const slow: LintTools = {
      ...directly,
      tryOut: (kind, docx) => impatient.tryOut({ ...kind, fill: () => ({ ok: true, tags }) }, docx),
    };
    const filled = kindNamed(REPLY)!.fill(
      JSON.parse(readFileSync(templateFile(REPLY).replace('.docx', '.du-lieu.json'), 'utf8')),
    );
    const tags = { ...(filled.ok ? filled.tags : {}), noi_nhan: Array<string>(300).fill('x') };
    const docx = spoilt(added(`${`{#${many}}`.repeat(loops)}{^${many}}x{/${many}}${`{/${many}}`.repeat(loops)}`));
    const { findings } = await lint(docx, REPLY, slow);
    expect(findings).toEqual([
      expect.objectContaining({ code: 'render-failed', message: 'Điền thử mẫu quá 2 giây nên đã dừng.' }),
    ]);
    await impatient.onModuleDestroy();
  });
});

function wordsOf(docx: Buffer | null): string {
  const xml = docx === null ? '' : (new PizZip(docx).file(BODY)?.asText() ?? '');
  return xml.replaceAll('</w:p>', '\n').replace(/<[^>]*>/gu, '');
}
