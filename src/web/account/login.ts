/** The name or the password is wrong, or the account is barred; which of it is not told. */
export const WRONG_AT_THE_DOOR = 'Tài khoản hoặc mật khẩu chưa đúng. Kiểm tra phím Caps Lock và bộ gõ rồi thử lại.';

/** The directory knows the person; nobody of that name works here. */
export const STRANGER_AT_THE_DOOR =
  'Mật khẩu đúng, nhưng tài khoản này chưa được mở ở Hồi Âm. Hãy đề nghị quản trị của Sở mở giúp.';

/** The password is right, and nobody has used the account for the days of the setting. */
export const LOCKED_AT_THE_DOOR =
  'Mật khẩu đúng, nhưng tài khoản này đã bị khóa vì lâu không đăng nhập. Hãy đề nghị quản trị của Sở mở lại.';

/** The password is right, and was made by somebody else longer ago than it counts. */
export const EXPIRED_AT_THE_DOOR = 'Mật khẩu tạm này đã hết hạn. Nhờ quản trị của Sở cấp mật khẩu tạm mới.';
