import { z } from 'zod';
import {
  letterFields,
  letterTags,
  MAX_ROWS,
  numberedRows,
  openingField,
  sectionTags,
  sectionsField,
} from '../document-fields.js';
import { defineKind } from '../kind.js';
import { line, optionalLine } from '../text.js';

/** A letter that hands a decision of the city down to offices and schools. */
export const implementingLetter = defineKind({
  name: 'cong-van-trien-khai',
  title: 'Công văn triển khai thực hiện',
  fields: z.strictObject({ ...letterFields, ...openingField, ...sectionsField }),
  tags: (fields) => ({ ...letterTags(fields), mo_dau: fields.mo_dau, ...sectionTags(fields.muc) }),
});

/** Reminds units of feedback that is due or overdue, with the list in a table. */
export const reminderLetter = defineKind({
  name: 'cong-van-don-doc',
  title: 'Công văn đôn đốc xử lý phản ánh, kiến nghị',
  fields: z.strictObject({
    ...letterFields,
    ...openingField,
    phieu: z
      .array(
        z.strictObject({
          ma_phieu: line(50),
          don_vi: line(200),
          ve_viec: line(500),
          /** `20/3/2026` */
          han: line(30),
          /** `Quá hạn 02 ngày làm việc` */
          tinh_trang: line(100),
        }),
      )
      .min(1)
      .max(MAX_ROWS)
      .describe('Phiếu cần đôn đốc'),
    /** what is asked, one paragraph each */
    yeu_cau: z.array(line(5000)).min(1).max(20).describe('Yêu cầu'),
  }),
  tags: (fields) => ({
    ...letterTags(fields),
    mo_dau: fields.mo_dau,
    phieu: numberedRows(fields.phieu),
    yeu_cau: fields.yeu_cau,
  }),
});

/** Tells the city's office which contact officers have changed (Quy chế kèm QĐ 587/QĐ-UBND ngày 05/3/2024, Điều 17). */
export const officerChangeLetter = defineKind({
  name: 'cong-van-thay-doi-dau-moi',
  title: 'Công văn báo thay đổi cán bộ đầu mối',
  fields: z.strictObject({
    ...letterFields,
    ...openingField,
    thay_doi: z
      .array(
        z.strictObject({
          don_vi: line(200),
          /** left empty for a unit's first officer */
          nguoi_cu: optionalLine(100),
          nguoi_moi: line(100),
          chuc_vu: line(100),
          dien_thoai: line(50),
          thu_dien_tu: line(100),
          /** `01/4/2026` */
          tu_ngay: line(30),
        }),
      )
      .min(1)
      .max(MAX_ROWS)
      .describe('Thay đổi'),
  }),
  tags: (fields) => ({
    ...letterTags(fields),
    mo_dau: fields.mo_dau,
    thay_doi: numberedRows(fields.thay_doi),
  }),
});

export type ImplementingLetterFields = z.input<typeof implementingLetter.fields>;
