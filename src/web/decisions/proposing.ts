import type { ProposedAct } from '../../tickets/domain/decisions/who-decides.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { TicketReading } from '../tickets/ticket-reading.js';

type Asked = Pick<TicketReading, 'ticket' | 'may'>;

/** Whether this person may do an act, or lay it before a leader. */
export function doesOrProposes({ may }: Pick<Asked, 'may'>, act: ProposedAct): boolean {
  return may.acts.has(act) || may.proposes.has(act);
}

/** Where the form of an act posts: it is done at once, or laid before a leader by those who do not decide it. */
export function decidedAction({ ticket, may }: Asked, act: ProposedAct, name: string): string {
  return `/phieu/${ticket.id}/${may.proposes.has(act) ? 'de-xuat-' : ''}${name}`;
}

/** The form in the words of those who propose. */
export function proposingForm(form: ActFormView, { may }: Pick<Asked, 'may'>, act: ProposedAct): ActFormView {
  if (!may.proposes.has(act)) return form;
  return {
    ...form,
    label: `Đề xuất ${lower(form.label)}`,
    submit: `Đề xuất lãnh đạo ${lower(form.submit)}`,
    lead: [PROPOSED, form.lead].filter(Boolean).join(' '),
  };
}

const PROPOSED =
  'Lãnh đạo Sở quyết định; đồng ý thì nội dung dưới đây được gửi đi nguyên văn, ghi tên người quyết định.';

function lower(words: string): string {
  return words.charAt(0).toLocaleLowerCase('vi') + words.slice(1);
}
