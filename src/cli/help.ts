import type { CommandOutcome } from './outcome.js';

/** What each command does, in the order in which the help lists them. */
const COMMAND_WORDS = {
  serve: 'trang web, cửa SOAP và việc nền trong một tiến trình',
  worker: 'chỉ việc nền',
  migrate: 'tạo hoặc cập nhật bảng của cơ sở dữ liệu',
  demo: 'dựng bản trình diễn với e-office mô phỏng',
  verify: 'kiểm tra chữ ký số của tệp PDF',
  inspect: 'kiểm tra tệp từ ngoài vào',
  format: 'kiểm tra thể thức của DOCX hoặc PDF theo Nghị định 30',
  render: 'dựng văn bản từ mẫu và dữ liệu',
  template: 'kiểm tra mẫu DOCX',
  register: 'kiểm tra sổ văn bản: số, chuỗi, tệp',
  journal: 'kiểm tra nhật ký',
  exchange: 'việc chờ gửi, thử lại, đối chiếu với e-office',
  account: 'tài khoản tại chỗ: thêm quản trị, đặt mật khẩu, bỏ xác thực hai lớp',
  directory: 'đồng bộ nhân sự với thư mục LDAP, Active Directory',
  token: 'mã truy cập của chương trình dùng API: tạo, liệt kê, thu hồi',
  doctor: 'kiểm tra các tệp lưu trữ; --security: những gì giữ người lạ ở ngoài',
  edxml: 'đọc, kiểm tra, viết thông điệp edXML',
  deadline: 'tính một thời hạn và lời giải thích từng ngày',
} as const;

export type CommandName = keyof typeof COMMAND_WORDS;

export const COMMAND_NAMES = Object.keys(COMMAND_WORDS);

/** Whether somebody asks what there is instead of naming a command. */
export function asksForHelp(name: string): boolean {
  return name === '--help' || name === '-h';
}

/** `hoi-am --help`: one line for each command. Status 0. */
export function helpOutcome(): CommandOutcome {
  const width = Math.max(...COMMAND_NAMES.map(({ length }) => length)) + 2;
  const commands = Object.entries(COMMAND_WORDS).map(([name, words]) => `  ${name.padEnd(width)}${words}`);
  return { exitCode: 0, lines: ['Viết: hoi-am LỆNH …', '', ...commands], messages: [] };
}
