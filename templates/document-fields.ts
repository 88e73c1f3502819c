import { z } from 'zod';
import { addresseeForm, recipientLines } from '../src/drafting/domain/letter/addressees.js';
import { REGISTER_LENGTHS } from '../src/documents/domain/register-lengths.js';
import { abstractLine } from './abstract-line.js';
import { line, lines } from './text.js';

/** Rows of a table at most: some sixty pages, made well within the time limits of DOCX and PDF. */
export const MAX_ROWS = 2000;

/**
 * Who writes. Field names are Vietnamese without marks, words joined by `_`: they are the tags a clerk meets in Word, so they are
 * not English. A slip inside the agency has no more of a head: no number, no signature field.
 */
export const slipFields = {
  /** `UBND THÀNH PHỐ HẢI PHÒNG` */
  co_quan_chu_quan: line(200).describe('Cơ quan chủ quản'),
  /** `SỞ GIÁO DỤC VÀ ĐÀO TẠO` */
  co_quan_ban_hanh: line(200).describe('Cơ quan ban hành'),
};

/** What every document has that gets a number and is signed. */
const signed = {
  ...slipFields,
  /** `Hải Phòng`; day and month behind it stay free places */
  dia_danh: line(100).describe('Địa danh'),
  /** `2026` */
  nam: z
    .string()
    .regex(/^\d{4}$/u)
    .describe('Năm'),
  /** `SGDĐT-GDTrH`, `BC-SGDĐT`; the number before it stays a free place */
  ky_hieu: line(30).describe('Ký hiệu'),
  /** what the document is about; registers, the e-office and edXML hold so much of it */
  trich_yeu: line(REGISTER_LENGTHS.subject).describe('Trích yếu'),
  /** lines without dash; the last is `Lưu: VT, GDTrH.`, typed with its full stop */
  noi_nhan: lines(50, 300).describe('Nơi nhận'),
  /** one or two lines in capitals */
  tham_quyen_ky: lines(3, 200).describe('Thẩm quyền ký'),
  nguoi_ky: line(50).describe('Người ký'),
};

const closed = {
  /** last sentence, typed with its `./.` */
  loi_ket: line(2000).describe('Lời kết'),
};

const addressed = {
  /** names without dash and end mark */
  kinh_gui: lines(50, 300).describe('Kính gửi'),
};

/** Công văn: `trich_yeu` follows `V/v`. */
export const letterFields = {
  ...signed,
  ...addressed,
  ...closed,
  /** address, telephone, e-mail under the first page */
  lien_he: z.array(line(200)).max(4).optional().default([]).describe('Địa chỉ cơ quan'),
};

/** What every signed document has, whatever its kind; `kinh_gui` is empty where a kind addresses nobody. */
export const signedFields = { ...signed, ...closed, kinh_gui: addressed.kinh_gui.optional().default([]) };

/** A document that bears its type in capitals, its abstract under it; `kinh_gui` where it goes to a superior. */
export const typedFields = { ...signed, ...closed };
export const submittedFields = { ...typedFields, ...addressed };

/** One paragraph each. */
export const openingField = { mo_dau: lines(20, 5000).describe('Mở đầu') };

/** Numbered in their order; what stands under a head without its dash, with its end mark. */
export const sectionsField = {
  muc: z
    .array(z.strictObject({ tieu_de: line(500), viec: lines(50, 5000) }))
    .min(1)
    .max(30)
    .describe('Các mục'),
};

type SlipFields = z.output<z.ZodObject<typeof slipFields>>;
type SignedFields = z.output<z.ZodObject<typeof signed>>;
type LetterFields = z.output<z.ZodObject<typeof letterFields>>;
type SubmittedFields = z.output<z.ZodObject<typeof submittedFields>>;
type TypedFields = z.output<z.ZodObject<typeof typedFields>>;

/** What a template's tags are filled with. */
export interface TagValues {
  readonly [tag: string]: string | boolean | readonly string[] | readonly TagValues[];
}

export function letterTags(fields: LetterFields): TagValues {
  return { ...signedTags(fields), ...addresseeTags(fields), loi_ket: fields.loi_ket, lien_he: fields.lien_he };
}

export function typedTags(fields: TypedFields): TagValues {
  return { ...signedTags(fields), ...abstractLine(fields.trich_yeu), loi_ket: fields.loi_ket };
}

export function submittedTags(fields: SubmittedFields): TagValues {
  return { ...typedTags(fields), ...addresseeTags(fields) };
}

export function slipTags({ co_quan_chu_quan, co_quan_ban_hanh }: SlipFields): TagValues {
  return { co_quan_chu_quan, co_quan_ban_hanh };
}

export function sectionTags(muc: readonly { readonly tieu_de: string; readonly viec: readonly string[] }[]): TagValues {
  return { muc: muc.map((part, index) => ({ ...part, stt: String(index + 1) })) };
}

/** Rows with their number in the first column. */
export function numberedRows(rows: readonly TagValues[]): readonly TagValues[] {
  return rows.map((row, index) => ({ stt: String(index + 1), ...row }));
}

/** Punctuation set. */
function signedTags(fields: SignedFields): TagValues {
  return {
    ...slipTags(fields),
    dia_danh: fields.dia_danh,
    nam: fields.nam,
    ky_hieu: fields.ky_hieu,
    trich_yeu: fields.trich_yeu,
    noi_nhan: recipientLines(fields.noi_nhan),
    tham_quyen_ky: fields.tham_quyen_ky,
    nguoi_ky: fields.nguoi_ky,
  };
}

/** `Kính gửi` in one of its two forms (rule 37). */
function addresseeTags({ kinh_gui }: Pick<LetterFields, 'kinh_gui'>): TagValues {
  const form = addresseeForm(kinh_gui);
  return {
    kinh_gui_mot_noi: form.kind === 'inline' ? [form.name] : [],
    kinh_gui_nhieu_noi: form.kind === 'list' ? [{ noi_gui: form.lines }] : [],
  };
}
