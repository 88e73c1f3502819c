import type { RegisterStartEntity, TakeOverReview } from '../../documents/index.js';
import { mayProposeStart, START_LENGTHS } from '../../documents/domain/register-start.js';
import { TAKE_OVER_COLUMNS } from '../../documents/domain/take-over/take-over-columns.js';
import { MAX_TAKEN_OVER, type TakenOverRow } from '../../documents/domain/take-over/take-over-rows.js';
import type { TakenOverBook } from '../../documents/domain/take-over/taken-over.js';
import { printedCode } from '../../documents/domain/register.js';
import type { Actor } from '../../kernel/actor.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { count } from '../kit/words/numbers.js';
import { fullDay } from '../kit/words/time.js';
import type { TakeOverRowView, TakeOverView } from './register-take-over-page.js';
import { registerTitle, type RegisterCode } from '../registers/registers-words.js';
import { area, file, text } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

/** Rows that a person looks at; the rest is a count. */
const TOLD_SHOWN = 200;
const SOUND_SHOWN = 50;
const MISSING_NAMED = 60;

export function takeOverAction(code: RegisterCode): string {
  return `/so-van-ban/${code}/tiep-quan`;
}

/** On what a book's beginning rests. */
export const BASIS = area('Căn cứ', {
  hint: 'Sổ nào, số cuối, ngày của số cuối, biên bản bàn giao nếu có; in trên sổ.',
  ...{ required: true, maxLength: START_LENGTHS.basis },
});

/** The form that brings a register. */
export const bringing = defineForm({
  file: file('Tệp Excel (.xlsx) của sổ năm nay', {
    ...{ needed: 'Chọn một tệp rồi bấm Xem trước.', accept: '.xlsx' },
    hint: `Nhiều nhất ${count(MAX_TAKEN_OVER)} dòng, 10 MB. Không dùng công thức trong ô.`,
  }),
  source: text('Tên sổ cũ', {
    ...{ required: true, maxLength: 200 },
    hint: 'Như “sổ giấy văn bản đi năm 2026”; đứng ở ghi chú của từng dòng.',
  }),
});

export function takeOverForm(code: RegisterCode, book: TakenOverBook, refused: RefusedAct | null): ActFormView {
  const headings = TAKE_OVER_COLUMNS[book].map(({ heading }) => heading).join('; ');
  const frame = {
    id: 'tiep-quan',
    label: 'Chọn tệp của sổ cũ…',
    action: takeOverAction(code),
    submit: 'Xem trước',
    lead: `Dòng đầu là tên cột theo mẫu sổ của Nghị định 30: ${headings}. Chưa xác nhận thì chưa dòng nào vào sổ.`,
    open: true,
  };
  return bringing.draw(frame, refused);
}

export function takeOverView(
  code: RegisterCode,
  { file: brought, register, flawed }: TakeOverReview,
  reading: { readonly proposals: readonly RegisterStartEntity[]; readonly hasBegun: boolean },
  { actor, refused }: { readonly actor: Actor; readonly refused: RefusedAct | null },
): TakeOverView {
  const { rows, first, last, missing, flaw } = register;
  const told = rows.filter(({ flaws, doubts }) => flaws.length + doubts.length > 0);
  const sound = rows.filter(({ flaws, doubts }) => flaws.length + doubts.length === 0);
  const shown = [...told.slice(0, TOLD_SHOWN), ...sound.slice(-SOUND_SHOWN)];
  const isSound = flaw === null && flawed === 0;
  const isProposed = reading.proposals.some(
    ({ takeOverId, state }) => takeOverId === brought.id && state !== 'refused',
  );
  const may = isSound && !isProposed && !reading.hasBegun && mayProposeStart(actor);
  return {
    code,
    heading: `${registerTitle(code)} năm ${brought.year}: ${brought.name}`,
    summary: `${count(rows.length)} dòng, số ${count(first)} đến ${count(last)}; ${count(flawed)} dòng phải sửa. Số tiếp theo sẽ là ${count(last + 1)}.`,
    barred: flaw ?? barredWords(flawed, reading.hasBegun && !isProposed),
    missing: missingWords(missing),
    proposed: isProposed ? 'Đã đề nghị tiếp quản sổ này.' : null,
    form: may ? proposalForm(code, brought.id, refused) : null,
    rows: shown.map((row) => rowView(row, brought.book)),
    left: rows.length === shown.length ? null : `Còn ${count(rows.length - shown.length)} dòng đạt không hiện.`,
  };
}

function barredWords(flawed: number, hasBegun: boolean): string | null {
  if (flawed > 0) return 'Chưa tiếp quản dòng nào: sửa các dòng dưới đây trong tệp rồi chọn lại tệp.';
  return hasBegun ? 'Sổ đã cấp số hoặc đã có số bắt đầu nên không tiếp quản được nữa.' : null;
}

function missingWords(missing: readonly number[]): string | null {
  if (missing.length === 0) return null;
  const named = missing.slice(0, MISSING_NAMED).map(String).join(', ');
  const more = missing.length > MISSING_NAMED ? ` và ${count(missing.length - MISSING_NAMED)} số khác` : '';
  return `Tệp không có số ${named}${more}. Mỗi số ấy giữ một dòng ghi “Số không có trong sổ tiếp quản”; nếu sót thì bổ sung vào tệp rồi chọn lại.`;
}

export const proposingTakeOver = defineForm({ basis: BASIS });

function proposalForm(code: RegisterCode, id: string, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'de-nghi-tiep-quan',
    label: 'Đề nghị tiếp quản…',
    action: `${takeOverAction(code)}/${id}/de-nghi`,
    submit: 'Đề nghị tiếp quản sổ này',
    lead: 'Các dòng vào sổ khi người thứ hai xác nhận; làm một lần, trước văn bản đầu tiên lấy số ở đây.',
    open: true,
  };
  return proposingTakeOver.draw(frame, refused);
}

function rowView(row: TakenOverRow, book: TakenOverBook): TakeOverRowView {
  const { number, notation, code, enteredOn, senderName, recipients, typeName, subject, flaws, doubts } = row;
  return {
    line: count(row.row),
    number: book === 'outgoing' && number > 0 ? printedCode(number, notation) : String(number),
    day: fullDay(enteredOn),
    party: book === 'outgoing' ? recipients.join('; ') : `${senderName}, ${code}`,
    subject: `${typeName}: ${subject}`,
    outcome: row.voidReason === null ? 'Tiếp quản' : `Số hủy: ${row.voidReason}`,
    flaws,
    doubts,
  };
}
