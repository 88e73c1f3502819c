import { OutsideRefused, OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';
import type { EOfficeProfile } from '../profile.js';

/** What the profile says of the numbers that a registration gives back. */
export type ResultCodes = NonNullable<EOfficeProfile['codes']['results']>;

/**
 * What a number that is final means, and what a person does about it.
 *
 * Source: the list of codes in public code of applications that call vOffice.
 */
const REFUSALS: Readonly<Record<number, string>> = {
  3: 'vOffice không nhận định dạng tệp trình ký. Xuất lại bản trình dưới dạng PDF rồi trình lại.',
  5: 'vOffice báo thiếu mã trình ký. Báo quản trị phần mềm.',
  8: 'vOffice báo không có tệp trình ký. Mở lại bản trình, kiểm tra tệp rồi trình lại.',
  12: 'vOffice báo thiếu thông tin trình ký. Quản trị đối chiếu hồ sơ kết nối với bản vOffice đang dùng.',
  13: 'vOffice báo thiếu tài khoản. Quản trị đặt SIGNING_ACCOUNT.',
  14: 'vOffice báo thiếu đơn vị ban hành. Quản trị đặt SIGNING_ISSUE_UNIT.',
  15: 'vOffice báo không có người ký. Kiểm tra luồng ký của văn bản.',
  16: 'vOffice báo thiếu người ban hành. Quản trị ghi mã trên hệ thống quản lý văn bản cho văn thư.',
  20: 'vOffice coi tên tệp là không an toàn. Báo quản trị phần mềm.',
  22: 'vOffice báo tệp trình ký rỗng. Tạo lại bản trình rồi trình lại.',
  28: 'Trên vOffice không có tài khoản mang địa chỉ thư của một người ký. Quản trị kiểm tra mã trên hệ thống quản lý văn bản của những người trong luồng ký.',
  103: 'vOffice không chuyển được văn bản tới văn thư. Quản trị kiểm tra mã trên hệ thống quản lý văn bản của văn thư và đơn vị ban hành.',
  104: 'Đơn vị ban hành không đúng trên vOffice. Quản trị kiểm tra SIGNING_ISSUE_UNIT và mã trên hệ thống quản lý văn bản của văn thư.',
  105: 'vOffice báo dữ liệu trình ký rỗng. Báo quản trị phần mềm.',
  106: 'vOffice không nhận tệp đính kèm. Mở lại bản trình, kiểm tra tệp rồi trình lại.',
  107: 'Địa chỉ thư của một người ký không có trên vOffice. Quản trị kiểm tra mã trên hệ thống quản lý văn bản của những người trong luồng ký.',
  108: 'vOffice báo tiêu đề quá dài. Rút gọn trích yếu rồi trình lại.',
  110: 'vOffice báo thiếu đơn vị hoặc mã của người ký. Quản trị kiểm tra tài khoản của những người trong luồng ký.',
};

/**
 * Numbers of an account that is not let in. That is no property of the letter: nothing is given up for it, and the circuit keeps calls rare
 * until the account is right.
 */
const NOT_LET_IN: Readonly<Record<number, string>> = {
  9: 'vOffice không nhận tài khoản ứng dụng. Quản trị kiểm tra SIGNING_APP_CODE và SIGNING_APP_PASSWORD.',
  17: 'vOffice không có tài khoản dùng để trình. Quản trị kiểm tra SIGNING_ACCOUNT.',
  18: 'vOffice không nhận được tài khoản đăng nhập. Quản trị kiểm tra SIGNING_ACCOUNT và SIGNING_ACCOUNT_PASSWORD.',
  109: 'vOffice không giải mã được mật khẩu. Quản trị kiểm tra cách mã hóa của hồ sơ kết nối và SIGNING_KEY_FILE.',
};
const TRIED_ON = 'Phần mềm tự trình lại, không bỏ văn bản nào.';

/**
 * @param code undefined when no number came
 * @returns registered: it was not there before · there: our code is known, from an earlier call of ours
 * @throws OutsideUnavailable · OutsideRefused
 */
export function outcomeOf(code: number | undefined, codes: ResultCodes): 'registered' | 'there' {
  const said = String(code ?? '');
  if (codes.success.includes(said)) return 'registered';
  if (codes.duplicate.includes(said)) return 'there';
  if (code === undefined || codes.retryable.includes(said)) {
    throw new OutsideUnavailable(`vOffice trả mã ${said === '' ? 'rỗng' : said}; phần mềm sẽ trình lại.`);
  }
  const account = NOT_LET_IN[code];
  if (account !== undefined) {
    throw new OutsideUnavailable(`vOffice trả mã ${said}.`, { reason: `${account} ${TRIED_ON}` });
  }
  const unknown = `vOffice từ chối với mã ${said}, hồ sơ kết nối chưa biết mã này. Hỏi nhà cung cấp ý nghĩa của mã.`;
  throw new OutsideRefused(`VO-${said}`, REFUSALS[code] ?? unknown);
}
