import { freshCycle } from '../../src/tickets/domain/intake/new-ticket.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';

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
    nature: 'feedback',
    kind: 'feedback',
    level: 'normal',
    channel: 'Tổng đài 1022',
    category: 'other',
    hotlineCategory: '',
    subject: 'Đề nghị kiểm tra việc dạy thêm',
    words: 'Nội dung phản ánh, kiến nghị',
    place: 'Phường Lê Chân',
    senderName: 'Nguyễn Thị Hạnh',
    senderPhone: '0912345678',
    senderEmail: '',
    senderAddress: '',
    phoneKey: '0912345678',
    keepSecret: false,
    anonymous: false,
    complainedUnitId: null,
    aboutNoUnitAt: null,
    splitFromId: null,
    mergedIntoId: null,
    ownEnd: null,
    takenById: null,
    complete: true,
    policyVersion: 1,
    cycle: 1,
    startedAt: RECEIVED,
    dueAt: DUE,
    legalEndAt: DUE,
    ...freshCycle({ extensionsAllowed: 1 }),
    reopeningsLeft: 2,
    heardAt: null,
    latest: 'Đã tiếp nhận',
    createdAt: RECEIVED,
    folded: '',
    version: 1,
    ...change,
  };
}
