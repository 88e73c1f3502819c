import { z } from 'zod';
import {
  MAX_ROWS,
  numberedRows,
  openingField,
  sectionTags,
  sectionsField,
  submittedFields,
  submittedTags,
  typedFields,
  typedTags,
} from '../document-fields.js';
import { TOTAL_ROW } from '../../src/kernel/total-row.js';
import { defineKind } from '../kind.js';
import { closedLines, line, lines, optionalLine } from '../text.js';

const count = line(20);

const further = optionalLine(20);

/** The columns of our own template. */
const usualFigures = {
  ton_ky_truoc: count,
  tiep_nhan: count,
  da_tra_loi: count,
  dung_han: count,
  /** answered late */
  qua_han: count,
  /** not answered yet, and late */
  con_qua_han: count,
};

/** What a template of the agency's own may give in further columns; drafts of before have none of it. */
const furtherFigures = {
  /** reopened, among those received */
  mo_lai: further,
  da_giai_quyet: further,
  chuyen_tra: further,
  khong_tiep_nhan: further,
  gop: further,
  /** still open at the end */
  con_lai: further,
  /** `96,7 %` */
  ty_le_dung_han: further,
  /** `4,2`, in days */
  ngay_trung_binh: further,
};

/** How feedback stands, unit by unit, to the city or the director. */
export const report = defineKind({
  name: 'bao-cao',
  title: 'Báo cáo',
  type: 'BC',
  fields: z.strictObject({
    ...submittedFields,
    ...openingField,
    ...sectionsField,
    so_lieu: z
      .array(z.strictObject({ don_vi: line(200), ...usualFigures, ...furtherFigures }))
      .min(1)
      .max(MAX_ROWS)
      .describe('Bảng số liệu'),
  }),
  chosenTags: Object.keys({ ...usualFigures, ...furtherFigures }).map((figure) => `so_lieu.${figure}`),
  tags: (fields) => ({
    ...submittedTags(fields),
    mo_dau: fields.mo_dau,
    ...sectionTags(fields.muc),
    so_lieu: numberedRows(fields.so_lieu).map((row) => (row['don_vi'] === TOTAL_ROW ? { ...row, stt: '' } : row)),
  }),
});

/** Asks a superior to decide. */
export const submission = defineKind({
  name: 'to-trinh',
  title: 'Tờ trình',
  type: 'TTr',
  fields: z.strictObject({ ...submittedFields, ...openingField, ...sectionsField }),
  tags: (fields) => ({ ...submittedTags(fields), mo_dau: fields.mo_dau, ...sectionTags(fields.muc) }),
});

/** Tells offices and schools something. */
export const announcement = defineKind({
  name: 'thong-bao',
  title: 'Thông báo',
  type: 'TB',
  fields: z.strictObject({ ...typedFields, ...openingField, ...sectionsField }),
  tags: (fields) => ({ ...typedTags(fields), mo_dau: fields.mo_dau, ...sectionTags(fields.muc) }),
});

/** What will be done, with the tasks in an annex. */
export const plan = defineKind({
  name: 'ke-hoach',
  title: 'Kế hoạch',
  type: 'KH',
  fields: z.strictObject({
    ...typedFields,
    ...openingField,
    ...sectionsField,
    /** as the note of the annex names who issued the document */
    ten_co_quan: line(200).describe('Tên cơ quan'),
    tieu_de_phu_luc: line(300).describe('Tiêu đề phụ lục'),
    nhiem_vu: z
      .array(z.strictObject({ cong_viec: line(1000), chu_tri: line(200), phoi_hop: line(300), thoi_han: line(100) }))
      .min(1)
      .max(MAX_ROWS)
      .describe('Nhiệm vụ'),
  }),
  tags: (fields) => ({
    ...typedTags(fields),
    mo_dau: fields.mo_dau,
    ...sectionTags(fields.muc),
    ten_co_quan: fields.ten_co_quan,
    tieu_de_phu_luc: fields.tieu_de_phu_luc.toLocaleUpperCase('vi'),
    nhiem_vu: numberedRows(fields.nhiem_vu),
  }),
});

/** What was said and agreed; signed by who took the minutes and who presided. */
export const minutes = defineKind({
  name: 'bien-ban',
  title: 'Biên bản',
  type: 'BB',
  fields: z.strictObject({
    ...typedFields,
    /** `08 giờ 00 ngày 18/3/2026` */
    bat_dau: line(100).describe('Bắt đầu'),
    dia_diem: line(300).describe('Địa điểm'),
    chu_tri: line(200).describe('Chủ trì'),
    thu_ky: line(200).describe('Thư ký'),
    thanh_phan: lines(100, 300).describe('Thành phần tham dự'),
    ...sectionsField,
    ket_luan: lines(30, 5000).describe('Kết luận'),
    /** who signs beside for the body that was worked with, each a position in capitals and a name; nobody in minutes of an own meeting */
    dai_dien: z
      .array(z.strictObject({ chuc_danh: line(200), ho_ten: line(50) }))
      .max(4)
      .optional()
      .default([])
      .describe('Đại diện đơn vị làm việc'),
    /** name alone, as it stands under the signature */
    nguoi_ghi: line(50).describe('Người ghi biên bản'),
  }),
  tags: (fields) => ({
    ...typedTags(fields),
    bat_dau: fields.bat_dau,
    dia_diem: fields.dia_diem,
    chu_tri: fields.chu_tri,
    thu_ky: fields.thu_ky,
    thanh_phan: closedLines(fields.thanh_phan),
    ...sectionTags(fields.muc),
    ket_luan: closedLines(fields.ket_luan),
    dai_dien: fields.dai_dien,
    nguoi_ghi: fields.nguoi_ghi,
  }),
});
