import { hasRole } from '../../kernel/actor.js';
import type { Person } from '../../organisation/index.js';
import type { SeenLife } from '../../tickets/index.js';
import { mayAnswerByPage } from '../../tickets/domain/answer-page.js';
import { coordinationStanding } from '../../tickets/domain/coordination.js';
import { partiesOf } from '../../tickets/domain/deadlines/policy.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { AssignableUnit, AssignmentView, HelpingUnitsView } from './assignment-form.js';
import type { MatterView } from './matter.js';
import type { RowView } from '../kit/row-list.js';
import { count } from '../kit/words/numbers.js';
import { dueMoment, shortMoment } from '../kit/words/time.js';
import { shortTitle, unitName } from '../kit/names.js';
import { refusedValues, type RefusedValues } from '../kit/refused-values.js';
import { answererOf, answerPageForms, answerPageWords } from './answer-pages-view.js';
import { proposalReason, similarTickets, unitAndOfficer } from './ticket-proposal.js';
import type { TicketReading } from './ticket-reading.js';
import { area, checks, seen } from '../kit/form/field-kinds.js';
import { defineForm, PRESS } from '../kit/form/posted-form.js';
import { unitChoices } from '../kit/form/known-choices.js';

type Coordination = SeenLife['coordinations'][number];

/** To whom this person may hand the ticket; a unit's head among the unit's own officers only. */
export function assignmentView(reading: TicketReading): AssignmentView | null {
  const { ticket, assignable, refused } = reading;
  if (!assignable) return null;
  const doors = doorsOf(reading);
  const posted = refusedValues(refused, refused?.action === doors.proposal ? doors.proposal : doors.action);
  const first = ticket.leadUnitId === null;
  const units = unitsToHandTo(reading, assignable);
  const wide = handsOut(reading);
  return {
    ...doors,
    units,
    ...chosenIn(posted, unitAndOfficer(reading, wide)),
    because: wide ? proposalReason(reading) : null,
    earlier: wide ? similarTickets(reading) : [],
    helping: wide ? helpingUnits(reading, assignable, posted) : null,
    directive: posted.value('directive') ?? '',
    seen: ticket.version,
    leaders: wide ? leadersOf(reading, assignable) : [],
    errors: errorsOf(posted),
    open: first || posted.refused,
  };
}

/** Where the form posts: it is done, or laid before a leader; those who follow the standing table have both doors. */
function doorsOf({ ticket, may }: TicketReading): Pick<AssignmentView, 'action' | 'label' | 'proposal'> {
  const proposal = `/phieu/${ticket.id}/de-xuat-giao`;
  if (!may.acts.has('assign')) return { action: proposal, label: 'Đề xuất lãnh đạo giao', proposal: null };
  const label = ticket.leadUnitId === null ? 'Giao việc' : 'Giao lại';
  return { action: `/phieu/${ticket.id}/giao`, label, proposal: may.proposes.has('assign') ? proposal : null };
}

function chosenIn(
  posted: RefusedValues,
  known: Pick<AssignmentView, 'unitId' | 'officerId'>,
): Pick<AssignmentView, 'unitId' | 'officerId'> {
  return {
    unitId: posted.value('unitId') ?? known.unitId,
    officerId: posted.value('officerId') ?? known.officerId,
  };
}

function errorsOf(posted: RefusedValues): AssignmentView['errors'] {
  return {
    unitId: posted.error('unitId'),
    officerId: posted.error('officerId'),
    coordinators: posted.error('coordinators'),
    question: posted.error('question'),
    directive: posted.error('directive'),
    directedBy: posted.error('directedById'),
    whole: posted.whole('unitId', 'officerId', 'coordinators', 'question', 'directive', 'directedById'),
  };
}

/** A leader writes his own words, and what is proposed he writes when he decides. */
function leadersOf(
  { actor, may }: TicketReading,
  { leaders }: NonNullable<TicketReading['assignable']>,
): AssignmentView['leaders'] {
  if (may.proposes.has('assign') || hasRole(actor, 'leader')) return [];
  return leaders.map(({ id, fullName }) => ({ id, name: fullName }));
}

/** Whether this person hands tickets to any unit, not only on within the own one. */
function handsOut({ actor, ticket }: TicketReading): boolean {
  return partiesOf(actor, ticket).some((party) => party === 'registry' || party === 'leader' || party === 'supervisor');
}

function unitsToHandTo(
  reading: TicketReading,
  { units, officers, held }: NonNullable<TicketReading['assignable']>,
): readonly AssignableUnit[] {
  const own = reading.ticket.leadUnitId;
  return units
    .filter(({ id }) => handsOut(reading) || id === own)
    .map(({ id, name }) => ({ id, name, officers: officers.filter(({ unitId }) => unitId === id) }))
    .filter((unit) => unit.officers.length > 0)
    .map((unit) => ({ ...unit, officers: unit.officers.map((officer) => officerView(officer, held)) }));
}

function officerView({ id, fullName }: Person, held: ReadonlyMap<string, number>): AssignableUnit['officers'][number] {
  const holding = held.get(id) ?? 0;
  return { id, name: fullName, note: holding === 0 ? null : `đang giữ ${count(holding)} phiếu` };
}

function helpingUnits(
  reading: TicketReading,
  { officers }: NonNullable<TicketReading['assignable']>,
  posted: ReturnType<typeof refusedValues>,
): HelpingUnitsView {
  const asked = new Set(owedNow(reading).map(({ unitId }) => unitId));
  const units = reading.units.filter(
    ({ id, kind }) => mayAnswerByPage(kind) || officers.some(({ unitId }) => unitId === id),
  );
  const chosen = posted.values('coordinators') ?? [];
  const names = [...asked].map((id) => unitName(reading.names, id) ?? 'Một đơn vị').join(', ');
  return {
    units: units.filter(({ id }) => !asked.has(id)).map(({ id, name }) => ({ id, name, chosen: chosen.includes(id) })),
    question: posted.value('question') ?? '',
    asked: names === '' ? null : `Đang chờ ý kiến: ${names}.`,
  };
}

/** What the unit may answer to being given the ticket, and whom it may ask for an opinion. */
export function ticketUnitsActs(reading: TicketReading): readonly ActFormView[] {
  const { acts } = reading.may;
  return [
    ...(acts.has('unitDecline') ? [declineForm(reading)] : []),
    ...(acts.has('askCoordination') ? [askForm(reading)] : []),
  ];
}

export const declining = defineForm({
  reason: area('Lý do', { hint: 'Từ 20 ký tự; nêu đơn vị phù hợp nếu biết.', required: true, maxLength: 1000 }),
});

function declineForm({ ticket, refused }: TicketReading): ActFormView {
  const until = ticket.acceptBy === null ? '' : ` trước ${dueMoment(ticket.acceptBy)}`;
  const frame = {
    id: 'khong-nhan',
    label: 'Không nhận việc…',
    action: `/phieu/${ticket.id}/khong-nhan`,
    submit: 'Không nhận việc',
    lead: `Đơn vị được không nhận${until}. Phiếu về người giao; hạn trả lời người phản ánh không đổi.`,
  };
  return declining.draw(frame, refused);
}

export const asking = defineForm({
  seen: seen(),
  coordinators: checks('Đơn vị phối hợp'),
  question: area('Nội dung đề nghị phối hợp', { required: true, maxLength: 2000 }),
});

function askForm(reading: TicketReading): ActFormView {
  const { ticket, refused, units } = reading;
  const frame = {
    id: 'xin-y-kien',
    label: 'Xin ý kiến đơn vị phối hợp…',
    action: `/phieu/${ticket.id}/xin-y-kien`,
    submit: 'Gửi đề nghị phối hợp',
    lead: 'Mỗi đơn vị có hạn trả lời riêng; quá hạn coi như không có ý kiến. Hạn trả lời người phản ánh không đổi.',
  };
  const asked = new Set([ticket.leadUnitId, ...owedNow(reading).map(({ unitId }) => unitId)]);
  const options = unitChoices(units.filter(({ id }) => !asked.has(id)));
  return asking.draw(frame, refused, { seen: ticket.version, coordinators: { options } });
}

/** What other units were asked, and what they said. */
export function ticketUnitsMatters(reading: TicketReading): readonly MatterView[] {
  const { coordinations } = reading.life;
  if (coordinations.length === 0) return [];
  return [
    {
      id: 'phoi-hop',
      heading: 'Phối hợp',
      rows: coordinations.map((one) => coordinationRow(one, reading)),
      text: coordinations.map((one) => exchanged(one, reading)).join('\n'),
      forms: [...replyForms(reading), ...answerPageForms(reading, owedNow(reading)), ...goingOn(reading)],
    },
  ];
}

function coordinationRow(one: Coordination, reading: TicketReading): RowView {
  const { names } = reading;
  const title = unitName(names, one.unitId) ?? 'Đơn vị phối hợp';
  const replied = `trả lời ${one.endedAt === null ? '' : shortMoment(one.endedAt)}, ${shortTitle(names, one.repliedById) ?? answererOf(reading, one) ?? ''}`;
  switch (coordinationStanding(one)) {
    case 'owed':
      return {
        icon: 'clock',
        title,
        detail: `chưa trả lời; hạn ${dueMoment(one.dueAt)}${answerPageWords(reading, one)}`,
      };
    case 'replied':
      return { icon: 'check', title, detail: replied };
    case 'silent':
      return { icon: 'minus', title, detail: `không có ý kiến; hạn đã qua ${dueMoment(one.dueAt)}` };
  }
}

/** Question and reply, each under the name of who wrote it. */
function exchanged({ unitId, askedById, question, reply }: Coordination, { names }: TicketReading): string {
  const unit = unitName(names, unitId) ?? 'Đơn vị phối hợp';
  const asker = shortTitle(names, askedById);
  const asked = `Hỏi ${unit}${asker === null ? '' : ` (${asker})`}: ${question}`;
  return reply === null ? asked : `${asked}\n${unit} trả lời: ${reply}`;
}

export const replying = defineForm({
  reply: area('Ý kiến của đơn vị', { rows: 5, required: true, maxLength: 4000 }),
});

function replyForms(reading: TicketReading): readonly ActFormView[] {
  const { ticket, may, actor, refused } = reading;
  const request = owedNow(reading).find(({ unitId }) => unitId === actor.unitId);
  if (!request || !may.acts.has('coordinate')) return [];
  const frame = {
    id: 'tra-loi-phoi-hop',
    label: 'Trả lời phối hợp…',
    action: `/phieu/${ticket.id}/tra-loi-phoi-hop`,
    submit: 'Gửi ý kiến cho đơn vị chủ trì',
    lead: `Trả lời trước ${dueMoment(request.dueAt)}; quá hạn coi như không có ý kiến.`,
    open: true,
  };
  return [replying.draw(frame, refused)];
}

function goingOn({ ticket, may, refused }: TicketReading): readonly ActFormView[] {
  if (!may.acts.has('coordinationOver')) return [];
  const frame = {
    id: 'khong-cho-phoi-hop',
    label: 'Tiếp tục xử lý…',
    action: `/phieu/${ticket.id}/khong-cho-phoi-hop`,
    submit: 'Tiếp tục xử lý, không chờ thêm',
    lead: 'Ý kiến gửi trong hạn vẫn được ghi vào phiếu.',
  };
  return [PRESS.draw(frame, refused)];
}

function owedNow({ life, ticket }: TicketReading): readonly Coordination[] {
  return life.coordinations.filter(({ endedAt, cycle }) => endedAt === null && cycle === ticket.cycle);
}
