import { DomainError } from '../../../kernel/domain-error.js';
import { requireOtherArrival, type TypedOtherArrival } from './other-arrival.js';

const CLERK = { id: 'c', name: 'Phạm Minh Tuệ', unitId: null, roles: ['registryClerk' as const] };

const TYPED: TypedOtherArrival = {
  ...{ number: '513', arrivalDate: '2026-03-18', senderName: 'Sở Tài chính', code: '', issuedDate: '2026-03-16' },
  ...{ typeName: 'Công văn', subject: 'Lập dự toán năm 2027', handler: 'Phòng KHTC' },
};

describe('an incoming document that did not come through this system', () => {
  it('is entered as it was typed, without a number where its author gave none', () => {
    expect(requireOtherArrival(CLERK, TYPED)).toMatchObject({ number: 513, code: 'Không số', subject: TYPED.subject });
  });

  it.each<[string, Partial<TypedOtherArrival>, string, string]>([
    ['needs its number', { number: '5/STC' }, 'number', 'Ghi số đến bằng chữ số: 513.'],
    ['needs its author', { senderName: ' ' }, 'senderName', 'Ghi cơ quan ban hành hoặc người viết.'],
    ['has a day that there is', { arrivalDate: '2026-02-30' }, 'arrivalDate', 'Ghi ngày đến.'],
    ['bears no day after it came', { issuedDate: '2026-03-19' }, 'issuedDate', 'Ngày văn bản không thể sau ngày đến.'],
    ['has no longer number than there is room', { code: 'x'.repeat(61) }, 'code', 'Viết gọn lại, nhiều nhất 60 ký tự.'],
  ])('%s', (_what, change, field, message) => {
    const refused = new DomainError('input-invalid', { field, message });
    expect(() => requireOtherArrival(CLERK, { ...TYPED, ...change })).toThrow(refused);
  });
});
