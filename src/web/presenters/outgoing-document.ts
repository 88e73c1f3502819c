import { h } from 'preact';
import type { IncomingDocumentEntity, OutgoingDocumentEntity } from '../../documents/index.js';
import { printedCode, type OutgoingState } from '../../documents/domain/register.js';
import type { DraftEntity } from '../../drafting/index.js';
import type { DispatchEntity } from '../../exchange/index.js';
import type { JournalEntryEntity } from '../../journal/index.js';
import { SYSTEM, type Actor } from '../../kernel/actor.js';
import { isoInVietnam } from '../../kernel/civil-date.js';
import type { SignatureRequestEntity } from '../../signing/index.js';
import type { SeenTicket } from '../../tickets/index.js';
import type { Fact } from '../components/facts.js';
import type { FileView } from '../components/files.js';
import type { RowView } from '../components/row-list.js';
import type { TimelineEntry } from '../components/timeline.js';
import type { OutgoingDocumentView } from '../views/outgoing-document-page.js';
import { atStart, fullDay, moment, shortMoment } from '../wording/time.js';
import { proofCount, proofOf } from './letter-proof.js';
import { incomingHref, outgoingHref } from './pair.js';
import type { RefusedAct } from './refused-values.js';

/** What was read for the page of an outgoing document. */
export interface OutgoingReading {
  readonly document: OutgoingDocumentEntity;
  /** The incoming half of the pair. */
  readonly answers: IncomingDocumentEntity | null;
  /** Its case and the request under which it was signed; null for those who may not see the case. */
  readonly ticket: SeenTicket | null;
  readonly request: SignatureRequestEntity | null;
  readonly draft: DraftEntity | null;
  readonly dispatches: readonly DispatchEntity[];
  readonly history: readonly JournalEntryEntity[];
  /** Whether its files are for this person. */
  readonly mayOpen: boolean;
  readonly actor: Actor;
  readonly refused: RefusedAct | null;
}

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
    state: STATES[document.state],
    registerHref: outgoingHref(document),
    facts: factsOf(reading),
    files: filesOf(reading, code),
    proof: proofRows(reading),
    pair: pairOf(reading),
    deliveries: reading.dispatches.map(deliveryRow),
    history: reading.history.toReversed().map(historyEntry),
  };
}

function factsOf({ document, ticket }: OutgoingReading): readonly Fact[] {
  const { issuedDate, signerName, recipients, keeper, releasedAt, voidReason } = document;
  const facts: readonly Fact[] = [
    { label: 'Ngày ban hành', value: fullDay(issuedDate) },
    { label: 'Người ký', value: signerName },
    { label: 'Nơi nhận', value: recipients.join('; ') },
    { label: 'Bản lưu', value: keeper },
    { label: 'Phát hành lúc', value: releasedAt === null ? '' : moment(releasedAt) },
    { label: 'Lý do hủy số', value: voidReason ?? '' },
    { label: 'Phiếu', value: ticket ? h('a', { href: `/phieu/${ticket.id}` }, ticket.code) : '' },
  ];
  return facts.filter(({ value }) => value !== '');
}

function filesOf({ document, draft, mayOpen }: OutgoingReading, code: string): readonly FileView[] {
  const name = code.replaceAll('/', '-');
  const kind = 'document' as const;
  const signed = document.sealedSha256 !== null && mayOpen;
  return [
    ...(signed ? [{ href: `/tep/van-ban-di/${document.id}.pdf`, name: `${name}.pdf`, size: 'bản ký số', kind }] : []),
    ...(draft?.docxSha256
      ? [{ href: `/du-thao/${draft.id}/cong-van.docx`, name: `${name}.docx`, size: 'Word', kind }]
      : []),
  ];
}

/** Both signatures, number and date, as they were proved before the letter left. */
function proofRows({ request }: OutgoingReading): readonly RowView[] {
  const proof = request && proofOf(request);
  if (!request || !proof) return [];
  const { passed } = proof;
  return [
    {
      icon: passed ? 'check' : 'x',
      tone: passed ? 'ok' : 'bad',
      title: `Kiểm tra chữ ký: ${proofCount(proof)}`,
      href: `/trinh-ky/${request.id}`,
      detail: `${request.leaderName} ký, cơ quan đóng dấu; mở để xem từng mục`,
    },
  ];
}

function pairOf({ answers }: OutgoingReading): readonly RowView[] {
  if (answers === null) return [];
  const { arrivalNumber, arrivalDate, senderName } = answers;
  return [
    {
      icon: 'inbox',
      title: `Trả lời văn bản đến số ${String(arrivalNumber)}`,
      href: incomingHref(answers),
      detail: `${fullDay(arrivalDate)}, ${senderName}`,
    },
  ];
}

function deliveryRow({ sentAt, failure, createdAt, receiptId }: DispatchEntity): RowView {
  const title = 'Gửi văn bản';
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
  'outgoing.sealed': 'Đóng dấu, kiểm tra đạt',
  'outgoing.released': 'Phát hành',
  'outgoing.voided': 'Hủy số',
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
