import type { DifferenceKind, Repair } from './difference.js';

/** What a difference is, and what it means, for the person who must act on it. */
export const DIFFERENCES: Readonly<Record<DifferenceKind, { readonly heading: string; readonly meaning: string }>> = {
  missingHere: {
    heading: 'Hệ thống quản lý văn bản đã giao, bên Sở không có',
    meaning:
      'Thường gặp sau khi phục hồi bản sao lưu. Hệ thống tự lấy lại; hạn tính từ lúc hệ thống quản lý văn bản nhận, không đổi.',
  },
  unacknowledged: {
    heading: 'Bên Sở đã có, hệ thống quản lý văn bản chưa được xác nhận',
    meaning: 'Hệ thống quản lý văn bản còn coi là chưa giao. Xác nhận lại thì không nhận lần nữa.',
  },
  contentDiffers: {
    heading: 'Cùng tên, nội dung hai bên khác nhau',
    meaning: 'Không ghi đè bên nào. Hỏi lại nơi gửi hoặc quản trị hệ thống quản lý văn bản, rồi ghi kết luận.',
  },
  unknownThere: {
    heading: 'Bên Sở có, hệ thống quản lý văn bản không liệt kê',
    meaning:
      'Tin đã nhận vẫn giữ nguyên. Hỏi quản trị hệ thống quản lý văn bản xem có mất dữ liệu không, rồi ghi kết luận.',
  },
  missingThere: {
    heading: 'Sở đã gửi, hệ thống quản lý văn bản không có',
    meaning: 'Gửi lại với đúng mã cũ: nơi nhận không có hai bản, giờ gửi và hạn không đổi.',
  },
  receiptUnknown: {
    heading: 'Hệ thống quản lý văn bản đã nhận, bên Sở chưa ghi là đã gửi',
    meaning: 'Gửi lại với đúng mã cũ để lấy biên nhận; nơi nhận không có hai bản.',
  },
  unknownHere: {
    heading: 'Đã gửi dưới tên Sở, bên Sở không có',
    meaning:
      'Thường gặp sau khi phục hồi bản sao lưu. Lấy bản đã gửi ở hệ thống quản lý văn bản để lưu, rồi ghi kết luận.',
  },
  statusDiffers: {
    heading: 'Nơi nhận đã trả lời, bên Sở chưa có',
    meaning: 'Ghi trạng thái như hệ thống quản lý văn bản báo.',
  },
  numberTaken: {
    heading: 'Số đã cấp mà sổ bên Sở không ghi như vậy',
    meaning:
      'Trước khi cấp số tiếp, đối chiếu sổ giấy hoặc hệ thống quản lý văn bản để không cấp trùng, rồi ghi kết luận.',
  },
};

export const REPAIRS: Readonly<Record<Repair, string>> = {
  fetch: 'Lấy lại',
  acknowledge: 'Xác nhận lại',
  resend: 'Gửi lại',
  adopt: 'Ghi trạng thái',
};

/** `chậm hơn 3 phút`, `không lệch`. */
export function skewWords(skewMs: number): string {
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  if (seconds === 0) return 'không lệch';
  const apart = seconds < 120 ? `${String(seconds)} giây` : `${String(Math.round(seconds / 60))} phút`;
  return `${skewMs > 0 ? 'nhanh hơn' : 'chậm hơn'} ${apart}`;
}

/** What a comparison does not see, after „Chưa xem: “. @param of the moments between which it looked, as people read them; null where it was not written down */
export function notComparedWords({ from, to }: { readonly from: string; readonly to: string | null }): string {
  const young = to === null ? 'tin của mười phút cuối' : `tin từ ${to} về sau mà có thể còn đang trên đường`;
  return `tin trước ${from}; ${young}; số đi của văn bản chưa gửi qua hệ thống quản lý văn bản và những gì hệ thống đó không liệt kê.`;
}
