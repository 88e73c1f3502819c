import { z } from 'zod';
import type { BegunRegister, RegisterStartEntity } from '../../documents/index.js';
import {
  FIRST_NUMBER,
  mayConfirmStart,
  mayProposeStart,
  START_LENGTHS,
  startWords,
} from '../../documents/domain/register-start.js';
import { hasHandIn, type Actor } from '../../kernel/actor.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { RefusedAct } from '../kit/refused-values.js';
import type { RowView } from '../kit/row-list.js';
import { count } from '../kit/words/numbers.js';
import { moment } from '../kit/words/time.js';
import type { BeginsView } from '../registers/begins.js';
import type { RegisterStartView } from './register-start-page.js';
import { BASIS, takeOverAction, takeOverForm } from './register-take-over-view.js';
import { registerTitle, takenOverBook, type RegisterCode } from '../registers/registers-words.js';
import { area, field } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';
import type { RegisterStartReading } from './register-start-page-query.js';

type BegunWords = Pick<BegunRegister, 'first' | 'basis' | 'proposedBy' | 'confirmedBy' | 'at' | 'takenOver'>;

export function startAction(code: RegisterCode): string {
  return `/so-van-ban/${code}/bat-dau`;
}

/** What we say about a book's beginning beside its lines, and the way to set it while it can be set. */
export function beginsView(
  code: RegisterCode,
  { start, last }: { readonly start: BegunRegister | null; readonly last: number },
  actor: Actor,
): BeginsView | null {
  if (start !== null) return { words: begunWords(start), href: null };
  return last === 0 && mayConfirmStart(actor) ? { words: null, href: startAction(code) } : null;
}

/** `Sổ bắt đầu từ số 412 theo sổ giấy, số cuối 411. Phạm Minh Tuệ đề nghị, Đỗ Quốc Khánh xác nhận 18/06/2026, 08:30.` */
export function begunWords({ first, basis, proposedBy, confirmedBy, at, takenOver }: BegunWords): string {
  const decided = `${proposedBy} đề nghị, ${confirmedBy} xác nhận ${moment(at)}.`;
  if (takenOver === undefined) return `${startWords({ first, basis })} ${decided}`;
  const { source, last, fileName } = takenOver;
  return `Số ${count(first)} đến ${count(last)} tiếp quản từ ${source} (tệp ${fileName}); phần mềm cấp số từ ${count(last + 1)}. ${decided}`;
}

export function registerStartView(
  code: RegisterCode,
  reading: RegisterStartReading,
  actor: Actor,
  refused: RefusedAct | null,
): RegisterStartView {
  const { year, start, proposals, hasBegun } = reading;
  const waiting = proposals.find(({ state }) => state === 'waiting') ?? null;
  const mayPropose = start === null && !hasBegun && waiting === null && mayProposeStart(actor);
  return {
    code,
    title: registerTitle(code),
    year,
    standing: standingOf(reading, waiting),
    waiting: waiting && waitingView(code, waiting, actor, refused),
    form: mayPropose ? formOf(code, refused) : null,
    takeOver: mayPropose ? takeOverPart(code, refused) : null,
    past: proposals.filter(({ state }) => state !== 'waiting').map(pastRow),
  };
}

function standingOf({ start, hasBegun }: RegisterStartReading, waiting: RegisterStartEntity | null): string {
  if (start !== null) return begunWords(start);
  if (hasBegun) return 'Sổ bắt đầu từ số 01 và đã cấp số, nên không đặt số bắt đầu khác được nữa.';
  const begins = 'Sổ chưa cấp số nào; nếu không đặt số bắt đầu, văn bản đầu tiên lấy số 01.';
  return waiting === null ? begins : `${begins} Một đề nghị đang chờ người thứ hai.`;
}

function takeOverPart(code: RegisterCode, refused: RefusedAct | null): RegisterStartView['takeOver'] {
  const book = takenOverBook(code);
  if (book === null) return null;
  return { form: takeOverForm(code, book, refused), sampleHref: `${takeOverAction(code)}/mau.xlsx` };
}

function waitingView(
  code: RegisterCode,
  { id, first, basis, takeOverId, proposedById, proposedByName, proposedAt }: RegisterStartEntity,
  actor: Actor,
  refused: RefusedAct | null,
): RegisterStartView['waiting'] {
  const may = mayConfirmStart(actor) && !hasHandIn(actor, proposedById);
  const at = `${startAction(code)}/${id}`;
  return {
    facts: [
      { label: 'Số bắt đầu', value: count(first) },
      { label: 'Căn cứ', value: basis },
      { label: 'Người đề nghị', value: `${proposedByName}, ${moment(proposedAt)}` },
    ],
    reviewHref: takeOverId === null ? null : `${takeOverAction(code)}/${takeOverId}`,
    note: may ? null : 'Người đề nghị không tự xác nhận; văn thư khác, lãnh đạo hoặc quản trị hệ thống xác nhận.',
    confirm: may ? { action: `${at}/xac-nhan`, label: confirmLabel(first, takeOverId) } : null,
    refusal: may ? refusalForm(`${at}/tu-choi`, refused) : null,
  };
}

function confirmLabel(first: number, takeOverId: string | null): string {
  return takeOverId === null ? `Xác nhận bắt đầu từ số ${count(first)}` : 'Xác nhận tiếp quản sổ này';
}

export const refusing = defineForm({ reason: area('Lý do', { required: true, maxLength: START_LENGTHS.reason }) });

function refusalForm(action: string, refused: RefusedAct | null): ActFormView {
  const frame = { id: 'khong-xac-nhan', label: 'Không xác nhận…', action, submit: 'Không xác nhận đề nghị' };
  return refusing.draw(frame, refused);
}

export const proposing = defineForm({
  first: field('number', 'Số bắt đầu', z.coerce.number().catch(Number.NaN), {
    ...{ min: FIRST_NUMBER.lowest, max: FIRST_NUMBER.highest, required: true },
  }),
  basis: BASIS,
});

function formOf(code: RegisterCode, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'de-nghi',
    label: 'Đề nghị số bắt đầu…',
    action: startAction(code),
    submit: 'Đề nghị số bắt đầu',
    lead: 'Ghi số liền sau số cuối của sổ cũ. Chỉ đặt được một lần, khi người thứ hai xác nhận, trước văn bản đầu tiên.',
    open: true,
  };
  return proposing.draw(frame, refused);
}

function pastRow({
  first,
  basis,
  state,
  decidedByName,
  decidedAt,
  refusedBecause,
  ...row
}: RegisterStartEntity): RowView {
  const decided = decidedAt === null ? '' : ` ${decidedByName ?? ''}, ${moment(decidedAt)}.`;
  const asked = `${row.proposedByName} đề nghị ${moment(row.proposedAt)}: ${basis}.`;
  if (state === 'confirmed') {
    return {
      icon: 'check',
      tone: 'ok',
      title: `Bắt đầu từ số ${count(first)}`,
      detail: `${asked} Xác nhận:${decided}`,
    };
  }
  const why = refusedBecause ?? 'không ghi lý do';
  return {
    icon: 'x',
    title: `Không bắt đầu từ số ${count(first)}`,
    detail: `${asked} Không xác nhận: ${why}.${decided}`,
  };
}
