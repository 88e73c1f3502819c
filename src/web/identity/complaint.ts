import type { ActField, ActFormView } from '../kit/act-form.js';
import { refusedValues, type RefusedValues } from '../kit/refused-values.js';
import type { TicketReading } from '../tickets/ticket-reading.js';

/** How a form says that no unit is meant; ids of units look otherwise. */
export const NO_UNIT = 'khong';

/** Whom the words complain of, for choice. */
export function complaintField({ ticket, units }: TicketReading, { value, error }: RefusedValues): ActField {
  const known = ticket.complainedUnitId ?? (ticket.aboutNoUnitAt === null ? '' : NO_UNIT);
  return {
    kind: 'choice',
    name: 'complainedUnitId',
    label: 'Đơn vị bị phản ánh',
    hint: 'Đơn vị này không biết được ai gửi. Khi chưa xác định, trường học và trung tâm cũng chưa biết.',
    options: [
      { value: '', label: 'Chưa xác định' },
      { value: NO_UNIT, label: 'Không phản ánh đơn vị nào' },
      ...units.map(({ id, name }) => ({ value: id, label: name })),
    ],
    value: value('complainedUnitId') ?? known,
    error: error('complainedUnitId'),
  };
}

/** Says it later, when the ticket is with a unit already. */
export function complaintForm(reading: TicketReading): readonly ActFormView[] {
  const { ticket, may, refused } = reading;
  if (!may.acts.has('nameComplained') || may.acts.has('classify')) return [];
  const action = `/phieu/${ticket.id}/don-vi-bi-phan-anh`;
  const posted = refusedValues(refused, action);
  return [
    {
      id: 'don-vi-bi-phan-anh',
      label: 'Ghi đơn vị bị phản ánh…',
      action,
      submit: 'Lưu đơn vị bị phản ánh',
      lead: 'Từ lúc lưu, đơn vị được ghi không biết ai gửi; đơn vị khác được biết theo việc của mình.',
      fields: [complaintField(reading, posted)],
      error: posted.whole('complainedUnitId'),
      open: posted.refused,
    },
  ];
}

/** `Trường THPT Núi Voi`, `chưa xác định`; null where conduct is not the matter. */
export function complaintFact({ ticket, policy, names }: TicketReading): string | null {
  const { complainedUnitId, aboutNoUnitAt } = ticket;
  if (complainedUnitId !== null) return names.units.get(complainedUnitId) ?? null;
  if (!policy.categories[ticket.category].aboutConduct) return null;
  return aboutNoUnitAt === null ? 'chưa xác định' : 'không phản ánh đơn vị nào';
}
