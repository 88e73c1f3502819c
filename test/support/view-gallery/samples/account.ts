import type { AccountView } from '../../../../src/web/account/account-page.js';
import type { AskAgainView } from '../../../../src/web/account/ask-again-page.js';

export const account: AccountView = {
  heading: 'Tài khoản của tôi',
  facts: [
    { label: 'Tài khoản', value: 'ngocnth' },
    { label: 'Họ và tên', value: 'Nguyễn Thị Hồng Ngọc' },
    { label: 'Chức vụ', value: 'Chuyên viên' },
    { label: 'Đơn vị', value: 'Phòng Giáo dục Trung học' },
    { label: 'Vai trò', value: 'Cán bộ đầu mối' },
    { label: 'Mật khẩu', value: 'Giữ tại phần mềm này' },
  ],
  devices: [
    {
      id: 'a',
      name: 'Chrome trên Windows',
      address: '10.20.4.31',
      since: '07:28',
      seen: '10:41',
      endAction: null,
    },
    {
      id: 'b',
      name: 'Safari trên iPhone',
      address: '2001:db8:20:4::31',
      since: '16:52, 17/03',
      seen: '09:15',
      endAction: '/tai-khoan/phien/b/dang-xuat',
    },
  ],
  limits: 'Phiên tự hết sau 30 phút không thao tác, lâu nhất 12 giờ kể từ lúc đăng nhập.',
  endOthersAction: '/tai-khoan/phien/dang-xuat-noi-khac',
  endAllAction: null,
  passwordHref: '/tai-khoan/mat-khau',
  factor: {
    words: 'Bật từ 16:52, 12/03; còn 7 mã dự phòng.',
    setUpHref: null,
    renewAction: '/tai-khoan/xac-thuc-hai-lop/ma-du-phong',
    offAction: '/tai-khoan/xac-thuc-hai-lop/tat',
  },
  resetFactorAction: null,
  finds: true,
};

export const accountOfSomebody: AccountView = {
  ...account,
  heading: 'Nguyễn Thị Hồng Ngọc',
  devices: account.devices.map((device) => ({ ...device, endAction: null })),
  endOthersAction: null,
  endAllAction: '/tai-khoan/nguoi/u/dang-xuat',
  passwordHref: null,
  factor: null,
  resetFactorAction: '/tai-khoan/nguoi/u/bo-xac-thuc-hai-lop',
  finds: false,
};

export const askAgain: AskAgainView = {
  action: '/quy-dinh-thoi-han',
  carried: [{ name: 'reason', value: 'Theo quyết định mới' }],
  fileLost: false,
  error: 'Chưa đúng. Kiểm tra phím Caps Lock và bộ gõ, hoặc đợi mã mới, rồi thử lại.',
  asksCode: false,
};

export const secondFactor = {
  uri: 'otpauth://totp/H%E1%BB%93i%20%C3%82m%3Aquantri?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=H%E1%BB%93i%20%C3%82m',
  secret: 'JBSW-Y3DP-EHPK-3PXP-JBSW-Y3DP-EHPK-3PXP',
  error: null,
};

export const recoveryCodes = {
  codes: ['K7QM', 'T3XA', 'PW5N', 'ZC2H', 'DB6R', 'YF4J', 'LS7V', 'GE3U'].map(
    (start) => `${start}-MZXW-6YTB-OI5K-QN4D-R2WA`,
  ),
};

export const passwordForm = {
  error: (name: string): string | null =>
    name === 'newPassword' ? 'Mật khẩu này nhiều người dùng nên dễ bị đoán. Chọn một câu khác.' : null,
};
