import type { ActFormView } from '../kit/acts/act-form.js';
import type { TicketReading } from '../tickets/ticket-reading.js';
import { pick } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';
import type { Control } from '../kit/form/field-kinds.js';
import { unitChoices } from '../kit/form/known-choices.js';

/** How a form says that no unit is meant; ids of units look otherwise. */
export const NO_UNIT = 'khong';

/** Whom the words complain of. */
export const COMPLAINED = pick('Đơn vị bị phản ánh', {
  hint: 'Đơn vị này không biết được ai gửi. Khi chưa xác định, trường học và trung tâm cũng chưa biết.',
});

/** Units for choice, and what is known. */
export function complainedChoice({ ticket, units }: TicketReading): Pick<Control, 'value' | 'options'> {
  return {
    value: ticket.complainedUnitId ?? (ticket.aboutNoUnitAt === null ? '' : NO_UNIT),
    options: [
      { value: '', label: 'Chưa xác định' },
      { value: NO_UNIT, label: 'Không phản ánh đơn vị nào' },
      ...unitChoices(units),
    ],
  };
}

export const namingComplained = defineForm({ complainedUnitId: COMPLAINED });

/** Says it later, when the ticket is with a unit already. */
export function complaintForm(reading: TicketReading): readonly ActFormView[] {
  const { ticket, may, refused } = reading;
  if (!may.acts.has('nameComplained') || may.acts.has('classify')) return [];
  const frame = {
    id: 'don-vi-bi-phan-anh',
    label: 'Ghi đơn vị bị phản ánh…',
    action: `/phieu/${ticket.id}/don-vi-bi-phan-anh`,
    submit: 'Lưu đơn vị bị phản ánh',
    lead: 'Từ lúc lưu, đơn vị được ghi không biết ai gửi; đơn vị khác được biết theo việc của mình.',
  };
  return [namingComplained.draw(frame, refused, { complainedUnitId: complainedChoice(reading) })];
}

/** `Trường THPT Núi Voi`, `chưa xác định`; null where conduct is not the matter. */
export function complaintFact({ ticket, policy, names }: TicketReading): string | null {
  const { complainedUnitId, aboutNoUnitAt } = ticket;
  if (complainedUnitId !== null) return names.units.get(complainedUnitId) ?? null;
  if (!policy.categories[ticket.category].aboutConduct) return null;
  return aboutNoUnitAt === null ? 'chưa xác định' : 'không phản ánh đơn vị nào';
}
