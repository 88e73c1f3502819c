import { RESTORED, wordedFlaw, type FlawWords } from '../../documents/domain/register-flaw-words.js';
import type { JournalFlaw } from '../../journal/domain/journal-check.js';
import type { RecordFlaw } from '../../journal/domain/record-seal.js';
import type { EvidenceFlaw } from '../../signing/domain/evidence/evidence-proof.js';

const JOURNAL: FlawWords<JournalFlaw> = {
  unguarded: () =>
    'Cơ sở dữ liệu không còn chặn việc sửa, xóa dòng nhật ký: các trigger tr_journal_entry_… đã bị bỏ. Tìm ai đã bỏ; chỉ tin nhật ký khi có mốc để đối chiếu.',
  'chain-broken': ({ seq }) =>
    `Chuỗi nhật ký đứt ở dòng ${seq}: dòng này bị sửa, hoặc có dòng bị xóa, chèn, đổi chỗ ngay trước nó.`,
  'end-missing': ({ seq }) => `Các dòng từ ${seq} đến cuối nhật ký đã bị xóa.`,
  'end-unknown': ({ seq }) => `Dòng ${seq} trở đi được chèn vào mà không qua phần mềm.`,
  'head-differs': ({ seq }) => `Dòng cuối (${seq}) khác điều phần mềm đã ghi ở đầu chuỗi.`,
  'before-anchor': ({ seq, rows }) => `Mốc đã ghi ${seq} dòng, nhật ký chỉ còn ${rows}. ${RESTORED}`,
  'anchor-differs': ({ seq }) => `Dòng ${seq} khác với mốc: nhật ký đã bị viết lại từ dòng này trở về trước.`,
};

export function journalFlawSentence(flaw: JournalFlaw): string {
  return wordedFlaw(JOURNAL, flaw);
}

const EVIDENCE: FlawWords<EvidenceFlaw> = {
  unguarded: () =>
    'Cơ sở dữ liệu không còn chặn việc sửa, xóa chứng cứ: các trigger tr_signature_evidence_… đã bị bỏ. Tìm ai đã bỏ.',
  'report-changed': ({ id }) => `Bản ghi ${id} có báo cáo khác với lúc kiểm tra: mã băm không còn khớp.`,
  'line-differs': ({ id }) => `Bản ghi ${id} khác điều nhật ký đã ghi về lần kiểm tra ấy: có người sửa.`,
  'line-missing': ({ id }) => `Bản ghi ${id} không có dòng nhật ký nào: được chèn vào mà không qua phần mềm.`,
  'rows-missing': ({ rows }) => `${rows} lần kiểm tra có trong nhật ký nhưng bản ghi không còn.`,
};

export function evidenceFlawSentence(flaw: EvidenceFlaw): string {
  return wordedFlaw(EVIDENCE, flaw);
}

const RECORD_KINDS: Readonly<Record<string, string>> = {
  ticket: 'phiếu',
  ticketDeadline: 'thời hạn',
  ticketEntry: 'dòng quá trình xử lý',
  staff: 'tài khoản (tên đăng nhập, mật khẩu, vai trò, đơn vị)',
  staffRole: 'vai trò',
  substitution: 'giao xử lý thay',
  apiToken: 'mã truy cập',
  authority: 'thẩm quyền ký',
  signatureRequest: 'bản trình ký (tệp đã ký)',
  accessChange: 'xác nhận thay đổi quyền',
  trustCertificate: 'chứng thư số tin cậy',
  webhookEndpoint: 'hệ thống kết nối webhook',
};

const RECORDS: FlawWords<RecordFlaw> = {
  unguarded: () =>
    'Cơ sở dữ liệu không còn chặn việc sửa, xóa niêm phong: các trigger tr_record_seal_… đã bị bỏ. Tìm ai đã bỏ.',
  'chain-broken': ({ seq }) =>
    `Chuỗi niêm phong đứt ở dòng ${seq}: dòng này bị sửa, hoặc có dòng bị xóa, chèn, đổi chỗ ngay trước nó.`,
  'end-differs': ({ seq }) =>
    `Chuỗi niêm phong kết thúc ở dòng ${seq}, khác điều phần mềm đã ghi: có dòng bị xóa hoặc chèn ở cuối.`,
  'mark-differs': ({ seq }) =>
    `Dòng niêm phong ${seq} khác điều nhật ký đã ghi: chuỗi niêm phong đã bị viết lại hoặc cắt bớt.`,
  'record-changed': ({ kind, id }) =>
    `${RECORD_KINDS[kind] ?? kind} ${id} khác với lúc được quyết định: có người sửa mà không qua phần mềm.`,
  'record-was-changed': ({ kind, id }) =>
    `${RECORD_KINDS[kind] ?? kind} ${id} từng bị sửa mà không qua phần mềm, rồi được phần mềm ghi tiếp lên trên; so với bản sao lưu cũ để biết đã sửa gì.`,
  'record-missing': ({ kind, id }) =>
    `${RECORD_KINDS[kind] ?? kind} ${id} không còn: có người xóa mà không qua phần mềm.`,
  'record-unsealed': ({ kind, id }) =>
    `${RECORD_KINDS[kind] ?? kind} ${id} chưa từng được niêm phong: được chèn vào mà không qua phần mềm.`,
};

export function recordFlawSentence(flaw: RecordFlaw): string {
  return wordedFlaw(RECORDS, flaw);
}
