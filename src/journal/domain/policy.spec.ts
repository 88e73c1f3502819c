import { maskedDetail } from './policy.js';

it('masks what leads to people at every depth, and leaves the rest', () => {
  const detail = {
    from: 'assigned',
    number: 12,
    senderPhone: '0900 000 142',
    email: '',
    before: { fullName: 'Bùi Văn Khải', unitId: 'gdtrh', address: null },
    files: [{ name: 'đơn.pdf', size: 3 }],
  };
  expect(maskedDetail(detail)).toEqual({
    from: 'assigned',
    number: 12,
    senderPhone: '•••',
    email: '',
    before: { fullName: '•••', unitId: 'gdtrh', address: null },
    files: [{ name: '•••', size: 3 }],
  });
});
