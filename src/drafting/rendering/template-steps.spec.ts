import { readFileSync } from 'node:fs';
import Docxtemplater from 'docxtemplater';
import fc from 'fast-check';
import { checkProperty } from '../../../test/support/check-property.js';
import PizZip from 'pizzip';
import { KINDS, sampleOf, templateFile } from '../../../templates/catalogue.js';
import type { TagValues } from '../../../templates/document-fields.js';
import { docxWith } from '../../../test/support/office-writer.js';
import { partOf } from './a-template.fixture.js';
import { like, randomBody, randomTags } from './random-template.fixture.js';
import { RenderThreads, type MadeDocx } from './render-threads.js';
import { requireSafeTemplate } from './safe-template.js';

/** docxtemplater as its documentation shows it, with the house's meaning of a tag and of a value that is not there. */
function plainly(docx: Buffer, tags: object): PizZip {
  const own = (scope: unknown, tag: string): unknown =>
    Object.hasOwn(Object(scope) as object, tag) ? (scope as Record<string, unknown>)[tag] : undefined;
  return new Docxtemplater(new PizZip(docx), {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    parser: (tag: string) => ({ get: (scope: unknown) => (tag === '.' ? scope : own(scope, tag)) }),
    nullGetter: () => {
      throw new Error('missing');
    },
  })
    .render(tags)
    .getZip();
}

/** What both make of it: the same parts, or a refusal of both. */
async function expectAlike(threads: RenderThreads, docx: Buffer, tags: TagValues): Promise<MadeDocx['by'] | 'refused'> {
  const job = { template: await requireSafeTemplate(docx), tags };
  let expected: PizZip;
  try {
    expected = plainly(docx, tags);
  } catch {
    await expect(threads.run(job)).rejects.toThrow();
    return 'refused';
  }
  const made = await threads.run(job);
  for (const name of Object.keys(expected.files).filter((part) => part !== '[Content_Types].xml')) {
    expect([name, partOf(made.docx, name)]).toEqual([name, expected.file(name)?.asText() ?? '']);
  }
  return made.by;
}

describe('a template run by our own steps', () => {
  const threads = new RenderThreads({ threads: 1, timeLimitMs: 20_000 });
  afterAll(() => threads.close());

  it('writes what docxtemplater writes, on 1,000 random templates and data', async () => {
    const by = { steps: 0, docxtemplater: 0, refused: 0 };
    await checkProperty(
      fc.asyncProperty(randomBody, randomTags, async (body, values) => {
        by[await expectAlike(threads, docxWith(body), values)] += 1;
      }),
      { numRuns: 1000, seed: 30, endOnFailure: true },
    );
    expect(by.steps).toBeGreaterThan(600);
    expect(by.docxtemplater).toBeGreaterThan(50);
  }, 120_000);

  it.each(KINDS.map((kind) => [kind.name, kind] as const))(
    'writes what docxtemplater writes, and needs it for no data: %s',
    async (name, kind) => {
      const docx = readFileSync(templateFile(name));
      const filled = kind.fill(sampleOf(name));
      expect(filled.ok).toBe(true);
      await checkProperty(
        fc.asyncProperty(like(filled.ok ? filled.tags : {}), async (values) => {
          expect(await expectAlike(threads, docx, values as TagValues)).toBe('steps');
        }),
        { numRuns: 50, seed: 30 },
      );
    },
    120_000,
  );
});
