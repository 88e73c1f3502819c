import { z } from 'zod';
import { addresseeForm, recipientLines } from '../src/drafting/domain/letter/addressees.js';
import { REGISTER_LENGTHS } from '../src/documents/domain/register-lengths.js';
import { line } from './text.js';

/**
 * The parts that every letter has. Field names are Vietnamese without marks, words joined by `_`: they are the tags a
 * clerk meets in Word, so they are not English.
 */
export const letterFields = {
  /** `UBND THÀNH PHỐ HẢI PHÒNG` */
  co_quan_chu_quan: line(200).describe('Cơ quan chủ quản'),
  /** `SỞ GIÁO DỤC VÀ ĐÀO TẠO` */
  co_quan_ban_hanh: line(200).describe('Cơ quan ban hành'),
  /** `SGDĐT-GDTrH`; the number before it stays a free place */
  ky_hieu: line(30).describe('Ký hiệu'),
  /** `Hải Phòng`; day and month behind it stay free places */
  dia_danh: line(100).describe('Địa danh'),
  /** `2026` */
  nam: z
    .string()
    .regex(/^\d{4}$/u)
    .describe('Năm'),
  /** what follows `V/v`; registers, the e-office and edXML hold so much of it */
  trich_yeu: line(REGISTER_LENGTHS.subject).describe('Trích yếu'),
  /** names without dash and end mark */
  kinh_gui: z.array(line(300)).min(1).max(50).describe('Kính gửi'),
  /** last sentence, typed with its `./.` */
  loi_ket: line(2000).describe('Lời kết'),
  /** lines without dash; the last is `Lưu: VT, GDTrH.`, typed with its full stop */
  noi_nhan: z.array(line(300)).min(1).max(50).describe('Nơi nhận'),
  /** one or two lines in capitals */
  tham_quyen_ky: z.array(line(200)).min(1).max(3).describe('Thẩm quyền ký'),
  nguoi_ky: line(50).describe('Người ký'),
};

/** The common parts as a template's schema gives them back. */
export type CommonFields = z.output<z.ZodObject<typeof letterFields>>;

/** What a template's tags are filled with. */
export interface TagValues {
  readonly [tag: string]: string | boolean | readonly string[] | readonly TagValues[];
}

/** The parts that every letter has, as its tags take them: punctuation set, `Kính gửi` in one of its two forms. */
export function letterTags(fields: CommonFields): TagValues {
  const addressed = addresseeForm(fields.kinh_gui);
  return {
    co_quan_chu_quan: fields.co_quan_chu_quan,
    co_quan_ban_hanh: fields.co_quan_ban_hanh,
    ky_hieu: fields.ky_hieu,
    dia_danh: fields.dia_danh,
    nam: fields.nam,
    trich_yeu: fields.trich_yeu,
    kinh_gui_mot_noi: addressed.kind === 'inline' ? [addressed.name] : [],
    kinh_gui_nhieu_noi: addressed.kind === 'list' ? [{ noi_gui: addressed.lines }] : [],
    loi_ket: fields.loi_ket,
    noi_nhan: recipientLines(fields.noi_nhan),
    tham_quyen_ky: fields.tham_quyen_ky,
    nguoi_ky: fields.nguoi_ky,
  };
}
