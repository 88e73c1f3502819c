import { civilDate } from '../../../kernel/civil-date.js';
import { POSTAL_COLUMNS, type PostalRow } from './postal-columns.js';
import { PAPER_WIDTH } from '../register-columns.js';

const posted: PostalRow = {
  way: 'post',
  sentOn: civilDate('2026-03-19'),
  receiver: 'Cá nhân gửi đơn, văn bản đến số 12',
  envelopes: 2,
  copies: 1,
  note: 'RR123456789VN',
  receivedOn: civilDate('2026-03-23'),
  number: 7,
  notation: 'SGDĐT-VP',
  isRecalled: false,
};

const cells = (row: PostalRow): readonly string[] => POSTAL_COLUMNS.map(({ text }) => text(row));

describe('a line of the postal book', () => {
  it('says the day, the number, to whom, how many envelopes, and who signed on which day', () => {
    expect(cells(posted)).toEqual([
      ...['19/03/2026', '07/SGDĐT-VP', 'Cá nhân gửi đơn, văn bản đến số 12', '02'],
      ...['RR123456789VN, ký nhận 23/03/2026', ''],
    ]);
  });

  it('says what was fetched and how many copies, and leaves the signature free while nobody has signed', () => {
    const fetched = {
      ...posted,
      way: 'inPerson',
      envelopes: 1,
      copies: 3,
      note: null,
      receivedOn: null,
      isRecalled: true,
    } as const;
    expect(cells(fetched).slice(3)).toEqual(['01', '', 'Trả trực tiếp; 03 bản; Văn bản đã thu hồi']);
  });

  it('fills the breadth of the paper', () => {
    expect(POSTAL_COLUMNS.reduce((sum, { paper }) => sum + paper, 0)).toBe(PAPER_WIDTH);
  });
});
