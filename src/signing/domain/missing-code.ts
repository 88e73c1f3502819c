/** Somebody on the way of a letter whom the e-office cannot find yet. */
export interface MissingCode {
  readonly personId: string;
  /** What cannot be done, and where the code is entered. */
  readonly words: string;
}

const WHERE = 'Quản trị ghi mã ở trang của người đó (Tổ chức, mục Người)';

/** The leader without a code: nobody can be asked to sign. */
export function leaderWithoutCode({ id, fullName }: { readonly id: string; readonly fullName: string }): MissingCode {
  return {
    personId: id,
    words: `${fullName} chưa có mã người dùng trên hệ thống quản lý văn bản nên chưa trình ký được. ${WHERE}.`,
  };
}

/** Somebody whose initials the agency wants, and nobody who may initial in their place. */
export function initialsWithoutCode({ id, name }: { readonly id: string; readonly name: string }): MissingCode {
  const words = `${name} chưa có mã người dùng trên hệ thống quản lý văn bản để ký nháy, và không ai ký nháy thay được. ${WHERE}, hoặc Văn phòng bỏ bước ký nháy ở trang Thông tin cơ quan.`;
  return { personId: id, words };
}
