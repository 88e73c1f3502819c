import { docxWith } from '../../../test/support/office-writer.js';
import { partOf, paragraphWith } from './a-template.fixture.js';
import { RenderThreads } from './render-threads.js';
import { requireSafeTemplate, type SafeTemplate } from './safe-template.js';

const aTemplate = (text: string): Promise<SafeTemplate> => requireSafeTemplate(docxWith(paragraphWith(text)));

describe('threads that make documents', () => {
  const threads = new RenderThreads({ threads: 2, timeLimitMs: 10_000 });
  afterAll(() => threads.close());

  it('answers every job with its own document, more jobs than threads', async () => {
    const template = await aTemplate('{ten}');
    const names = Array.from({ length: 12 }, (_, index) => `số ${String(index)}`);
    const made = await Promise.all(names.map((ten) => threads.run({ template, tags: { ten } })));
    expect(made.map((docx) => partOf(docx)).map((xml) => /số \d+/u.exec(xml)?.[0])).toEqual(names);
  });

  it('stops a thread that takes too long, keeps the event loop free, and goes on', async () => {
    const impatient = new RenderThreads({ threads: 1, timeLimitMs: 3_000 });
    const loops = { open: '{#a}'.repeat(5), close: '{/a}'.repeat(5) };
    const endless = {
      template: await aTemplate(`${loops.open}{^a}x{/a}${loops.close}`),
      tags: { a: Array<string>(500).fill('x') },
    };
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 20);
    await expect(impatient.run(endless)).rejects.toMatchObject({
      code: 'template-timeout',
      details: { limitMs: 3_000 },
    });
    clearInterval(turning);
    expect(turns).toBeGreaterThan(50);

    const docx = await impatient.run({ template: await aTemplate('{ten}'), tags: { ten: 'tiếp' } });
    expect(partOf(docx)).toContain('tiếp');
    await impatient.close();
  });

  it.each([
    ['a raw tag', '{@ten}', 'tag-forbidden'],
    ['changed delimiters', '{=[[ ]]=}', 'tag-forbidden'],
    ['an expression', '{ten + 1}', 'tag-forbidden'],
    ['an inherited property', '{ten.constructor}', 'tag-forbidden'],
    ['a loop left open', '{#ten}', 'unclosed_loop'],
    ['a tag left open', '{ten', 'unclosed_tag'],
  ])('refuses a template with %s', async (_case, paragraph, problem) => {
    await expect(threads.run({ template: await aTemplate(paragraph), tags: { ten: 'x' } })).rejects.toMatchObject({
      code: 'template-broken',
      details: { problems: [{ problem }] },
    });
  });

  it.each(['{ten}', '{#ten}{.}{/ten}', '{constructor}'])('names the tag that has no value in %s', async (paragraph) => {
    const field = /\w+/u.exec(paragraph)?.[0];
    await expect(threads.run({ template: await aTemplate(paragraph), tags: {} })).rejects.toMatchObject({
      code: 'template-field-missing',
      details: { field },
    });
  });

  it('fills a template in after it was refused for its data', async () => {
    const template = await aTemplate('{ten}');
    await expect(threads.run({ template, tags: {} })).rejects.toMatchObject({ code: 'template-field-missing' });
    expect(partOf(await threads.run({ template, tags: { ten: 'đủ' } }))).toContain('đủ');
  });

  it('makes a table of 10,000 rows in time, and keeps the event loop free', async () => {
    const cell = (text: string): string => `<w:tc><w:tcPr/>${paragraphWith(text)}</w:tc>`;
    const table = `<w:tbl><w:tblPr/><w:tblGrid/><w:tr>${cell('{#dong}{stt}')}${cell('{ten}{/dong}')}</w:tr></w:tbl>`;
    const rows = Array.from({ length: 10_000 }, (_, at) => ({
      stt: String(at + 1),
      ten: `Trường số ${String(at + 1)}`,
    }));
    const template = await requireSafeTemplate(docxWith(`${table}<w:p/>`));
    const xml = partOf(await threads.run({ template, tags: { dong: rows } }));
    expect([xml.split('<w:tr>').length - 1, xml.includes('Trường số 10000<')]).toEqual([10_000, true]);
  });

  it('refuses work after it was closed', async () => {
    const closed = new RenderThreads({ threads: 1, timeLimitMs: 10_000 });
    await closed.close();
    await expect(closed.run({ template: await aTemplate('x'), tags: {} })).rejects.toMatchObject({
      code: 'template-broken',
    });
  });
});
