/** What each kind of promise does, as a clerk would say it. */
export const PROMISE_WORDS: Readonly<Record<string, string>> = {
  'exchange.look': 'Hỏi e-office có tin mới không',
  'exchange.acknowledge': 'Báo e-office đã nhận tin',
  'exchange.register': 'Vào sổ văn bản đến',
  'exchange.mirrorIncoming': 'Ghi văn bản đến sang e-office',
  'exchange.send': 'Gửi văn bản hoặc trạng thái cho nơi gửi',
  'exchange.release': 'Phát hành văn bản',
  'exchange.heedStatus': 'Ghi nơi nhận trả lời việc thu hồi',
  'case.open': 'Mở phiếu từ phản ánh',
  'case.import': 'Ghi phiếu từ tệp đã xác nhận',
  'case.recount': 'Tính lại hạn theo lịch mới',
  'case.applyPolicy': 'Áp dụng bộ thời hạn cho phiếu đang mở',
  'case.letter': 'Cập nhật phiếu theo văn bản trả lời',
  'drafting.makePage': 'Tạo bản PDF của dự thảo',
  'drafting.makeSample': 'Tạo trang in của mẫu điền thử',
  'signing.submit': 'Trình ký qua e-office',
  'signing.cancel': 'Rút văn bản đã trình ký',
  'signing.keepLate': 'Lấy tệp được ký sau khi đã rút',
  'signing.look': 'Hỏi e-office về văn bản đang trình ký',
  'signing.proveSigned': 'Kiểm tra tệp lãnh đạo đã ký',
  'records.gather': 'Lập hồ sơ của phiếu',
  'signing.applySeal': 'Lấy dấu cơ quan qua e-office',
  'signing.proveSealed': 'Kiểm tra tệp đã đóng dấu',
  'signing.sealAnnexes': 'Ký số phụ lục qua e-office',
  'copies.seal': 'Ký số bản sao qua e-office',
  'notices.mail': 'Gửi thư tổng hợp hằng ngày',
};

/** Where a channel leads, as the console and the command line say it. */
export const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  exchange: 'E-office: văn thư',
  signing: 'E-office: trình ký',
  mail: 'Máy chủ thư',
  pages: 'Tạo bản PDF',
  archive: 'Hồ sơ lưu',
  house: 'Việc trong Sở',
};
