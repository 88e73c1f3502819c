import type { RequestChannel, RequestKind, RequestOutcome } from '../../data-requests/domain/data-request.js';

export const KIND_WORDS: Readonly<Record<RequestKind, string>> = {
  access: 'Xem dữ liệu đang giữ',
  correction: 'Sửa dữ liệu',
  deletion: 'Xóa dữ liệu',
  restriction: 'Hạn chế xử lý dữ liệu',
};

export const CHANNEL_WORDS: Readonly<Record<RequestChannel, string>> = {
  inPerson: 'Gặp trực tiếp',
  phone: 'Điện thoại',
  letter: 'Thư, đơn',
  email: 'Thư điện tử',
  eOffice: 'Văn bản qua hệ thống quản lý văn bản',
};

export const OUTCOME_WORDS: Readonly<Record<RequestOutcome, string>> = {
  granted: 'Đã làm theo yêu cầu',
  partly: 'Làm theo một phần',
  refused: 'Từ chối, có căn cứ',
};
