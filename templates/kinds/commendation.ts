import { z } from 'zod';
import {
  MAX_ROWS,
  numberedRows,
  openingField,
  submittedFields,
  submittedTags,
  typedFields,
  typedTags,
} from '../document-fields.js';
import { defineKind } from '../kind.js';
import { closedLines, line, lines } from '../text.js';

/** Who is commended for what; the list is an annex. */
const commended = {
  /** as the note of the annex names who issued the document */
  ten_co_quan: line(200).describe('Tên cơ quan'),
  tieu_de_phu_luc: line(300).describe('Tiêu đề phụ lục'),
  khen_thuong: z
    .array(
      z.strictObject({
        ten: line(200),
        /** a citizen's group, a school, an office */
        don_vi: line(200),
        thanh_tich: line(1000),
        /** `Giấy khen` */
        hinh_thuc: line(100),
      }),
    )
    .min(1)
    .max(MAX_ROWS)
    .describe('Danh sách khen thưởng'),
};

/** Proposes commendations to who decides on them. */
export const commendationProposal = defineKind({
  name: 'to-trinh-khen-thuong',
  title: 'Tờ trình đề nghị khen thưởng',
  type: 'TTr',
  issuer: 'unit',
  fields: z.strictObject({ ...submittedFields, ...openingField, ...commended }),
  tags: ({ mo_dau, ...fields }) => ({ ...submittedTags(fields), mo_dau, ...commendedTags(fields) }),
});

/** Decides on them. `loi_ket` is the last article, typed with its `./.` */
export const commendationDecision = defineKind({
  name: 'quyet-dinh-khen-thuong',
  title: 'Quyết định khen thưởng',
  type: 'QĐ',
  issuer: 'head',
  fields: z.strictObject({
    ...typedFields,
    /** in capitals: `GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO` */
    tham_quyen_ban_hanh: line(200).describe('Thẩm quyền ban hành'),
    /** each without its end mark (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6.b) */
    can_cu: lines(20, 1000).describe('Căn cứ ban hành'),
    /** articles before the last, without `Điều N.` */
    dieu: lines(20, 5000).describe('Các điều'),
    ...commended,
  }),
  tags: ({ tham_quyen_ban_hanh, can_cu, dieu, ...fields }) => ({
    ...typedTags(fields),
    tham_quyen_ban_hanh,
    can_cu: closedLines(can_cu),
    dieu: dieu.map((noi_dung, index) => ({ so_dieu: String(index + 1), noi_dung })),
    dieu_cuoi: String(dieu.length + 1),
    ...commendedTags(fields),
  }),
});

function commendedTags({ ten_co_quan, tieu_de_phu_luc, khen_thuong }: z.output<z.ZodObject<typeof commended>>): {
  readonly ten_co_quan: string;
  readonly tieu_de_phu_luc: string;
  readonly khen_thuong: ReturnType<typeof numberedRows>;
} {
  return {
    ten_co_quan,
    tieu_de_phu_luc: tieu_de_phu_luc.toLocaleUpperCase('vi'),
    khen_thuong: numberedRows(khen_thuong),
  };
}
