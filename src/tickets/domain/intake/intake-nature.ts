import type { Nature } from '../ticket-state.js';

export type OtherNature = Exclude<Nature, 'feedback'>;

export const NATURE_WORDS: Readonly<Record<Nature, string>> = {
  feedback: 'Phản ánh, kiến nghị',
  complaint: 'Khiếu nại',
  denunciation: 'Tố cáo',
  stateSecret: 'Bí mật nhà nước',
  emergency: 'Việc khẩn cấp',
};

/** Where words that are no feedback go, and what their sender is told. */
export interface Diversion {
  readonly agency: string;
  readonly text: string;
}

/**
 * The way out for what is no feedback: a prepared text, which the clerk reads and changes before sending it.
 *
 * Sources: Luật Khiếu nại 2011, Điều 7 and 8; Luật Tố cáo 2018, Điều 22; Luật Bảo vệ bí mật nhà nước; Luật Tiếp công dân 2013.
 */
export const DIVERSIONS: Readonly<Record<OtherNature, Diversion>> = {
  complaint: {
    agency: 'Cơ quan, người có thẩm quyền giải quyết khiếu nại lần đầu',
    text: 'Nội dung đã vào sổ tiếp nhận đơn. Việc khiếu nại cần có đơn ký tên hoặc trình bày trực tiếp; người đã ra quyết định hoặc cơ quan có người bị khiếu nại giải quyết lần đầu. Ông/bà có thể đến nơi tiếp công dân để được hướng dẫn.',
  },
  denunciation: {
    agency: 'Cơ quan có thẩm quyền giải quyết tố cáo',
    text: 'Nội dung thuộc loại đơn được xử lý theo quy định riêng, đã vào sổ tiếp nhận đơn.',
  },
  stateSecret: {
    agency: 'Cơ quan Công an có thẩm quyền về bảo vệ bí mật nhà nước',
    text: 'Đề nghị ông/bà không gửi tiếp qua điện thoại, thư điện tử hoặc mạng; liên hệ trực tiếp cơ quan có thẩm quyền.',
  },
  emergency: {
    agency: 'Công an 113, Cứu hỏa 114, Cấp cứu 115 và Tổng đài bảo vệ trẻ em 111',
    text: 'Đề nghị ông/bà gọi ngay 113 (công an), 114 (cứu hỏa, cứu nạn), 115 (cấp cứu) hoặc 111 (bảo vệ trẻ em). Việc cần xem xét sau đó có thể gửi lại thành phản ánh.',
  },
};
