import { wordsToHotline } from '../../tickets/domain/reply/told-outside.js';
import type { SeenTicket } from '../../tickets/index.js';

type Told = Pick<SeenTicket, 'hotlineCode' | 'nature'>;

const NO_PEOPLE = 'Không ghi tên học sinh, số điện thoại.';

/** Whether what is said about a ticket goes out by itself: only the hotline hears over the wire. */
export function isToldByItself({ hotlineCode }: Pick<Told, 'hotlineCode'>): boolean {
  return hotlineCode !== null;
}

/** Shown at a form whose text is for the citizen. */
export function readByCitizen(ticket: Told): string {
  if (ticket.nature === 'denunciation')
    return `Chỉ lưu nội bộ. Tổng đài 1022 chỉ nhận câu: “${wordsToHotline(ticket, '')}”`;
  return isToldByItself(ticket)
    ? `Người phản ánh sẽ đọc được. ${NO_PEOPLE}`
    : `Phiếu không do Tổng đài 1022 chuyển đến nên phần mềm không tự báo: báo người phản ánh theo cách họ đã gửi. ${NO_PEOPLE}`;
}
