import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SofficePdfMaker } from '../../integrations/pdf-converter/soffice-pdf-maker.js';
import { isSafelyMended, type FormatRule } from '../../src/drafting/domain/format/rules/rule-table.js';
import { checkFile } from '../../src/drafting/format/check-file.js';
import { mendDocx } from '../../src/drafting/format/mend/mend-docx.js';
import { TemplateRenderer } from '../../src/drafting/rendering/template-renderer.js';
import { sampleOf } from '../../templates/catalogue.js';
import { TEMPLATE_DEPARTURES } from '../support/template-departures.js';
import { variedDocuments } from '../support/varied-documents.js';
import { edited } from '../support/word-edits.js';

type Found = readonly [rule: string, where: string];

/** What a PDF does not show, does not show on one page, or shows as more than one thing. */
const NOT_IN_PDF: ReadonlySet<FormatRule> = new Set<FormatRule>([
  'page-orientation',
  'page-number',
  'page-number-field',
  'page-number-look',
  'page-number-place',
  'font-old',
  'text-not-composed',
  'text-invisible',
  'text-look-alike',
  'nation-centred',
  'type-centred',
  'body-line-spacing',
  'body-empty-paragraph',
]);
const SEEN_IN_PDF = TEMPLATE_DEPARTURES.filter(([, rule]) => !NOT_IN_PDF.has(rule));
const MENDED = TEMPLATE_DEPARTURES.filter(([, rule]) => isSafelyMended(rule));
const VARIED = variedDocuments();

async function findingsOf(kind: 'docx' | 'pdf', content: Buffer): Promise<readonly Found[]> {
  const answer = await checkFile({ kind, content, options: { titlesAllowed: false }, mends: false });
  return answer.kind === 'checked' ? answer.findings.map(({ rule, where }) => [rule, where]) : [[answer.kind, '']];
}

const beginningWith = (place: string): string =>
  expect.stringMatching(new RegExp(`^${place}(?:[,:]|$)`, 'u')) as string;

describe('the format of what our own templates make', () => {
  const renderer = new TemplateRenderer();
  const samples = new Map<string, Promise<Buffer>>();
  let directory: string;
  let pdfMaker: SofficePdfMaker;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'templates-'));
    pdfMaker = new SofficePdfMaker({ soffice: 'soffice', workDirectory: directory, timeoutMs: 120_000 });
  });
  afterAll(async () => {
    await renderer.onModuleDestroy();
    await pdfMaker.onModuleDestroy();
    await rm(directory, { recursive: true });
  });

  async function render(kind: string, fields: unknown): Promise<Buffer> {
    return (await renderer.render(kind, fields)).docx;
  }

  function sample(kind: string): Promise<Buffer> {
    const docx = samples.get(kind) ?? render(kind, sampleOf(kind));
    samples.set(kind, docx);
    return docx;
  }

  async function foundInPages(documents: readonly Buffer[]): Promise<readonly (readonly Found[])[]> {
    const made = await pdfMaker.convert([...documents], 'app');
    return Promise.all(
      made.map(async (one): Promise<readonly Found[]> =>
        one.status === 'done' ? findingsOf('pdf', one.pdf) : [[one.status, '']],
      ),
    );
  }

  it('is changed in at least sixty ways, and varied in at least twenty', () => {
    expect(TEMPLATE_DEPARTURES.length).toBeGreaterThanOrEqual(60);
    expect(SEEN_IN_PDF.length).toBeGreaterThanOrEqual(60);
    expect(VARIED.length).toBeGreaterThanOrEqual(20);
  });

  it.each(TEMPLATE_DEPARTURES.map(([kind, rule, part, edit], at) => ({ number: at + 1, kind, rule, part, edit })))(
    'departs in one thing ($number): in a $kind the rule $rule finds it in “$part”, in the changed paragraph',
    async ({ kind, rule, part, edit }) => {
      const { docx, paragraph } = await edited(await sample(kind), edit);
      const place = paragraph === 0 ? part : `${part}, đoạn ${paragraph}`;
      expect(await findingsOf('docx', docx)).toEqual([[rule, beginningWith(place)]]);
    },
  );

  it('is mended where no person is needed, whatever part of a template is spoilt', async () => {
    for (const [kind, rule, , edit] of MENDED) {
      const { docx, mended } = await mendDocx((await edited(await sample(kind), edit)).docx, { titlesAllowed: false });
      expect([kind, mended, await findingsOf('docx', docx)]).toEqual([kind, [rule], []]);
    }
  });

  it('is found in its pages by the same rules, in the same parts', async () => {
    const documents = await Promise.all(
      SEEN_IN_PDF.map(async ([kind, , , edit]) => (await edited(await sample(kind), edit)).docx),
    );
    const expected = SEEN_IN_PDF.map(([, rule, part]) => [[rule, beginningWith(part)]]);
    expect(await foundInPages(documents)).toEqual(expected);
  }, 180_000);

  it('is clean whatever words fill it, as a Word file and as pages', async () => {
    const documents: Buffer[] = [];
    for (const [, kind, fields] of VARIED) documents.push(await render(kind, fields));
    const named = (found: readonly (readonly Found[])[]) => found.map((one, at) => [VARIED[at]?.[0], one]);
    const clean = VARIED.map(([what]) => [what, []]);
    expect(named(await Promise.all(documents.map((docx) => findingsOf('docx', docx))))).toEqual(clean);
    expect(named(await foundInPages(documents))).toEqual(clean);
  }, 180_000);
});
