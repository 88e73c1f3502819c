import { z } from 'zod';
import { letterFields, letterTags, typedFields, typedTags } from '../document-fields.js';
import { defineKind } from '../kind.js';
import { closedLines, line, lines, paragraphsOf, prose } from '../text.js';

/** What is handed on, and what is expected of who gets it. */
const handedOn = {
  ten_co_quan: line(200).describe('Tên cơ quan'),
  loai_y_kien: line(50).describe('Loại ý kiến'),
  /** `PAKN.20260312.0042`; never the sender's name */
  ma_phieu: line(50).describe('Mã phiếu'),
  ngay_chuyen: line(30).describe('Ngày nhận'),
  ve_viec: line(2000).describe('Về việc'),
  /** `20/3/2026` */
  han_tra_loi: line(30).describe('Hạn trả lời'),
  /** what goes along, a line each */
  kem_theo: z.array(line(300)).max(30).optional().default([]).describe('Tài liệu kèm theo'),
};

/** A letter that hands feedback on to whom it concerns, and asks for the result. */
export const referralLetter = defineKind({
  name: 'cong-van-chuyen',
  title: 'Công văn chuyển phản ánh, kiến nghị',
  fields: z.strictObject({
    ...letterFields,
    ...handedOn,
    /** what is asked, one paragraph each */
    de_nghi: prose(5000).describe('Đề nghị'),
  }),
  tags: ({ de_nghi, ...fields }) => ({
    ...letterTags(fields),
    ...handedOnTags(fields),
    de_nghi: paragraphsOf(de_nghi),
  }),
});

/** The short form between offices: a slip with the facts in a table, its own type and number. */
export const forwardingSlip = defineKind({
  name: 'phieu-chuyen',
  title: 'Phiếu chuyển',
  type: 'PC',
  fields: z.strictObject({
    ...typedFields,
    ...handedOn,
    /** who is to act, a line each */
    noi_giai_quyet: lines(20, 300).describe('Chuyển đến'),
  }),
  tags: ({ noi_giai_quyet, ...fields }) => ({
    ...typedTags(fields),
    ...handedOnTags(fields),
    noi_giai_quyet: closedLines(noi_giai_quyet),
  }),
});

function handedOnTags(fields: z.output<z.ZodObject<typeof handedOn>>): Readonly<Record<string, string | string[]>> {
  const { ten_co_quan, loai_y_kien, ma_phieu, ngay_chuyen, ve_viec, han_tra_loi, kem_theo } = fields;
  return { ten_co_quan, loai_y_kien, ma_phieu, ngay_chuyen, ve_viec, han_tra_loi, kem_theo };
}
