import { readFileSync } from 'node:fs';
import { templateFile } from '../../../templates/catalogue.js';
import { TemplateRenderer } from '../rendering/template-renderer.js';
import { BODY, inBody, REPLY, spoilt } from './spoilt-template.fixture.js';
import { TemplateLint } from './template-lint.js';

describe('the lint of templates, in its thread', () => {
  const renderer = new TemplateRenderer({ threads: 1, timeLimitMs: 10_000 });
  const lint = new TemplateLint(renderer);
  afterAll(() => Promise.all([lint.onModuleDestroy(), renderer.onModuleDestroy()]));

  it('finds nothing in a good one, and hands back its sample', async () => {
    const { kind, findings, sample } = await lint.lint(readFileSync(templateFile(REPLY)), null);
    expect([kind, findings]).toEqual([REPLY, []]);
    expect(sample?.subarray(0, 2).toString()).toBe('PK');
  });

  it('leaves the caller his file, and names what is wrong with it', async () => {
    const docx = spoilt(inBody('{trich_yeu}', '{trich_yu}'));
    const before = Buffer.from(docx);
    expect((await lint.lint(docx, null)).findings).toEqual([
      expect.objectContaining({ code: 'tag-unknown', part: BODY, tag: 'trich_yu', suggestion: '{trich_yeu}' }),
    ]);
    expect(docx.equals(before)).toBe(true);
  });

  it('stops at a file that costs too much to read, and goes on with the next', async () => {
    const greedy = spoilt(inBody('<w:body>', `<w:body>${'<w:sectPr w:a=""/>'.repeat(140_000)}`));
    const [first, second] = await Promise.all([
      lint.lint(greedy, null),
      lint.lint(readFileSync(templateFile(REPLY)), null),
    ]);
    expect(first.findings.map(({ code }) => code)).toEqual(['file-unsafe']);
    expect(second.findings).toEqual([]);
  });
});
