import { z } from 'zod';
import { letterFields, letterTags, type TagValues } from '../document-fields.js';
import { titleAddressed } from '../../src/drafting/domain/letter/person-addressed.js';
import { defineKind } from '../kind.js';
import { closedLines, line, lines, optionalLine, optionalProse, paragraphsOf, prose } from '../text.js';

/** What a letter about one feedback says of it. */
const feedbackFields = {
  /** `Sở Giáo dục và Đào tạo`, as running text names the agency */
  ten_co_quan: line(200).describe('Tên cơ quan'),
  /** `phản ánh`, `kiến nghị` */
  loai_y_kien: line(50).describe('Loại ý kiến'),
  /** who passed it on: `Tổng đài 1022`; left out where the citizen turned to the agency itself */
  noi_chuyen: optionalLine(200).describe('Nơi chuyển đến'),
  /** `12/3/2026` */
  ngay_chuyen: optionalLine(30).describe('Ngày chuyển đến, ngày nhận'),
  /** how it came where nobody passed it on, following `của tổ chức, cá nhân`: `gửi bằng đơn thư, nhận ngày 12/3/2026` */
  nguon_den: optionalLine(300).describe('Hình thức, ngày gửi phản ánh'),
  /** what it is about, following `về việc`, without a full stop */
  ve_viec: line(2000).describe('Về việc'),
};

type FeedbackFields = z.output<z.ZodObject<typeof feedbackFields>>;

function feedbackTags(fields: FeedbackFields & { readonly kinh_gui: readonly string[] }): TagValues {
  const { ten_co_quan, loai_y_kien, noi_chuyen, ngay_chuyen, ve_viec } = fields;
  return {
    ...{ ten_co_quan, loai_y_kien, ngay_chuyen },
    // Templates of the agency's own may still say `do {noi_chuyen} chuyển đến`.
    noi_chuyen: noi_chuyen === '' ? 'chính tổ chức, cá nhân' : noi_chuyen,
    nguoi_gui: titleAddressed(fields.kinh_gui) ?? 'tổ chức, cá nhân',
    nguon_den: sourceWords(fields),
    ve_viec: ve_viec.replace(/(?<![.\s])[.\s]+$/u, ''),
  };
}

/** `do Tổng đài 1022 chuyển đến ngày 12/3/2026`, `gửi bằng đơn thư, nhận ngày 12/3/2026` */
function sourceWords({ noi_chuyen, ngay_chuyen, nguon_den }: FeedbackFields): string {
  if (nguon_den !== '') return nguon_den;
  const day = ngay_chuyen === '' ? '' : ` ngày ${ngay_chuyen}`;
  return noi_chuyen === '' ? `gửi đến${day}` : `do ${noi_chuyen} chuyển đến${day}`;
}

/** The agency that passed the feedback on follows what becomes of it; nobody else does. */
function alsoTold(follows: string): string {
  return follows === '' ? '' : `; đồng thời gửi ${follows} để theo dõi`;
}

/** The answer to a citizen's feedback, by whichever way it came. */
export const replyLetter = defineKind({
  name: 'cong-van-tra-loi',
  title: 'Công văn trả lời phản ánh, kiến nghị',
  fields: z.strictObject({
    ...letterFields,
    ...feedbackFields,
    ket_qua_xac_minh: prose().describe('Kết quả xác minh'),
    bien_phap_xu_ly: prose().describe('Biện pháp xử lý'),
    /** who watches what, and until when */
    theo_doi: optionalProse().describe('Theo dõi thực hiện'),
  }),
  chosenTags: ['nguoi_gui'],
  tags: (fields) => ({
    ...letterTags(fields),
    ...feedbackTags(fields),
    ket_qua_xac_minh: matter(fields.ket_qua_xac_minh),
    bien_phap_xu_ly: matter(fields.bien_phap_xu_ly),
    theo_doi: matter(fields.theo_doi),
  }),
});

/** Feedback on what another agency decides: sent on to it, and its sender told so by a copy. */
export const notCompetentLetter = defineKind({
  name: 'cong-van-khong-thuoc-tham-quyen',
  title: 'Công văn về phản ánh không thuộc thẩm quyền',
  fields: z.strictObject({
    ...letterFields,
    ...feedbackFields,
    /** `UBND phường Lê Chân` */
    co_quan_tham_quyen: line(200).describe('Cơ quan có thẩm quyền'),
    /** the agency that passed it on; may be left out */
    cung_gui: optionalLine(200).describe('Đồng thời gửi để theo dõi'),
    /** whose matter it is, and by what provision */
    ly_do: prose(5000).describe('Vì sao không thuộc thẩm quyền'),
  }),
  chosenTags: ['nguoi_gui'],
  tags: (fields) => ({
    ...letterTags(fields),
    ...feedbackTags(fields),
    co_quan_tham_quyen: fields.co_quan_tham_quyen,
    qua_noi_chuyen: fields.noi_chuyen === '' ? '' : ` qua ${fields.noi_chuyen}`,
    cung_gui: alsoTold(fields.cung_gui === '' ? fields.noi_chuyen : fields.cung_gui),
    ly_do: paragraphsOf(fields.ly_do),
  }),
});

/** Tells the sender that the answer takes longer, until when and why. */
export const extensionLetter = defineKind({
  name: 'cong-van-gia-han',
  title: 'Công văn thông báo gia hạn trả lời',
  fields: z.strictObject({
    ...letterFields,
    ...feedbackFields,
    /** by what the time runs, named only by who has read it there; may be left out */
    can_cu_thoi_han: optionalLine(500).describe('Căn cứ thời hạn'),
    /** `20/3/2026` */
    han_cu: line(30).describe('Hạn trả lời'),
    han_moi: line(30).describe('Hạn trả lời mới'),
    viec_da_lam: prose(5000).describe('Việc đã làm'),
    ly_do: prose(5000).describe('Lý do gia hạn'),
  }),
  chosenTags: ['nguoi_gui'],
  tags: (fields) => ({
    ...letterTags(fields),
    ...feedbackTags(fields),
    thoi_han_da_bao: `${fields.can_cu_thoi_han === '' ? 'Hạn' : `Theo ${fields.can_cu_thoi_han}, hạn`} trả lời đã thông báo là ngày ${fields.han_cu}`,
    han_moi: fields.han_moi,
    viec_da_lam: paragraphsOf(fields.viec_da_lam),
    ly_do: paragraphsOf(fields.ly_do),
  }),
});

/** Asks the sender for what is missing before the matter can be looked into. */
export const informationLetter = defineKind({
  name: 'cong-van-de-nghi-bo-sung',
  title: 'Công văn đề nghị bổ sung thông tin',
  fields: z.strictObject({
    ...letterFields,
    ...feedbackFields,
    /** what is asked for, a line each, without dash and end mark */
    can_bo_sung: lines(20, 1000).describe('Thông tin cần bổ sung'),
    /** `27/3/2026` */
    han_bo_sung: line(30).describe('Hạn bổ sung'),
    /** where to: address, telephone, e-mail in one sentence's part */
    noi_tiep_nhan: line(500).describe('Nơi tiếp nhận'),
  }),
  chosenTags: ['nguoi_gui'],
  tags: (fields) => ({
    ...letterTags(fields),
    ...feedbackTags(fields),
    can_bo_sung: closedLines(fields.can_bo_sung),
    han_bo_sung: fields.han_bo_sung,
    noi_tiep_nhan: fields.noi_tiep_nhan,
  }),
});

/** Sets right what a released letter got wrong in form or procedure; what it says stays. */
export const correctionLetter = defineKind({
  name: 'cong-van-dinh-chinh',
  title: 'Công văn đính chính',
  fields: z.strictObject({
    ...letterFields,
    ten_co_quan: feedbackFields.ten_co_quan,
    /** `Công văn số 513/SGDĐT-GDTrH ngày 20/3/2026 của Sở Giáo dục và Đào tạo về việc …`, without a full stop */
    van_ban_goc: line(1000).describe('Văn bản được đính chính'),
    /** where, and as it was written */
    noi_dung_sai: prose(5000).describe('Nội dung đã ghi'),
    noi_dung_dung: prose(5000).describe('Nội dung đính chính'),
  }),
  tags: (fields) => ({
    ...letterTags(fields),
    ten_co_quan: fields.ten_co_quan,
    van_ban_goc: fields.van_ban_goc.replace(/(?<![.\s])[.\s]+$/u, ''),
    noi_dung_sai: matter(fields.noi_dung_sai),
    noi_dung_dung: matter(fields.noi_dung_dung),
  }),
});

/** What the form of a reply hands over, before cleaning. */
export type ReplyLetterFields = z.input<typeof replyLetter.fields>;

/** Paragraphs of a numbered matter: the first carries the number. */
function matter(text: string): readonly TagValues[] {
  return paragraphsOf(text).map((paragraph, index) => ({ doan_dau: index === 0, van_ban: paragraph }));
}
