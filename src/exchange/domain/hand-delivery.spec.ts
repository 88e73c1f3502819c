import { civilDate } from '../../kernel/civil-date.js';
import { requireDelivery, type GivenDelivery } from './hand-delivery.js';

const day = { issuedOn: civilDate('2026-03-18'), today: civilDate('2026-03-20') };
const posted: GivenDelivery = { way: 'post', sentOn: civilDate('2026-03-19'), note: ' RR123456789VN ' };

describe('what a clerk says of a letter that has left', () => {
  it('keeps the way, the day and the note', () => {
    expect(requireDelivery(posted, day)).toEqual({ way: 'post', sentOn: '2026-03-19', note: 'RR123456789VN' });
    expect(requireDelivery({ ...posted, way: 'inPerson', note: ' ' }, day).note).toBeNull();
  });

  it.each([
    ['refuses a way that there is not', { way: 'fax' }, 'way'],
    ['refuses no day', { sentOn: null }, 'sentOn'],
    ['refuses a day before the letter was issued', { sentOn: civilDate('2026-03-17') }, 'sentOn'],
    ['refuses a day to come', { sentOn: civilDate('2026-03-21') }, 'sentOn'],
    ['refuses a note that does not fit', { note: 'x'.repeat(201) }, 'note'],
    ['asks why a letter could not be sent', { way: 'unreachable', note: '' }, 'note'],
  ])('%s', (_rule, change, field) => {
    expect(() => requireDelivery({ ...posted, ...change }, day)).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        details: expect.objectContaining({ field }) as unknown,
      }) as Error,
    );
  });
});
