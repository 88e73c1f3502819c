import { FileDamaged } from '../../../../src/platform/files/file-errors.js';
import { DomainError } from '../../../../src/kernel/domain-error.js';
import { refusalSentence } from '../../../../src/platform/http/wording.js';
import { STRANGER_AT_THE_DOOR, WRONG_AT_THE_DOOR } from '../../../../src/web/account/login.js';
import { refusalOf } from '../../../../src/platform/http/refusal-filter.js';
import type { ErrorView } from '../../../../src/web/kit/error-page.js';
import type { LoginView } from '../../../../src/web/account/login-page.js';
import type { ResumeView } from '../../../../src/web/kit/resume-page.js';
import type { RefusedMessagesView } from '../../../../src/web/exchange/refused-messages-page.js';

export const login: LoginView = {
  isDirectory: true,
  csrf: 'mau-thu',
  username: 'ngocnth',
  error: WRONG_AT_THE_DOOR,
  next: '/',
  agency: 'Sở Giáo dục và Đào tạo thành phố Hải Phòng',
  announcement:
    'Tạm ngừng từ 21:00, thứ Bảy 28/03 đến 05:00, Chủ Nhật 29/03/2026 để nâng cấp. Thời hạn xử lý không thay đổi.',
  waiting: null,
  demonstration: null,
};

export const loginSlowedDown: LoginView = {
  ...login,
  error: refusalSentence(new DomainError('tried-too-often', { waitSeconds: 320 })),
  announcement: null,
};

export const loginDirectoryAway: LoginView = {
  ...loginSlowedDown,
  error: refusalSentence(new DomainError('directory-away')),
};

export const loginStranger: LoginView = { ...loginSlowedDown, error: STRANGER_AT_THE_DOOR };

/** A form was posted after its session had ended. */
export const loginToGoOn: LoginView = { ...loginSlowedDown, error: null, waiting: { carried: '{}', fileLost: true } };

export const resume: ResumeView = {
  kind: 'ready',
  action: '/phieu/mau/tien-do',
  page: '/phieu/mau',
  fields: [{ name: 'words', value: 'Đã làm việc với nhà trường.' }],
  texts: ['Đã làm việc với nhà trường; nhà trường nộp báo cáo trước ngày 25/3.'],
  fileLost: true,
};

export const loginDemonstration: LoginView = {
  ...login,
  username: '',
  error: null,
  demonstration: {
    password: 'hoi-am-thu',
    accounts: [
      { username: 'vanthu', role: 'Văn thư' },
      { username: 'chuyenvien', role: 'Cán bộ đầu mối' },
      { username: 'truongphong', role: 'Trưởng phòng' },
      { username: 'lanhdao', role: 'Lãnh đạo Sở' },
      { username: 'thanhtra', role: 'Giám sát' },
      { username: 'quantri', role: 'Quản trị hệ thống' },
    ],
  },
};

export const refused: RefusedMessagesView = {
  summary: '5 tin trong 30 ngày qua; mới nhất 18/03, 10:41.',
  olderHref: null,
  messages: [
    {
      id: 'm-0',
      at: '2026-03-18T10:41:00+07:00',
      when: '18/03, 10:41',
      kind: 'returned',
      from: '000.00.07.H24',
      messageId: '000.00.07.H24,2026/03/18,112/SNV-CCVC',
      reason:
        'Chữ ký số của “cong-van-112.pdf” không đạt kiểm tra: Nội dung được ký đã bị thay đổi: giá trị băm không khớp. Đề nghị ký lại và gửi lại văn bản.',
      outcome:
        'Đã trả lại nơi gửi lúc 18/03, 10:41 (trạng thái 02, kèm lý do); không vào sổ, bản gốc được giữ lại. Văn bản gấp thì gọi nơi gửi; gửi lại bản đạt sẽ tự vào sổ.',
      subject: null,
      originalHref: '/tep/tin-loi/m-0',
      historyHref: '/trao-doi/tin/1',
    },
    {
      id: 'a',
      at: '2026-03-18T10:40:00+07:00',
      when: '18/03, 10:40',
      kind: 'forgedSignedFile',
      from: 'Hệ thống ký',
      messageId: 'VBDH-2026-0098230',
      reason: 'Tệp trả về không phải tệp đã trình: trang 1 khác bản gửi lúc 14:02, 17/03.',
      outcome: 'Không phát hành; đã báo người soạn và bộ phận giám sát. Trình ký lại khi sửa xong.',
      subject: { label: 'PAKN.20260316.0031', href: '/phieu/31' },
      originalHref: '/tep/tin-loi/a/goc',
      historyHref: '/trao-doi/tin/1',
    },
    {
      id: 'b',
      at: '2026-03-18T09:15:00+07:00',
      when: '18/03, 09:15',
      kind: 'changedContent',
      from: 'Tổng đài 1022',
      messageId: '000.00.15.H24,2026/03/12,0042',
      reason: 'Tin này đã nhận ngày 12/03 với nội dung khác. Bản đầu vẫn là bản dùng.',
      outcome: 'Giữ bản đầu; hỏi lại Tổng đài 1022 nếu người phản ánh có bổ sung.',
      subject: { label: 'PAKN.20260312.0042', href: '/phieu/42' },
      originalHref: '/tep/tin-loi/b/goc',
      historyHref: '/trao-doi/tin/1',
    },
    {
      id: 'c',
      at: '2026-03-17T22:03:00+07:00',
      when: '17/03, 22:03',
      kind: 'replayed',
      from: 'Hệ thống ký',
      messageId: 'f4a1c9f2-6a3e-4d2e-9f1e-0d0f8c7b6a55',
      reason: 'Lệnh gọi này đã nhận lúc 15:31, 17/03.',
      outcome: 'Bỏ qua, không đổi gì. Không cần làm gì.',
      subject: null,
      originalHref: null,
      historyHref: null,
    },
    {
      id: 'd',
      at: '2026-03-16T08:00:00+07:00',
      when: '16/03, 08:00',
      kind: 'unreadable',
      from: '10.20.4.17',
      messageId: null,
      reason: 'Tệp edXML có khai báo DOCTYPE, không được phép.',
      outcome: 'Đã trả lời từ chối. Đề nghị bên gửi kiểm tra phần mềm.',
      subject: null,
      originalHref: '/tep/tin-loi/d/goc',
      historyHref: '/trao-doi/tin/1',
    },
  ],
};

export const notFound: ErrorView = {
  status: 404,
  reason: null,
  requestId: null,
  next: { href: '/', label: 'Về Việc của tôi' },
};

export const fileDamaged: ErrorView = {
  ...notFound,
  status: 410,
  reason: refusalOf(new FileDamaged()).sentence,
};

export const broken: ErrorView = {
  status: 500,
  reason: null,
  requestId: '3f7c2a91',
  next: { href: '/', label: 'Về Việc của tôi' },
};

export const signInFirst: ErrorView = {
  status: 401,
  reason: null,
  requestId: null,
  next: { href: '/dang-nhap', label: 'Đăng nhập' },
};
