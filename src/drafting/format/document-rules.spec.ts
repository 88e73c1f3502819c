import { docxOfPlan } from '../../../test/support/decree-document.js';
import { goodDecision, goodLetter, styled, type DocumentPlan } from '../../../test/support/decree-plans.js';
import { addDays, civilDate } from '../../kernel/civil-date.js';
import { checkFormat } from '../domain/format/rules/check-format.js';
import { FORMAT_RULES, type FormatRule } from '../domain/format/rules/rule-table.js';
import { dateLineFlaws } from '../domain/letter/date-line-flaws.js';
import { longDate } from '../domain/letter/date-line.js';
import { readDocx } from './docx/read-docx.js';

async function found(plan: DocumentPlan, titlesAllowed = false): Promise<readonly FormatRule[]> {
  const { model } = await readDocx(docxOfPlan(plan));
  return checkFormat(model, { titlesAllowed }).map(({ rule }) => rule);
}

function letter(change: (plan: DocumentPlan) => unknown): DocumentPlan {
  const plan = goodLetter();
  change(plan);
  return plan;
}

/** The product's rules on documents, each by its number, as the check of the format keeps them. */
describe('the rules on documents that the format check keeps', () => {
  it.each<[string, FormatRule, DocumentPlan]>([
    [
      'rule 33: a letter has agency and unit in its symbol, a typed document its type',
      'symbol-type',
      goodDecision({ number: styled('Số: 15/SGDĐT-VP', 13, { before: 120 }) }),
    ],
    ['rule 35: A4', 'page-paper', letter((p) => Object.assign(p.page, { width: 215.9, height: 279.4 }))],
    ['rule 35: margins', 'page-margins', letter((p) => (p.page.left = 25))],
    ['rule 35: Times New Roman', 'font', letter((p) => (p.body[1]!.font = 'Arial'))],
    ['rule 35: sizes', 'body-size', letter((p) => (p.body[0]!.size = 12))],
    ['rule 35: numbers from page 2', 'page-number-first', letter((p) => (p.numbers.firstHidden = false))],
    ['rule 35: numbers at the top', 'page-number-place', letter((p) => (p.numbers.where = 'footer'))],
    ['rule 35: the parts of the head', 'agency-line', letter((p) => (p.agencyLine = null))],
    ['rule 35: who keeps the copy', 'filing-line', letter((p) => p.recipients.pop())],
    ['rule 35: the mark at the end', 'closing-mark', letter((p) => (p.body.at(-1)!.text = 'Đề nghị thực hiện.'))],
    [
      'rule 35: abstracts of 500 letters',
      'abstract-length',
      letter((p) => (p.abstract!.text = `V/v ${'báo cáo '.repeat(70).trim()}`)),
    ],
    [
      'rule 36: old fonts',
      'font-old',
      letter((p) => Object.assign(p.body[6]!, { font: '.VnTime', text: 'd) Bè trÝ;' })),
    ],
    [
      'rule 36: letters that are not composed',
      'text-not-composed',
      letter((p) => (p.body[1]!.text = p.body[1]!.text.normalize('NFD'))),
    ],
    [
      'rule 37: one addressee on the line',
      'address-one',
      letter((p) => (p.addressees = [{ ...p.addressees[0]!, text: '- Sở Nội vụ.' }])),
    ],
    ['rule 37: several as a list', 'address-marks', letter((p) => (p.addressees[0]!.text = '- Sở Nội vụ'))],
    ['rule 38: in whose place', 'authority-form', letter((p) => p.authority.shift())],
    ['rule 39: no titles', 'signer-without-title', letter((p) => (p.signer!.text = 'TS. Đỗ Quốc Khánh'))],
    ['rule 47: no secrets', 'secret-mark', letter((p) => p.stamps.push(styled('MẬT', 13, { bold: true })))],
  ])('%s', async (_rule, rule, plan) => {
    expect(await found(plan)).toEqual([rule]);
    expect(FORMAT_RULES[rule].severity).toBe('error');
  });

  it('rule 34: takes the line of each of 366 days as it is written, and no other zeros', () => {
    const start = civilDate('2024-01-01');
    for (const day of Array.from({ length: 366 }, (_, index) => addDays(start, index))) {
      const line = `Hải Phòng, ${longDate(day)}`;
      expect(dateLineFlaws(line)).toEqual([]);
      const [wrongMonth, wrongDay] = [
        line.replace(
          /tháng (0?)(\d)(?= )/u,
          (_all, zero: string, digit: string) => `tháng ${zero === '' ? '0' : ''}${digit}`,
        ),
        line.replace(/ngày 0(\d)/u, 'ngày $1'),
      ];
      for (const wrong of [wrongMonth, wrongDay].filter((other) => other !== line))
        expect(dateLineFlaws(wrong).map(({ rule }) => rule)).toEqual(['date-zero']);
    }
  });

  it.each(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM'])(
    'rule 35: both places of the mark of tone are right: %s',
    async (text) => {
      expect(await found(letter((p) => (p.nation.text = text)))).toEqual([]);
    },
  );

  it('rule 39: titles stand where the agency allows them', async () => {
    expect(
      await found(
        letter((p) => (p.signer!.text = 'TS. Đỗ Quốc Khánh')),
        true,
      ),
    ).toEqual([]);
  });
});
