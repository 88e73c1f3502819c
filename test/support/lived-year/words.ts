/** What fills the gaps of a matter. */
export const SUBJECTS = [
  'Toán',
  'Ngữ văn',
  'Tiếng Anh',
  'Vật lí',
  'Hóa học',
  'Sinh học',
  'Lịch sử',
  'Tin học',
] as const;

export const AMOUNTS = [
  '150.000',
  '200.000',
  '280.000',
  '350.000',
  '450.000',
  '600.000',
  '850.000',
  '1.200.000',
] as const;

/** What the officer tells meanwhile, in this order. */
export const NEWS = {
  progress: [
    'Đã chuyển nội dung phản ánh đến đơn vị liên quan, đang xác minh.',
    'Đã làm việc với Ban Giám hiệu, đang đối chiếu hồ sơ, sổ sách.',
    'Đã cử chuyên viên đến kiểm tra tại trường, đang chờ báo cáo bằng văn bản.',
    'Đã liên hệ với cha mẹ học sinh để làm rõ thêm thời gian và sự việc.',
  ],
  measure: [
    'Đã yêu cầu nhà trường khắc phục ngay và báo cáo kết quả bằng văn bản.',
    'Đã yêu cầu nhà trường công khai với cha mẹ học sinh và rút kinh nghiệm.',
    'Đã thống nhất với nhà trường thời hạn khắc phục và người chịu trách nhiệm.',
  ],
} as const;

/** Why feedback is not taken in. */
export const REJECTIONS = [
  { reason: 'alreadyAnswered', text: 'Nội dung này Sở đã trả lời tại phiếu trước của cùng người phản ánh.' },
  { reason: 'alreadyAnswered', text: 'Sở đã trả lời cùng nội dung trong tháng; không có tình tiết mới.' },
  {
    reason: 'insufficientContent',
    text: 'Đã liên hệ nhưng người phản ánh không nêu thời gian, người chứng kiến để xác minh.',
  },
] as const;

export const COMMENTS = {
  good: ['Cảm ơn Sở đã trả lời nhanh và rõ ràng.', 'Nhà trường đã khắc phục đúng như trả lời.', ''],
  bad: ['Trả lời còn chung chung, chưa nói rõ bao giờ trả lại tiền.', 'Tôi phải chờ quá lâu.'],
} as const;
