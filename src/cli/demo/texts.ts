import type { NoteField } from '../../tickets/index.js';
import type { ReplyLetterFields } from '../../../templates/catalogue.js';

/** What the officer of the demonstration tells the hotline, in this order. */
export const NOTES: Readonly<Record<NoteField, string>> = {
  progress: 'Phòng Giáo dục Trung học đã làm việc với nhà trường, đang đối chiếu sổ đầu bài và danh sách thu tiền.',
  measure: 'Đã yêu cầu nhà trường dừng việc thu, rà soát các khoản đã thu và báo cáo bằng văn bản.',
  result: 'Nhà trường đã dừng việc thu và trả lại tiền cho cha mẹ học sinh. Sở trả lời bằng văn bản.',
};

/** What the officer writes into the reply letter. */
export const REPLY: Pick<ReplyLetterFields, 'ket_qua_xac_minh' | 'bien_phap_xu_ly' | 'theo_doi'> = {
  ket_qua_xac_minh:
    'Qua kiểm tra hồ sơ và làm việc với nhà trường, nội dung phản ánh là đúng. Nhà trường đã tổ chức thu khi chưa có sự đồng ý bằng văn bản của cha mẹ học sinh và chưa báo cáo Sở Giáo dục và Đào tạo.',
  bien_phap_xu_ly:
    'Sở Giáo dục và Đào tạo đã yêu cầu nhà trường dừng ngay việc thu, trả lại toàn bộ số tiền đã thu cho cha mẹ học sinh và kiểm điểm tập thể, cá nhân có liên quan.',
  theo_doi: 'Phòng Giáo dục Trung học theo dõi việc thực hiện của nhà trường và báo cáo Giám đốc Sở.',
};

/** Why the result of the demonstration comes without a file. */
export const NO_EVIDENCE = 'Kết quả xác minh qua đối chiếu sổ sách tại trường; hồ sơ lưu tại nhà trường.';
