import { ATTRIBUTE_LIST } from '../../hotline/domain/report-form.js';
import { nameOf } from '../../hotline/domain/read-report.js';
import { DomainError } from '../../kernel/domain-error.js';
import { fieldsAsSent } from './fields-as-sent.js';

const refused = (field: string, message = `Thiếu ${field}.`) => new DomainError('input-invalid', { field, message });
const detailsOf = (error: unknown) => (error instanceof DomainError ? error.details : error);

describe('a refusal of a webhook', () => {
  it.each(ATTRIBUTE_LIST.map(({ code }) => code))(
    'names %s as it was sent, not as a report by Open311 names it',
    (code) => {
      expect(detailsOf(fieldsAsSent(refused(nameOf(code)), 'request.created'))).toEqual({
        field: `data.${code}`,
        message: `Thiếu data.${code}.`,
      });
    },
  );

  it('names a field of the message where its own stands', () => {
    expect(detailsOf(fieldsAsSent(refused('reason'), 'request.withdrawn'))).toMatchObject({ field: 'data.reason' });
    expect(detailsOf(fieldsAsSent(refused('service_code'), 'request.created'))).toMatchObject({
      field: 'data.service_code',
    });
  });

  it('names no field that the message cannot hold', () => {
    const details = detailsOf(fieldsAsSent(refused('place', 'Sai.'), 'request.rated'));
    expect(details).toEqual({ message: 'Sai.' });
  });

  it('leaves what is no refusal of ours as it is', () => {
    const error = new Error('x');
    expect(fieldsAsSent(error, 'request.created')).toBe(error);
  });
});
