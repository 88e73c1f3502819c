import { docxOfPlan } from '../../../../test/support/decree-document.js';
import { goodLetter, styled, type DocumentPlan } from '../../../../test/support/decree-plans.js';
import { letterDepartures } from '../../../../test/support/letter-departures.js';
import { wordParts } from '../../../../test/support/word-edits.js';
import { zipOf } from '../../../../test/support/zip-writer.js';
import { linesOf, type TextLine } from '../../domain/format/page/text-lines.js';
import { checkFormat } from '../../domain/format/rules/check-format.js';
import { isSafelyMended, RULE_NAMES } from '../../domain/format/rules/rule-table.js';
import { readDocx } from '../docx/read-docx.js';
import { mendDocx } from './mend-docx.js';

const OPTIONS = { titlesAllowed: false };
const MENDED = letterDepartures().filter(([rule]) => isSafelyMended(rule));
/** Departures of rules that are corrected by words, where only a person knows the words. */
const FOR_A_PERSON: ReadonlySet<string> = new Set(['a symbol in small letters', 'a date in digits', 'no place']);

async function linesIn(docx: Buffer): Promise<readonly TextLine[]> {
  return linesOf((await readDocx(docx)).model).text;
}

async function rulesIn(docx: Buffer): Promise<readonly string[]> {
  return checkFormat((await readDocx(docx)).model, OPTIONS).map(({ rule }) => rule);
}

const looksOf = ({ pieces }: TextLine) => pieces.filter(({ text }) => text !== '').map(({ look }) => look);
const shapeOf = ({ paragraph: { alignment, indent, spacing, place } }: TextLine) => ({
  alignment,
  indent,
  spacing,
  place,
});

async function letterChanged(change: (plan: DocumentPlan) => unknown): Promise<Buffer> {
  const plan = goodLetter();
  change(plan);
  return Promise.resolve(docxOfPlan(plan));
}

describe('what needs no person is mended, and nothing else is touched', () => {
  it('every rule that is said to be mended has a departure here', () => {
    const shown = new Set(MENDED.filter(([, what]) => !FOR_A_PERSON.has(what)).map(([rule]) => rule));
    expect(RULE_NAMES.filter((rule) => isSafelyMended(rule) && !shown.has(rule))).toEqual([]);
  });

  it.each(MENDED.filter(([, what]) => !FOR_A_PERSON.has(what)))('%s: %s', async (rule, _what, change) => {
    const before = await letterChanged(change);
    const { docx, mended } = await mendDocx(before, OPTIONS);
    expect(mended).toEqual([rule]);
    expect(await rulesIn(docx)).toEqual([]);

    const [partsBefore, parts] = [await wordParts(before), await wordParts(docx)];
    expect([...parts.keys()]).toEqual([...partsBefore.keys()]);
    expect(
      [...parts].filter(([name, content]) => !partsBefore.get(name)?.equals(content)).map(([name]) => name),
    ).toEqual(['word/document.xml']);

    const [linesBefore, lines] = [await linesIn(before), await linesIn(docx)];
    expect(lines.map(shapeOf)).toEqual(linesBefore.map(shapeOf));
    const other = (of: (line: TextLine) => unknown) =>
      lines.filter((line, at) => JSON.stringify(of(line)) !== JSON.stringify(of(linesBefore[at]!))).length;
    const raw = ({ pieces }: TextLine) => pieces.map(({ text }) => text).join('');
    const isOfLooks = rule === 'font' || rule === 'colour';
    expect({ words: other(raw), looks: other(looksOf) }).toEqual({
      words: isOfLooks || rule === 'page-margins' ? 0 : 1,
      looks: isOfLooks ? 1 : 0,
    });
  });

  it.each(MENDED.filter(([, what]) => FOR_A_PERSON.has(what)))(
    '%s stays for a person: %s',
    async (rule, _what, change) => {
      const before = await letterChanged(change);
      const { docx, mended } = await mendDocx(before, OPTIONS);
      expect(mended).toEqual([]);
      expect(docx.equals(before)).toBe(true);
      expect(await rulesIn(docx)).toEqual([rule]);
    },
  );

  it('mends all at once, in the words that the decree has', async () => {
    const before = await letterChanged((plan) => {
      plan.page.left = 20;
      plan.number.text = 'Số 5/SGDĐT - VP';
      plan.date.text = 'Hải Phòng, ngày 5 tháng 03 năm 2026';
      plan.motto.text = 'Độc lập-Tự do-Hạnh phúc';
      plan.body[1]!.font = 'Arial';
      plan.body[1]!.text = plan.body[1]!.text.replace('danh sách', 'danh  sách').normalize('NFD');
      plan.recipientsOpening!.text = 'Nơi nhận';
    });
    const { docx, mended } = await mendDocx(before, OPTIONS);
    expect(await rulesIn(docx)).toEqual([]);
    expect(mended).toHaveLength(10);
    const text = (await linesIn(docx)).map((line) => line.text);
    expect(text).toEqual(
      expect.arrayContaining(['Số: 05/SGDĐT-VP', 'Hải Phòng, ngày 05 tháng 3 năm 2026', 'Nơi nhận:']),
    );
    expect(text).toEqual(
      (await linesIn(docxOfPlan(goodLetter({ date: styled('Hải Phòng, ngày 05 tháng 3 năm 2026', 13) })))).map(
        (line) => line.text,
      ),
    );
  });

  it('gives back the very bytes of a file with nothing to mend', async () => {
    const good = docxOfPlan(goodLetter());
    expect(await mendDocx(good, OPTIONS)).toEqual({ docx: good, mended: [] });
  });

  it('leaves signs of a font of signs to a person', async () => {
    const before = await letterChanged((plan) => (plan.body[1]!.font = 'Wingdings'));
    expect((await mendDocx(before, OPTIONS)).mended).toEqual([]);
  });

  it('keeps the looks of words within a line, and writes a file of UTF-16 as UTF-8', async () => {
    const parts = await wordParts(docxOfPlan(goodLetter()));
    const bold = '<w:r><w:rPr><w:b/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">đầu  </w:t></w:r>';
    const plain = '<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve"> mối  mới</w:t></w:r>';
    const xml = (parts.get('word/document.xml') ?? '')
      .toString('utf8')
      .replace(/<w:r>(?:(?!<w:r>).)*?c\) Công khai địa chỉ;.*?<\/w:r>/su, `${bold}${plain}`)
      .replace(/encoding="UTF-8"/iu, 'encoding="UTF-16"');
    expect(xml).toContain('mối  mới');
    const content = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]);
    const files = [...parts].map(([name, own]) => ({ name, content: name === 'word/document.xml' ? content : own }));

    const { docx, mended } = await mendDocx(zipOf(files), OPTIONS);
    expect(mended).toContain('text-double-space');
    const line = (await linesIn(docx)).find(({ text }) => text.startsWith('đầu'));
    expect(line?.pieces.map(({ text, look }) => [text, look.bold])).toEqual([
      ['đầu ', true],
      ['mối mới', false],
    ]);
  });
});
