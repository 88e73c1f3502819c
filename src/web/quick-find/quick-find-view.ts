import { incomingWords } from '../../documents/domain/arrival/arrival-number.js';
import { printedCode } from '../../documents/domain/register.js';
import type { FoundDocuments } from '../../documents/index.js';
import { incomingHref } from '../documents/pair.js';
import { count } from '../kit/words/numbers.js';
import { ticketStateLabel } from '../kit/words/states.js';
import { atStart, fullDay } from '../kit/words/time.js';
import { searchQuery } from '../my-work/search-form-view.js';
import { unitHref } from '../organisation/organisation-view.js';
import { personHref } from '../organisation/unit-view.js';
import type { QuickFindView, QuickRowView } from './quick-find-list.js';
import type { QuickFinding } from './quick-find-query.js';

/** Tickets first, for they are looked for most; kinds of which nothing was found are left out. */
export function quickFindView(found: QuickFinding): QuickFindView {
  const groups = [
    { heading: 'Phiếu', rows: found.tickets.map(ticketRow) },
    { heading: 'Tìm kiếm đã lưu', rows: found.saved.map(({ name, question }) => row(searchQuery(question), name, '')) },
    { heading: 'Văn bản', rows: documentRows(found.documents) },
    { heading: 'Việc làm được ngay', rows: found.acts.map(placeRow) },
    { heading: 'Trang', rows: found.pages.map(placeRow) },
    { heading: 'Đơn vị', rows: found.units.map(({ id, name, symbol }) => row(unitHref(id), name, symbol)) },
    { heading: 'Người', rows: found.people.map((person) => personRow(person, found.unitNames)) },
  ].filter(({ rows }) => rows.length > 0);
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return { groups, summary: total === 0 ? 'Không tìm thấy gì.' : `Tìm thấy ${count(total)} mục.` };
}

function row(href: string, name: string, detail: string): QuickRowView {
  return { href, name, detail };
}

function placeRow({ href, label }: QuickFinding['pages'][number]): QuickRowView {
  return row(href, label, '');
}

function ticketRow({ id, code, subject, state }: QuickFinding['tickets'][number]): QuickRowView {
  return row(`/phieu/${id}`, subject === '' ? code : subject, `${code} · ${ticketStateLabel(state)}`);
}

function documentRows({ incoming, outgoing }: FoundDocuments): readonly QuickRowView[] {
  return [
    ...outgoing.map((line) =>
      row(
        `/van-ban-di/${line.id}`,
        line.subject,
        `Văn bản đi ${printedCode(line.number, line.notation)}, ${fullDay(line.issuedDate)}`,
      ),
    ),
    ...incoming.map((line) =>
      row(
        incomingHref(line),
        line.subject,
        `${atStart(incomingWords(line))}, ${fullDay(line.arrivalDate)}, ${line.senderName}`,
      ),
    ),
  ];
}

function personRow(
  { id, fullName, position, unitId }: QuickFinding['people'][number],
  units: ReadonlyMap<string, string>,
): QuickRowView {
  return row(personHref(id), fullName, [position, units.get(unitId)].filter(Boolean).join(', '));
}
