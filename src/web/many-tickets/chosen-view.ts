import { GUARD_WORDS } from '../../tickets/domain/guards.js';
import type { Barrier } from '../../tickets/domain/deadlines/policy.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { unitName } from '../kit/names.js';
import { ticketStateLabel } from '../kit/words/states.js';
import type { ChosenReading } from './chosen-page-query.js';
import type { ChosenView } from './chosen-page.js';
import { writeChosen } from './many-forms.js';

/** What the page says around its form. */
export interface ChosenWords {
  readonly heading: string;
  /** Over those of which nothing comes here: `Không ghi được ở các phiếu này`. */
  readonly othersHeading: string;
  readonly back: string;
}

export function chosenView(
  { tickets, names }: ChosenReading,
  { heading, othersHeading, back }: ChosenWords,
  form: ActFormView,
): ChosenView {
  return {
    heading,
    othersHeading,
    backHref: back,
    form,
    rows: tickets.flatMap(({ id, version, code, subject, state, leadUnitId, barrier }) =>
      barrier !== null
        ? []
        : [
            {
              value: writeChosen({ ticketId: id, seen: version }),
              href: `/phieu/${id}`,
              code,
              subject,
              state: ticketStateLabel(state),
              unit: unitName(names, leadUnitId) ?? 'chưa giao đơn vị',
            },
          ],
    ),
    others: tickets.flatMap(({ id, code, subject, state, barrier }) =>
      barrier === null ? [] : [{ href: `/phieu/${id}`, code, subject, why: barrierWords(barrier, state) }],
    ),
  };
}

function barrierWords(barrier: Barrier, state: Parameters<typeof ticketStateLabel>[0]): string {
  if (barrier === 'state') return `Phiếu đang ở bước “${ticketStateLabel(state)}”.`;
  return barrier === 'party' ? 'Phiếu do người hoặc đơn vị khác phụ trách.' : GUARD_WORDS[barrier];
}
