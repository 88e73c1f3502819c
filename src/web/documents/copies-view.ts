import type { BegunRegister, CopyDocumentEntity, RegisterClosing } from '../../documents/index.js';
import { COPY_FORM_WORDS, COPY_FORMS, type CopyForm } from '../../documents/domain/copy.js';
import { printedCode } from '../../documents/domain/register.js';
import { mayCertifyCopies, mayReadCopies } from '../../copies/domain/policy.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import type { ConversionKind } from '../../copies/domain/conversion.js';
import type { ActField, ActFormView } from '../kit/act-form.js';
import type { CopiesView, CopyRow, StuckCopy } from './copies-page.js';
import { fullDay, shortDay } from '../kit/words/time.js';
import { refusedValues, type RefusedAct, type RefusedValues } from '../kit/refused-values.js';
import { closingView } from '../registers/register-closing-view.js';
import { firstOf, integrityView, pagingOf, yearsOfBook } from '../registers/register-page-view.js';
import { beginsView } from '../register-starts/register-start-view.js';
import { count } from '../kit/words/numbers.js';

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

function stuckCopy({ id, number, notation, failure }: CopyDocumentEntity, refused: RefusedAct | null): StuckCopy {
  const action = `/ban-sao/${id}/huy-so`;
  const kept = refusedValues(refused, action);
  return {
    number: printedCode(number, notation),
    failure: failure ?? '',
    againAction: `/ban-sao/${id}/ky-lai`,
    voiding: {
      id: `huy-${id}`,
      label: 'Hủy số…',
      action,
      submit: 'Hủy số bản sao',
      lead: 'Số đã hủy giữ trong sổ với lý do, không dùng lại.',
      fields: [
        {
          kind: 'area',
          name: 'reason',
          label: 'Lý do',
          value: kept.value('reason'),
          error: kept.error('reason'),
          required: true,
          maxLength: 500,
        },
      ],
      error: kept.whole('reason'),
      open: kept.refused,
    },
  };
}

function scanForm(refused: RefusedAct | null): ActFormView {
  const kept = refusedValues(refused, COPIES_HREF);
  const text = (
    name: string,
    label: string,
    more: Partial<{ required: boolean; maxLength: number; hint: string }> = {},
  ): ActField => ({
    kind: 'text',
    name,
    label,
    value: kept.value(name),
    error: kept.error(name),
    ...more,
  });
  const fields: readonly ActField[] = [
    formField(COPY_FORMS, kept),
    {
      kind: 'files',
      name: 'file',
      label: 'Bản quét',
      hint: 'PDF màu, từ 200 dpi, tỷ lệ 100%.',
      accept: '.pdf',
      error: kept.error('file'),
    },
    text('typeName', 'Tên loại văn bản được sao', { required: true, maxLength: 100 }),
    text('code', 'Số, ký hiệu', { required: true, maxLength: 60 }),
    {
      kind: 'date',
      name: 'originalDate',
      label: 'Ngày văn bản',
      required: true,
      value: kept.value('originalDate'),
      error: kept.error('originalDate'),
    },
    text('issuer', 'Nơi ban hành', { required: true, maxLength: 200 }),
    text('subject', 'Trích yếu', { required: true, maxLength: 500 }),
    ...extractFields(kept),
  ];
  return {
    id: 'vao-so-ban-sao',
    label: 'Vào sổ bản sao từ bản quét…',
    action: COPIES_HREF,
    submit: 'Vào sổ và ký số',
    lead: 'Bản sao lấy số ngay; hệ thống quản lý văn bản ký số của cơ quan ở góc phải trang 1, không hiện hình dấu.',
    fields,
    error: kept.whole(...fields.map(({ name }) => name)),
    open: kept.refused,
    upload: true,
  };
}

/** The form for a document that the agency holds; its facts are known. */
export function documentCopyForm(kind: ConversionKind, path: string, refused: RefusedAct | null): ActFormView {
  const action = `/ban-sao/${path}`;
  const kept = refusedValues(refused, action);
  const forms: readonly CopyForm[] = kind === 'outgoing' ? ['SY', 'TrS'] : COPY_FORMS;
  const fields = [formField(forms, kept), ...extractFields(kept)];
  return {
    id: 'lam-ban-sao',
    label: 'Làm bản sao có chữ ký số…',
    action,
    submit: 'Vào sổ và ký số',
    lead: 'Bản sao lấy số trong sổ văn bản sao; hệ thống quản lý văn bản ký số của cơ quan ở góc phải trang 1, không hiện hình dấu.',
    fields,
    error: kept.whole(...fields.map(({ name }) => name)),
    open: kept.refused,
  };
}

function formField(forms: readonly CopyForm[], kept: RefusedValues): ActField {
  const options = forms.map((form) => ({ value: form, label: `${COPY_FORM_WORDS[form]} (${form})` }));
  return {
    kind: 'choice',
    name: 'form',
    label: 'Hình thức sao',
    options,
    value: kept.value('form'),
    error: kept.error('form'),
  };
}

function extractFields(kept: RefusedValues): readonly ActField[] {
  return [
    {
      kind: 'text',
      name: 'pages',
      label: 'Trang',
      hint: 'Chỉ khi trích sao: 1-3, 5. Bỏ trống để lấy mọi trang.',
      maxLength: 100,
      value: kept.value('pages'),
      error: kept.error('pages'),
    },
    {
      kind: 'text',
      name: 'askedBy',
      label: 'Người đề nghị',
      hint: 'Bắt buộc khi trích sao.',
      maxLength: 200,
      value: kept.value('askedBy'),
      error: kept.error('askedBy'),
    },
    {
      kind: 'area',
      name: 'recipients',
      label: 'Nơi nhận',
      hint: 'Mỗi dòng một nơi.',
      rows: 2,
      maxLength: 2000,
      value: kept.value('recipients'),
      error: kept.error('recipients'),
    },
  ];
}
