import { z } from 'zod';
import type { BegunRegister, CopyDocumentEntity, RegisterClosing } from '../../documents/index.js';
import { COPY_FORM_WORDS, COPY_FORMS, type CopyForm } from '../../documents/domain/copy.js';
import { printedCode } from '../../documents/domain/register.js';
import { mayCertifyCopies, mayReadCopies } from '../../copies/domain/policy.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import type { ConversionKind } from '../../copies/domain/conversion.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { CopiesView, CopyRow, StuckCopy } from './copies-page.js';
import { fullDay, shortDay } from '../kit/words/time.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { closingView } from '../registers/register-closing-view.js';
import { firstOf, integrityView, pagingOf, yearsOfBook } from '../registers/register-page-view.js';
import { beginsView } from '../register-starts/register-start-view.js';
import { count } from '../kit/words/numbers.js';
import { needed, optional } from '../kit/http/form-pipe.js';
import { linesOf } from '../identity/redaction-view.js';
import { area, choice, type Choice, day, field, file, type FormField } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

/** The data for a page of the register of certified copies. */
export interface CopiesReading {
  readonly now: Date;
  readonly year: number;
  readonly years: readonly number[];
  readonly rows: readonly CopyDocumentEntity[];
  readonly last: number;
  readonly lines: number;
  readonly voids: number;
  /** Copies of any year whose signature did not come. */
  readonly unsigned: readonly CopyDocumentEntity[];
  /** How the book begins; null where it begins at 1. */
  readonly start: BegunRegister | null;
  /** Null while the book is open. */
  readonly closing: RegisterClosing | null;
  readonly refused: RefusedAct | null;
}

export const COPIES_HREF = '/so-van-ban/sao';

export function copiesView(reading: CopiesReading, actor: Actor): CopiesView {
  const { now, year, years, rows, last, unsigned, refused } = reading;
  const [top, bottom] = [rows[0]?.number ?? null, rows.at(-1)?.number ?? null];
  const mayMake = mayCertifyCopies(actor);
  return {
    year,
    years: yearsOfBook(year, years),
    integrity: integrityView({ ...reading, owner: 'here' }, now),
    begins: beginsView('sao', reading, actor),
    closing: closingView({ ...reading, code: 'sao' }, actor, { now }),
    rows: rows.map((row) => copyRow(row, actor)),
    empty: {
      kind: 'done',
      heading: 'Sổ chưa có bản sao nào',
      text: `Số ${count(last + 1)} được lấy khi vào sổ bản sao đầu tiên.`,
    },
    ...pagingOf({ book: 'sao', year, top, bottom, last, first: firstOf(reading) }),
    form: mayMake && year === yearOf(civilDateOf(now)) ? scanForm(refused) : null,
    stuck: mayMake ? unsigned.map((copy) => stuckCopy(copy, refused)) : [],
    waiting: rows.some(({ state, failure }) => state === 'numbered' && failure === null),
  };
}

function copyRow(copy: CopyDocumentEntity, actor: Actor): CopyRow {
  const { id, number, notation, form, typeName, subject, code, originalDate, issuer, recipients, state } = copy;
  const mayOpen = state === 'sealed' && mayReadCopies(actor);
  return {
    number: printedCode(number, notation),
    href: mayOpen ? `/tep/ban-sao/${id}.pdf` : null,
    day: shortDay(copy.issuedDate),
    form: COPY_FORM_WORDS[form],
    subject: `${typeName} ${subject}`,
    original: `${code}, ${fullDay(originalDate)}, ${issuer}`,
    recipients: recipients.join('; '),
    state: stateOf(copy),
    voided: state === 'voided' ? (copy.voidReason ?? 'không ghi lý do') : null,
  };
}

function stateOf({ state, failure }: CopyDocumentEntity): CopyRow['state'] {
  if (state === 'sealed') return { words: 'Đã ký số', done: true };
  return { words: failure === null ? 'Đang ký số' : 'Chưa ký được', done: false };
}

export const voiding = defineForm({ reason: area('Lý do', { required: true, maxLength: 500 }) });

function stuckCopy({ id, number, notation, failure }: CopyDocumentEntity, refused: RefusedAct | null): StuckCopy {
  const frame = {
    id: `huy-${id}`,
    label: 'Hủy số…',
    action: `/ban-sao/${id}/huy-so`,
    submit: 'Hủy số bản sao',
    lead: 'Số đã hủy giữ trong sổ với lý do, không dùng lại.',
  };
  return {
    number: printedCode(number, notation),
    failure: failure ?? '',
    againAction: `/ban-sao/${id}/ky-lai`,
    voiding: voiding.draw(frame, refused),
  };
}

/** At most so long, which the browser holds too. */
function short(longest: number): z.ZodType<string> {
  return optional().pipe(
    z
      .string()
      .trim()
      .max(longest, `Viết ngắn lại, nhiều nhất ${String(longest)} ký tự.`),
  );
}

function said(label: string, longest: number, sentence: string): FormField<string> {
  return field('text', label, needed(sentence).pipe(z.string().max(longest)), { required: true, maxLength: longest });
}

function wayOptions(forms: readonly CopyForm[]): readonly Choice<CopyForm>[] {
  return forms.map((form) => ({ value: form, label: `${COPY_FORM_WORDS[form]} (${form})` }));
}

const WAY = { form: choice('Hình thức sao', wayOptions(COPY_FORMS)) };

const EXTRACT = {
  pages: field('text', 'Trang', short(100), {
    hint: 'Chỉ khi trích sao: 1-3, 5. Bỏ trống để lấy mọi trang.',
    maxLength: 100,
  }),
  askedBy: field('text', 'Người đề nghị', short(200), { hint: 'Bắt buộc khi trích sao.', maxLength: 200 }),
  recipients: field('area', 'Nơi nhận', short(2000).transform(linesOf), {
    hint: 'Mỗi dòng một nơi.',
    ...{ rows: 2, maxLength: 2000 },
  }),
};

export const copyingScan = defineForm({
  ...WAY,
  file: file('Bản quét', {
    needed: 'Chọn tệp quét dạng PDF.',
    hint: 'PDF màu, từ 200 dpi, tỷ lệ 100%.',
    accept: '.pdf',
  }),
  typeName: said('Tên loại văn bản được sao', 100, 'Ghi tên loại văn bản được sao.'),
  code: said('Số, ký hiệu', 60, 'Ghi số, ký hiệu văn bản được sao.'),
  originalDate: day('Ngày văn bản', { needed: 'Ghi ngày của văn bản được sao, như 05/03/2026.', required: true }),
  issuer: said('Nơi ban hành', 200, 'Ghi nơi ban hành văn bản được sao.'),
  subject: said('Trích yếu', 500, 'Ghi trích yếu văn bản được sao.'),
  ...EXTRACT,
});

function scanForm(refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'vao-so-ban-sao',
    label: 'Vào sổ bản sao từ bản quét…',
    action: COPIES_HREF,
    submit: 'Vào sổ và ký số',
    lead: 'Bản sao lấy số ngay; hệ thống quản lý văn bản ký số của cơ quan ở góc phải trang 1, không hiện hình dấu.',
  };
  return copyingScan.draw(frame, refused);
}

/** Of a document that the agency holds; its facts are known. */
export const copying = defineForm({ ...WAY, ...EXTRACT });

export function documentCopyForm(kind: ConversionKind, path: string, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'lam-ban-sao',
    label: 'Làm bản sao có chữ ký số…',
    action: `/ban-sao/${path}`,
    submit: 'Vào sổ và ký số',
    lead: 'Bản sao lấy số trong sổ văn bản sao; hệ thống quản lý văn bản ký số của cơ quan ở góc phải trang 1, không hiện hình dấu.',
  };
  const options = wayOptions(kind === 'outgoing' ? ['SY', 'TrS'] : COPY_FORMS);
  return copying.draw(frame, refused, { form: { options } });
}
