import { h } from 'preact';
import { incomingWords } from '../../documents/domain/arrival/arrival-number.js';
import { isReserved, recallWords } from '../../documents/domain/after-release.js';
import { sourceWords } from '../../documents/domain/given-number.js';
import { recipientsWithCopies } from '../../documents/domain/copies.js';
import { isLostLetter } from '../../documents/domain/lost-number.js';
import { letterCode, lookUpAddress, printedLookUpCode } from '../../documents/domain/look-up-code.js';
import { takenOverWords } from '../../documents/domain/take-over/taken-over.js';
import { printedCode, type OutgoingState } from '../../documents/domain/register.js';
import type { DispatchEntity } from '../../exchange/index.js';
import type { JournalEntryEntity } from '../../journal/index.js';
import { SYSTEM } from '../../kernel/actor.js';
import { isoInVietnam } from '../../kernel/civil-date.js';
import { mayGoOn } from '../../signing/domain/proof/proof-override.js';
import type { Fact } from '../kit/facts.js';
import type { FileView } from '../ticket-files/files.js';
import type { RowView } from '../kit/row-list.js';
import type { TimelineEntry } from '../tickets/timeline.js';
import type { OutgoingDocumentView } from './outgoing-document-page.js';
import { fileSize } from '../kit/words/numbers.js';
import { atStart, fullDay, moment, shortMoment } from '../kit/words/time.js';
import { caseLink } from '../drafting/letter-case.js';
import { proofCount, proofOf } from '../signing/letter-proof.js';
import { overrideNotes } from '../signing/proof-panel-view.js';
import { alsoAnsweredRows, settledRow, titleOf } from '../exchange/exchange-view.js';
import { jobHref } from '../exchange/message-history-view.js';
import { amendmentActs, amendmentRows } from '../drafting/amendment.js';
import { handDeliveryActs, handDeliveryRows } from './hand-delivery.js';
import { recallActs } from '../signing/recall.js';
import { recoveryActs } from './letter-recovery.js';
import { copiesActs } from './letter-copies.js';
import { annexHrefs, fileHrefs } from '../file-view/file-hrefs.js';
import { filingActs, filingFacts } from '../records/document-file.js';
import { incomingHref, outgoingHref } from './pair.js';
import type { OutgoingReading } from './outgoing-reading.js';

const STATES: Readonly<Record<OutgoingState, string>> = {
  numbered: 'Đã lấy số, chờ đóng dấu',
  sealed: 'Đã đóng dấu, đang phát hành',
  released: 'Đã phát hành',
  voided: 'Số hủy',
};

export function outgoingDocumentView(reading: OutgoingReading): OutgoingDocumentView {
  const { document } = reading;
  const code = printedCode(document.number, document.notation);
  return {
    code,
    heading: `${document.typeName} số ${code}`,
    subject: atStart(document.subject),
    state: stateWords(reading),
    frozen: frozenWords(reading),
    registerHref: outgoingHref(document),
    facts: factsOf(reading),
    files: filesOf(reading, code),
    proof: proofRows(reading),
    pair: [...pairOf(reading), ...amendmentRows(reading)],
    deliveries: [
      ...handDeliveryRows(reading),
      ...reading.dispatches.flatMap((dispatch) => [deliveryRow(dispatch, reading), ...alsoAnsweredRows(dispatch)]),
    ],
    lookUp: lookUpOf(reading),
    history: reading.history.toReversed().map(historyEntry),
    acts: [
      ...recoveryActs(reading),
      ...handDeliveryActs(reading),
      ...copiesActs(reading),
      ...amendmentActs(reading),
      ...recallActs(reading),
      ...filingActs(reading.filed, `/van-ban-di/${document.id}`, reading.refused),
    ],
  };
}

function stateWords({ document, byHand }: OutgoingReading): string {
  if (document.recalledAt !== null) return 'ĐÃ THU HỒI';
  const waits = byHand.some(
    ({ doneAt, incomingDocumentId }) => doneAt === null && incomingDocumentId === document.replyToId,
  );
  if (document.state === 'sealed' && waits) return 'Đã đóng dấu, chờ văn thư gửi';
  if (document.takenOver !== null && document.state !== 'voided') return followedWords(document);
  if (isLostLetter(document)) return 'Giữ số, chưa đưa văn bản trở lại sổ';
  return isReserved(document) ? 'Giữ số khi trình, chờ ký và đóng dấu' : STATES[document.state];
}

/** Whose register follows a line that ours only has the words of. */
function followedWords({ givenBy }: OutgoingReading['document']): string {
  return givenBy === null ? 'Ghi ở sổ cũ' : 'Ghi theo hệ thống quản lý văn bản';
}

function factsOf(reading: OutgoingReading): readonly Fact[] {
  const { document } = reading;
  const { issuedDate, signerName, keeper, releasedAt, voidReason } = document;
  const facts: readonly Fact[] = [
    { label: 'Ngày ban hành', value: fullDay(issuedDate) },
    { label: 'Người ký', value: signerName },
    { label: 'Nơi nhận', value: recipientsWithCopies(document) },
    { label: 'Bản lưu', value: keeper },
    { label: 'Phát hành lúc', value: releasedAt === null ? '' : moment(releasedAt) },
    { label: 'Nguồn', value: document.takenOver === null ? '' : takenOverWords(document.takenOver) },
    { label: 'Số', value: document.givenBy === null ? '' : sourceWords(document.givenBy) },
    { label: isLostLetter(document) ? 'Vì sao giữ số' : 'Lý do hủy số', value: voidReason ?? '' },
    { label: 'Thu hồi', value: recallFact(reading) },
    ...caseFact(reading),
    ...filingFacts(reading.filed),
  ];
  return facts.filter(({ value }) => value !== '');
}

/** Its ticket, or what else it was written for, for those who may see it. */
function caseFact({ actor, draft, ticket }: OutgoingReading): readonly Fact[] {
  if (ticket !== null) return [{ label: 'Phiếu', value: h('a', { href: `/phieu/${ticket.id}` }, ticket.code) }];
  if (draft === null) return [];
  const { kind, label, href } = caseLink(actor, draft, null);
  return [{ label: kind, value: h('a', { href }, label) }];
}

/** From its release on: how anybody learns that it is ours, and whether it stands. */
function lookUpOf({
  document: { sealedSha256, releasedAt },
  publicUrl,
}: OutgoingReading): OutgoingDocumentView['lookUp'] {
  if (sealedSha256 === null || releasedAt === null) return null;
  const code = letterCode(sealedSha256);
  return { code: printedLookUpCode(code), href: `/tra-cuu/${code}`, address: lookUpAddress(publicUrl, code) };
}

/** What nobody may do any more, and why. */
function frozenWords({ document }: OutgoingReading): string | null {
  const words = recallWords(document);
  return words === null
    ? null
    : `${words.replace(/(?<![.\s])[.\s]+$/u, '')}. Số, dòng trong sổ và tệp được giữ nguyên; không ai sửa, gửi hay thay thế văn bản này nữa.`;
}

function recallFact({ document: { recalledAt }, recalls }: OutgoingReading): string {
  const granted = recalls.find(({ decision }) => decision === 'granted');
  if (recalledAt === null || !granted) return '';
  return `${granted.proposedByName} đề nghị, ${granted.decidedByName ?? ''} quyết định ${moment(recalledAt)}`;
}

const PDF = 'application/pdf';

function filesOf({ document, draft, annexes, mayOpen }: OutgoingReading, code: string): readonly FileView[] {
  const name = code.replaceAll('/', '-');
  const kind = 'document' as const;
  const signed = document.sealedSha256 !== null && mayOpen;
  return [
    ...(signed ? [{ ...fileHrefs('van-ban-di', document.id, PDF), name: `${name}.pdf`, size: 'bản ký số', kind }] : []),
    ...(mayOpen ? annexes : []).map((annex) => ({
      ...annexHrefs(document.id, annex.id, annex.contentType),
      name: annex.name,
      size: `phụ lục ký số, ${fileSize(annex.size)}`,
      kind,
    })),
    ...(draft?.docxSha256
      ? [{ href: `/du-thao/${draft.id}/cong-van.docx`, name: `${name}.docx`, size: 'Word', kind }]
      : []),
  ];
}

/** Both signatures, number and date, as they were proved before the letter left. */
function proofRows({ request }: OutgoingReading): readonly RowView[] {
  const proof = request && proofOf(request);
  if (!request || !proof) return [];
  const passed = mayGoOn(request.proof) && proof.later?.result !== 'withdrawn';
  return [
    {
      icon: passed ? 'check' : 'x',
      tone: passed ? 'ok' : 'bad',
      title: `Kiểm tra chữ ký: ${proofCount(proof)}`,
      href: `/trinh-ky/${request.id}`,
      detail: `${request.leaderName} ký, cơ quan đóng dấu; mở để xem từng mục`,
    },
    ...overrideNotes(proof).map(({ tone, words }): RowView => ({
      icon: tone === 'fail' ? 'alert' : tone === 'pass' ? 'check' : 'half',
      tone: tone === 'fail' ? 'bad' : undefined,
      title: words,
    })),
  ];
}

function pairOf({ answers }: OutgoingReading): readonly RowView[] {
  if (answers === null) return [];
  const { arrivalDate, senderName } = answers;
  return [
    {
      icon: 'inbox',
      title: `Trả lời ${incomingWords(answers)}`,
      href: incomingHref(answers),
      detail: `${fullDay(arrivalDate)}, ${senderName}`,
    },
  ];
}

function deliveryRow(dispatch: DispatchEntity, { sendings }: OutgoingReading): RowView {
  const seq = sendings.get(dispatch.id);
  const more = seq === undefined ? null : { href: jobHref(seq), label: 'Bản ghi trao đổi' };
  return { ...sendingRow(dispatch), more };
}

function sendingRow(dispatch: DispatchEntity): RowView {
  const { sentAt, failure, createdAt, receiptId, business } = dispatch;
  const title = titleOf(dispatch);
  const settled = settledRow(dispatch, title);
  if (settled !== null) return settled;
  if (sentAt !== null && business !== null)
    return { icon: 'clock', title, detail: `Đã báo nơi nhận ${shortMoment(sentAt)}, chưa trả lời` };
  if (sentAt !== null)
    return {
      icon: 'check',
      tone: 'ok',
      title,
      detail: `Nơi nhận đã nhận ${shortMoment(sentAt)}, mã ${receiptId ?? ''}`,
    };
  if (failure !== null) return { icon: 'x', tone: 'bad', title, detail: `Chưa gửi được: ${failure}` };
  return { icon: 'refresh', title, detail: `Chờ gửi từ ${shortMoment(createdAt)}` };
}

const ACTS: Readonly<Record<string, string>> = {
  'outgoing.number': 'Vào sổ, lấy số',
  'outgoing.reserve': 'Vào sổ, giữ số khi trình ký',
  'outgoing.annexes': 'Ký số phụ lục, kiểm tra đạt',
  'outgoing.sealed': 'Đóng dấu, kiểm tra đạt',
  'outgoing.sentByHand': 'Văn thư gửi ngoài liên thông',
  'outgoing.signedFor': 'Ghi ngày ký nhận',
  'outgoing.released': 'Phát hành',
  'outgoing.voided': 'Hủy số',
  'outgoing.recallProposed': 'Đề nghị thu hồi',
  'outgoing.recallRefused': 'Không thu hồi',
  'outgoing.recalled': 'Quyết định thu hồi',
  'outgoing.lostNumber': 'Giữ số đã cấp trước khi phục hồi',
  'outgoing.recovered': 'Đưa trở lại sổ từ tệp đã phát hành',
};

function historyEntry({ at, action, actorName }: JournalEntryEntity): TimelineEntry {
  return {
    at: isoInVietnam(at),
    when: moment(at),
    title: ACTS[action] ?? action,
    by: actorName === SYSTEM.name ? null : actorName,
    text: null,
    quoted: false,
    outward: action === 'outgoing.released',
  };
}
