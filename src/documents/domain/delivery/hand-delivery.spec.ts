import { civilDate } from '../../../kernel/civil-date.js';
import {
  awaitsReceipt,
  deliveryReceipt,
  requireDelivery,
  requireReceipt,
  type GivenDelivery,
} from './hand-delivery.js';

const day = { issuedOn: civilDate('2026-03-18'), today: civilDate('2026-03-20') };
const posted: GivenDelivery = {
  way: 'post',
  sentOn: civilDate('2026-03-19'),
  note: ' RR123456789VN ',
  envelopes: 2,
  receivedOn: null,
};

describe('what a clerk says of a letter that has left', () => {
  it('keeps the way, the day and the note', () => {
    expect(requireDelivery(posted, day)).toEqual({
      way: 'post',
      sentOn: '2026-03-19',
      envelopes: 2,
      note: 'RR123456789VN',
      receivedOn: null,
    });
    expect(requireDelivery({ ...posted, way: 'inPerson', note: ' ' }, day).note).toBeNull();
  });

  it.each([
    ['refuses a way that there is not', { way: 'fax' }, 'way'],
    ['refuses no day', { sentOn: null }, 'sentOn'],
    ['refuses a day before the letter was issued', { sentOn: civilDate('2026-03-17') }, 'sentOn'],
    ['refuses a day to come', { sentOn: civilDate('2026-03-21') }, 'sentOn'],
    ['refuses a note that does not fit', { note: 'x'.repeat(201) }, 'note'],
    ['refuses no envelope', { envelopes: 0 }, 'envelopes'],
    ['refuses part of an envelope', { envelopes: 1.5 }, 'envelopes'],
    ['refuses a signature before it left', { receivedOn: civilDate('2026-03-18') }, 'receivedOn'],
    ['asks why a letter could not be sent', { way: 'unreachable', note: '' }, 'note'],
  ])('%s', (_rule, change, field) => {
    expect(() => requireDelivery({ ...posted, ...change }, day)).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        details: expect.objectContaining({ field }) as unknown,
      }) as Error,
    );
  });

  it('is signed for from the day on which it left, once', () => {
    const sent = { sentOn: civilDate('2026-03-19'), today: day.today };
    const given = { receivedOn: civilDate('2026-03-20'), note: '' };
    expect(requireReceipt(given, sent)).toEqual({ receivedOn: '2026-03-20', note: null });
    for (const receivedOn of [null, civilDate('2026-03-18'), civilDate('2026-03-21')])
      expect(() => requireReceipt({ ...given, receivedOn }, sent)).toThrow();
    expect([
      awaitsReceipt({ way: 'post', receivedOn: null }),
      awaitsReceipt({ way: 'inPerson', receivedOn: civilDate('2026-03-19') }),
      awaitsReceipt({ way: 'email', receivedOn: null }),
      awaitsReceipt({ way: null, receivedOn: null }),
    ]).toEqual([true, false, false, false]);
  });

  it('stands in the register of what went out with its way, days and number', () => {
    const sent = requireDelivery({ ...posted, receivedOn: civilDate('2026-03-20') }, day);
    expect(deliveryReceipt(sent)).toBe('Gửi qua bưu điện 19/03/2026, RR123456789VN, ký nhận 20/03/2026');
  });
});
