/** The doors that somebody may knock at, as people read them. */
export const DOOR_WORDS: Readonly<Record<string, string>> = {
  'e-office-callback': 'Cửa nhận tin của hệ thống QLVB',
  'voffice-callback': 'Cửa nhận kết quả ký của vOffice',
  'dang-nhap': 'Trang đăng nhập',
};
