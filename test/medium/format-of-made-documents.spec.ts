import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SofficePdfMaker } from '../../integrations/pdf-converter/soffice-pdf-maker.js';
import { checkFile } from '../../src/drafting/format/check-file.js';
import type { FormatRule } from '../../src/drafting/domain/format/rules/rule-table.js';
import { TemplateRenderer } from '../../src/drafting/rendering/template-renderer.js';
import { KINDS, sampleOf } from '../../templates/catalogue.js';
import { docxOfPlan } from '../support/decree-document.js';
import { annexes, goodDecision, goodLetter, goodTyped, styled, type DocumentPlan } from '../support/decree-plans.js';
import { letterDepartures } from '../support/letter-departures.js';

type Named = readonly [name: string, docx: Buffer];

/** A form of Phụ lục IV, with a layout of its own. */
const NO_LETTER = 'phieu-giai-quyet-van-ban-den';

function longLetter(): DocumentPlan {
  const { body } = goodLetter();
  return goodLetter({ body: [...body.slice(0, -1), ...body.slice(0, -1), ...body.slice(0, -1), ...body.slice(-1)] });
}

const GOOD: Readonly<Record<string, DocumentPlan>> = {
  'a letter, its head as a table': goodLetter(),
  'a letter, its head as rows': goodLetter({ layout: 'rows' }),
  'a letter, its head by tabs': goodLetter({ layout: 'tabs' }),
  'a letter, its head in boxes': goodLetter({ layout: 'boxes' }),
  'a letter to one': goodLetter({
    addressOpening: { text: 'Kính gửi: Sở Nội vụ', size: 14, align: 'center' },
    addressees: [],
  }),
  'a letter of a school': goodLetter({
    parents: [styled('SỞ GIÁO DỤC VÀ ĐÀO TẠO', 13)],
    agency: [styled('TRƯỜNG THPT NÚI VOI', 13, { bold: true })],
  }),
  'a letter whose lines are borders': goodLetter({ strokes: 'borders' }),
  'an urgent letter': goodLetter({ stamps: [styled('HỎA TỐC', 13, { bold: true, colour: 'FF0000' })] }),
  'a letter with three annexes': goodLetter({ annexes: annexes(3) }),
  'a letter with wide margins': goodLetter({
    page: { width: 210, height: 297, top: 25, right: 15, bottom: 25, left: 35 },
  }),
  'a letter with wide lines': goodLetter({ body: goodLetter().body.map((one) => ({ ...one, line: 360 })) }),
  'a letter of several pages': longLetter(),
  'a decision': goodDecision(),
  'a decision, its head by tabs': goodDecision({ layout: 'tabs' }),
  'an announcement': goodTyped(['THÔNG BÁO', 'TB']),
  'a report': goodTyped(['BÁO CÁO', 'BC']),
  minutes: goodTyped(['BIÊN BẢN', 'BB']),
};

/** Departures that a PDF does not show, or shows as something else. */
const NOT_SEEN: ReadonlySet<string> = new Set([
  'a page that lies',
  'a small bottom margin',
  'a typed page number',
  'Roman page numbers',
  'a font of TCVN3',
  'a font of VNI',
  'letters that are not composed',
  'a blank without width',
  'an Eth for a Đ',
  'a nation on the left',
  'a paragraph in the middle',
  'an empty paragraph',
]);

const SEEN = letterDepartures().filter(([, what]) => !NOT_SEEN.has(what));

async function rulesBrokenBy(kind: 'docx' | 'pdf', content: Buffer): Promise<readonly string[]> {
  const answer = await checkFile({ kind, content, options: { titlesAllowed: false }, mends: false });
  return answer.kind === 'checked' ? answer.findings.map(({ rule }) => rule) : [answer.kind];
}

describe('the format of documents as programs make them', () => {
  let directory: string;
  let pdfMaker: SofficePdfMaker;
  const own: Named[] = [];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'made-'));
    pdfMaker = new SofficePdfMaker({ soffice: 'soffice', workDirectory: directory, timeoutMs: 120_000 });
    const renderer = new TemplateRenderer();
    for (const { name } of KINDS.filter((kind) => kind.name !== NO_LETTER)) {
      own.push([name, (await renderer.render(name, sampleOf(name))).docx]);
    }
    await renderer.onModuleDestroy();
  });
  afterAll(async () => {
    await pdfMaker.onModuleDestroy();
    await rm(directory, { recursive: true });
  });

  async function brokenInPdf(documents: readonly Named[]): Promise<readonly (readonly [string, readonly string[]])[]> {
    const conversions = await pdfMaker.convert(
      documents.map(([, docx]) => docx),
      'app',
    );
    return Promise.all(
      documents.map(async ([name], at) => {
        const made = conversions[at];
        if (made?.status !== 'done') throw new Error(`${name}: ${made?.status ?? 'gone'}`);
        return [name, await rulesBrokenBy('pdf', made.pdf)] as const;
      }),
    );
  }

  it('finds nothing in what our templates make', async () => {
    const broken = await Promise.all(own.map(async ([name, docx]) => [name, await rulesBrokenBy('docx', docx)]));
    expect(broken).toEqual(own.map(([name]) => [name, []]));
  });

  it('finds nothing in their pages, nor in those of good documents of any layout', async () => {
    const documents = [...own, ...Object.entries(GOOD).map(([name, plan]): Named => [name, docxOfPlan(plan)])];
    expect(documents.length).toBeGreaterThanOrEqual(30);
    expect(await brokenInPdf(documents)).toEqual(documents.map(([name]) => [name, []]));
  }, 180_000);

  it('finds in a page every single departure that a page shows, and nothing else', async () => {
    const changed = SEEN.map(([rule, what, change]): readonly [FormatRule, Named] => {
      const plan = rule.startsWith('page-number') ? longLetter() : goodLetter();
      change(plan);
      return [rule, [`${rule}: ${what}`, docxOfPlan(plan)]];
    });
    expect(changed.length).toBeGreaterThanOrEqual(120);
    const expected = changed.map(([rule, [name]]) => [name, [rule]]);
    expect(await brokenInPdf(changed.map(([, named]) => named))).toEqual(expected);
  }, 180_000);
});
