import PizZip from 'pizzip';
import { RenderThreads } from './render-threads.js';

const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

function aTemplate(paragraph: string): Buffer {
  const zip = new PizZip();
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${TYPES}"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  );
  zip.file(
    'word/document.xml',
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${paragraph}</w:t></w:r></w:p></w:body></w:document>`,
  );
  return zip.generate({ type: 'nodebuffer' });
}

const documentOf = (docx: Buffer): string => new PizZip(docx).file('word/document.xml')?.asText() ?? '';

describe('threads that make documents', () => {
  const threads = new RenderThreads({ threads: 2, timeLimitMs: 10_000 });
  afterAll(() => threads.close());

  it('answers every job with its own document, more jobs than threads', async () => {
    const template = aTemplate('{ten}');
    const names = Array.from({ length: 12 }, (_, index) => `số ${String(index)}`);
    const made = await Promise.all(names.map((ten) => threads.run({ template, tags: { ten } })));
    expect(made.map(documentOf).map((xml) => /số \d+/u.exec(xml)?.[0])).toEqual(names);
  });

  it('stops a thread that takes too long, keeps the event loop free, and goes on', async () => {
    const impatient = new RenderThreads({ threads: 1, timeLimitMs: 3_000 });
    const loops = { open: '{#a}'.repeat(5), close: '{/a}'.repeat(5) };
    const endless = {
      template: aTemplate(`${loops.open}{^a}x{/a}${loops.close}`),
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

    const next = await impatient.run({ template: aTemplate('{ten}'), tags: { ten: 'tiếp' } });
    expect(documentOf(next)).toContain('tiếp');
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
    await expect(threads.run({ template: aTemplate(paragraph), tags: { ten: 'x' } })).rejects.toMatchObject({
      code: 'template-broken',
      details: { problems: [{ problem }] },
    });
  });

  it.each(['{ten}', '{#ten}{.}{/ten}', '{constructor}'])('names the tag that has no value in %s', async (paragraph) => {
    const field = /\w+/u.exec(paragraph)?.[0];
    await expect(threads.run({ template: aTemplate(paragraph), tags: {} })).rejects.toMatchObject({
      code: 'template-field-missing',
      details: { field },
    });
  });

  it('refuses what is no archive at all', async () => {
    await expect(threads.run({ template: Buffer.from('không phải DOCX'), tags: {} })).rejects.toMatchObject({
      code: 'template-broken',
    });
  });

  it('refuses work after it was closed', async () => {
    const closed = new RenderThreads({ threads: 1, timeLimitMs: 10_000 });
    await closed.close();
    await expect(closed.run({ template: aTemplate('x'), tags: {} })).rejects.toMatchObject({ code: 'template-broken' });
  });
});
