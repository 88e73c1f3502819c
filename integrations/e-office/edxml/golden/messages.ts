import { civilDate } from '../../../../src/kernel/civil-date.js';
import type { DocumentMessage, Organ, StatusMessage } from '../../../../src/exchange/ports/message.js';

const DEPARTMENT: Organ = {
  id: '000.00.03.H99',
  name: 'Sở Giáo dục và Đào tạo',
  inCharge: 'Ủy ban nhân dân thành phố',
  address: 'Số 1, đường Thử Nghiệm',
  email: 'vanthu@sgddt.example',
};
const HOTLINE: Organ = { id: 'H99.TD.1022', name: 'Tổng đài 1022' };

const PDF = Buffer.from('%PDF-1.7\n% tệp thử\n%%EOF\n', 'utf8');

/** A reply as it leaves the department: both generations of agency codes, answer to a hotline's document. */
export const REPLY: DocumentMessage = {
  kind: 'document',
  from: DEPARTMENT,
  to: [HOTLINE],
  codeNumber: '513',
  codeNotation: 'SGDĐT-GDTrH',
  place: 'Hải Phòng',
  promulgationDate: civilDate('2026-03-20'),
  typeName: 'Công văn',
  subject: 'V/v trả lời phản ánh về khoản thu đầu năm học <trường A & trường B>',
  content: 'Trả lời phản ánh số 1022-2026-004512.\nĐề nghị thông báo cho người phản ánh.',
  signer: { competence: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC', fullName: 'Nguyễn Thị Thử Nghiệm' },
  dueDate: civilDate('2026-03-27'),
  toPlaces: ['Như trên', 'Lưu: VT, GDTrH'],
  priority: 1,
  responseFor: [
    {
      organId: HOTLINE.id,
      code: '1284/TĐ-PA',
      promulgationDate: civilDate('2026-03-12'),
      documentId: 'H99.TD.1022,2026/03/12,1284/TĐ-PA',
    },
  ],
  documentId: '000.00.03.H99,2026/03/20,513/SGDĐT-GDTrH',
  business: 'new',
  trace: [{ organId: DEPARTMENT.id, at: new Date('2026-03-20T09:30:15Z') }],
  attachments: [
    { name: 'công văn 513.pdf', contentType: 'application/pdf', description: 'Văn bản chính', content: PDF },
    { name: 'phu-luc.txt', contentType: 'text/plain', content: Buffer.from('Phụ lục\n', 'utf8') },
  ],
};

export const REVOCATION: DocumentMessage = {
  ...REPLY,
  business: 'revoke',
  businessDetail: {
    reason: 'Phát hành nhầm phụ lục',
    paperFollows: false,
    staff: { department: 'Văn phòng', name: 'Trần Văn Thử', email: 'thu@sgddt.example', mobile: '0900000000' },
  },
  responseFor: [
    { organId: DEPARTMENT.id, code: '510/SGDĐT-GDTrH', documentId: '000.00.03.H99,2026/03/18,510/SGDĐT-GDTrH' },
  ],
  attachments: [],
};

export const UPDATE: DocumentMessage = {
  ...REPLY,
  business: 'update',
  businessDetail: {
    reason: 'Sửa ngày hết hạn',
    documentId: '000.00.03.H99,2026/03/18,510/SGDĐT-GDTrH',
    update: {
      content: true,
      receivers: true,
      receiverList: [
        { organId: HOTLINE.id, type: 0 },
        { organId: 'H99.SO.004', type: 1 },
      ],
    },
  },
};

export const REPLACEMENT: DocumentMessage = {
  ...REPLY,
  business: 'replace',
  businessDetail: {
    reason: 'Thay công văn đã gửi',
    paperFollows: true,
    replaces: [{ documentId: '000.00.03.H99,2026/03/18,510/SGDĐT-GDTrH', organIds: [HOTLINE.id, 'H99.SO.004'] }],
  },
};

export const STATUS: StatusMessage = {
  kind: 'status',
  from: DEPARTMENT,
  responseFor: {
    organId: HOTLINE.id,
    code: '1284/TĐ-PA',
    promulgationDate: civilDate('2026-03-12'),
    documentId: 'H99.TD.1022,2026/03/12,1284/TĐ-PA',
  },
  status: '05',
  description: 'Đã làm việc với nhà trường.\nKết quả dự kiến trong tuần.',
  staff: { department: 'Phòng Giáo dục trung học', name: 'Lê Thị Thử' },
  at: new Date('2026-03-13T01:00:00Z'),
};
