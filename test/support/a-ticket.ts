import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';

export type TicketFields = Pick<TicketEntity, keyof TicketEntity>;

const RECEIVED = new Date('2026-03-12T02:00:00.000Z');
const DUE = new Date('2026-03-19T10:00:00.000Z');

/** A ticket that was just received, except for what is said of it. */
export function aTicket(change: Partial<TicketFields> & { readonly id: string }): TicketFields {
  const { id } = change;
  return {
    code: `PA-${id}`.slice(0, 20),
    hotlineCode: `TD.${id}`,
    incomingDocumentId: `incoming-${id}`.slice(0, 36),
    state: 'received',
    open: true,
    kind: 'feedback',
    level: 'normal',
    channel: 'Tổng đài 1022',
    category: 'other',
    subject: 'Đề nghị kiểm tra việc dạy thêm',
    words: 'Lời của công dân',
    place: 'Phường Lê Chân',
    senderName: 'Nguyễn Thị Hạnh',
    senderPhone: '0912345678',
    senderEmail: '',
    senderAddress: '',
    keepSecret: false,
    complete: true,
    startedAt: RECEIVED,
    dueAt: DUE,
    legalEndAt: DUE,
    leadUnitId: null,
    officerId: null,
    latest: 'Đã tiếp nhận',
    closedAt: null,
    createdAt: RECEIVED,
    folded: '',
    version: 1,
    ...change,
  };
}
