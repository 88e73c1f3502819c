import { arrivalNumberWords, incomingWords } from '../../documents/domain/arrival/arrival-number.js';
import { REGISTRARS } from '../../correspondence/domain/policy.js';
import { PRIORITY_WORDS } from '../../correspondence/domain/incoming-paper.js';
import { WRITING_WORDS, type WritingPerson } from '../../correspondence/domain/writing-person.js';
import { personWho, type ListedDocument } from '../../correspondence/index.js';
import { hasRole } from '../../kernel/actor.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import { caseLetterRow } from '../drafting/case-letters-view.js';
import type { Fact } from '../kit/facts.js';
import type { RowView } from '../kit/row-list.js';
import { senderWords } from '../exchange/exchange-tasks-words.js';
import { fileSize } from '../kit/words/numbers.js';
import { atStart, fullDay, moment, shortDay } from '../kit/words/time.js';
import { fileHrefs } from '../file-view/file-hrefs.js';
import { filingActs, filingFacts } from '../records/document-file.js';
import type { FileView } from '../ticket-files/files.js';
import { incomingActs } from './incoming-acts.js';
import type { IncomingListReading, IncomingReading } from './incoming-page-query.js';
import type { IncomingDocumentRow, IncomingDocumentsView, IncomingDocumentView } from './incoming-pages.js';
import { HANDLING_WORDS, incomingDocumentHref, SETTLEMENT_WORDS } from './correspondence-words.js';

export function incomingDocumentsView({ actor, open, units, today }: IncomingListReading): IncomingDocumentsView {
  const lists = [
    { id: 't-cho-chuyen', heading: 'Chờ chuyển', rows: open.toRoute },
    { id: 't-don-vi', heading: 'Đơn vị tôi chủ trì', rows: open.own },
    { id: 't-cho-y-kien', heading: 'Chờ đơn vị tôi cho ý kiến', rows: open.toAdvise },
    { id: 't-toan-so', heading: 'Các đơn vị đang giải quyết', rows: open.everywhere },
  ];
  return {
    lists: lists
      .filter(({ rows }) => rows.length > 0)
      .map(({ rows, ...list }) => ({ ...list, rows: rows.map((row) => rowOf(row, units, today)) })),
    mayEnter: hasRole(actor, ...REGISTRARS),
  };
}

function rowOf(
  { document, handling }: ListedDocument,
  units: ReadonlyMap<string, string>,
  today: CivilDate,
): IncomingDocumentRow {
  const { id, arrivalNumber, arrivalDate, subject, typeName, code, senderName } = document;
  const { dueOn } = handling;
  const isLate = dueOn !== null && dueOn < today;
  return {
    id,
    href: incomingDocumentHref(id),
    number: `${arrivalNumberWords(arrivalNumber)}, ${shortDay(arrivalDate)}`,
    subject,
    origin: `${typeName} ${code}, ${senderName}`,
    unit: units.get(handling.leadUnitId ?? '') ?? 'chưa giao',
    due: dueOn === null ? 'Không đặt hạn' : `${isLate ? 'Quá hạn' : 'Hạn'} ${shortDay(dueOn)}`,
    isLate,
  };
}

export function incomingDocumentView(reading: IncomingReading): IncomingDocumentView {
  const { document, handling, letters } = reading;
  const { id, subject } = document;
  const { direction, directedByName, directedOn, routedByName } = handling;
  return {
    heading: atStart(incomingWords(document)),
    subject,
    state: stateWords(reading),
    changes: changesOf(reading),
    facts: factsOf(reading),
    direction:
      direction === null
        ? null
        : {
            words: direction,
            by: [directedByName, directedOn && fullDay(directedOn), byHandOf(directedByName, routedByName)]
              .filter(Boolean)
              .join(', '),
          },
    files: filesOf(reading),
    opinions: opinionsOf(reading),
    answers: letters.map(caseLetterRow),
    slipHref: `${incomingDocumentHref(id)}/phieu-giai-quyet.docx`,
    acts: [...incomingActs(reading), ...filingActs(reading.filed, incomingDocumentHref(id), reading.refused)],
  };
}

/** What its sender has done to it since it came, and what it does itself to another. */
function changesOf({ document, amended, amending }: IncomingReading): readonly string[] {
  const later = amending.map((one) =>
    one.amendment === 'update'
      ? `Đã có bản cập nhật, ${incomingWords(one)}`
      : `Đã được thay thế bằng ${incomingWords(one)}`,
  );
  return [...senderWords(document, amended), ...later];
}

function byHandOf(leader: string | null, clerk: string | null): string | null {
  return clerk === null || clerk === leader ? null : `${clerk} ghi`;
}

function stateWords({ handling }: IncomingReading): string {
  const { state, settlement, result, settledByName, settledAt } = handling;
  if (settlement === null || settledAt === null) return HANDLING_WORDS[state];
  return `${SETTLEMENT_WORDS[settlement]}: ${result ?? ''} (${settledByName ?? ''}, ${moment(settledAt)})`;
}

function factsOf({ document, handling, units, officer, filed }: IncomingReading): readonly Fact[] {
  const { arrivalDate, senderName, code, issuedDate, typeName, priority, messageId } = document;
  const { leadUnitId, dueOn } = handling;
  const person = personWho(handling);
  const facts: readonly Fact[] = [
    { label: 'Ngày đến', value: fullDay(arrivalDate) },
    { label: person === null ? 'Cơ quan ban hành' : 'Người viết', value: senderName },
    ...personFacts(person),
    { label: 'Số, ký hiệu', value: code },
    { label: 'Ngày văn bản', value: fullDay(issuedDate) },
    { label: 'Tên loại', value: typeName },
    { label: 'Độ khẩn', value: PRIORITY_WORDS[priority] ?? '' },
    { label: 'Đến bằng', value: cameBy(messageId, person) },
    { label: 'Chủ trì', value: units.get(leadUnitId ?? '') ?? '' },
    { label: 'Người xử lý', value: officer ?? '' },
    { label: 'Ý kiến của thủ trưởng đơn vị', value: unitDirectionWords(handling) },
    { label: 'Thời hạn', value: dueOn === null ? '' : fullDay(dueOn) },
    ...filingFacts(filed),
  ];
  return facts.filter(({ value }) => value !== '');
}

/** `Kiểm tra sổ gốc. (Vũ Đức Thắng, 19/03/2026)`; empty where nothing was added. */
function unitDirectionWords({
  unitDirection,
  unitDirectedByName,
  unitDirectedOn,
}: IncomingReading['handling']): string {
  if (unitDirection === null || unitDirectedOn === null) return '';
  return `${unitDirection} (${unitDirectedByName ?? ''}, ${fullDay(unitDirectedOn)})`;
}

function personFacts(person: WritingPerson | null): readonly Fact[] {
  return person === null ? [] : [{ label: 'Địa chỉ', value: person.address }];
}

function cameBy(messageId: string | null, person: WritingPerson | null): string {
  if (messageId !== null) return 'hệ thống quản lý văn bản';
  return person === null ? 'bản giấy' : `bản giấy, ${WRITING_WORDS[person.wroteBy]}`;
}

function filesOf({ files }: IncomingReading): readonly FileView[] {
  return files.map(({ id, name, size, refusal, contentType }) => ({
    ...fileHrefs('van-ban', id, contentType),
    name,
    size: fileSize(size),
    refusal,
    kind: contentType.startsWith('image/') ? ('picture' as const) : ('document' as const),
  }));
}

function opinionsOf({ coordinations, units }: IncomingReading): readonly RowView[] {
  return coordinations.map(({ unitId, opinion, givenByName, givenAt }): RowView => {
    const title = units.get(unitId) ?? unitId;
    if (opinion === null || givenAt === null) return { icon: 'clock', title, detail: 'chưa cho ý kiến' };
    return { icon: 'check', title: `${title}: ${opinion}`, detail: `${givenByName ?? ''}, ${moment(givenAt)}` };
  });
}
