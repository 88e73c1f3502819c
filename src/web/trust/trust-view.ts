import { hasHandIn } from '../../kernel/actor.js';
import {
  expiringCertificates,
  type TrustCertificateEntity,
  type TrustProposalEntity,
  type TrustRevocationListEntity,
} from '../../signing/trust/index.js';
import { fingerprintWords, nameWords } from '../../signing/trust/domain/certificate-file.js';
import { expiryWords } from '../../signing/trust/domain/expiry.js';
import { listWarning } from '../../signing/trust/domain/kept-list.js';
import { isAuthorityKind, type TrustAct } from '../../signing/trust/domain/trusted-certificate.js';
import type { TrustListLineView } from './revocation-list-table.js';
import type { TrustPageView, TrustLineView, TrustProposalLineView } from './trust-page.js';
import type { TrustProposalView } from './trust-proposal-page.js';
import type { TrustAddingView } from './trust-adding-page.js';
import { moment } from '../kit/words/time.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { certificateFacts, KIND_WORDS, purposeWords, validityWords } from './trust-certificate.js';
import { addForm, ADDING, changePurposesForm, refuseForm, TRUST, uploadForm, withdrawForm } from './trust-forms.js';
import type { TrustPreviewReading, TrustReading } from './trust-reading.js';
import type { TrustProposalReading } from './trust-page-query.js';

const ACT_WORDS: Readonly<Record<TrustAct, string>> = {
  add: 'Thêm vào kho',
  withdraw: 'Rút khỏi kho',
  purposes: 'Đổi công dụng',
};

export function trustView(reading: TrustReading, refused: RefusedAct | null): TrustPageView {
  const active = reading.certificates.filter(({ activeTo }) => activeTo === null);
  const line = (one: TrustCertificateEntity): TrustLineView => lineView(reading, one, refused);
  return {
    waiting: reading.proposals
      .filter(({ state }) => state === 'waiting')
      .map((one) => proposalLine(reading, one))
      .toReversed(),
    authorities: [...active.filter(({ kind }) => isAuthorityKind(kind)).map(line), ...unrecordedLines(reading)],
    holders: active.filter(({ kind }) => !isAuthorityKind(kind)).map(line),
    ending: expiringCertificates(active, reading.now).map(({ row }) =>
      expiryWords(row.subject, row.notAfter, reading.now),
    ),
    unbound: unboundWords(reading, active),
    past: reading.certificates
      .filter(({ activeTo }) => activeTo !== null)
      .map(line)
      .toReversed(),
    lists: reading.lists.map((one) => listLine(one, reading.now)),
    decided: reading.proposals.filter(({ state }) => state !== 'waiting').map((one) => proposalLine(reading, one)),
    addHref: reading.mayPropose ? ADDING : null,
  };
}

function lineView(reading: TrustReading, one: TrustCertificateEntity, refused: RefusedAct | null): TrustLineView {
  const { id, kind, subject, purposes, origin, addedByName, confirmedByName, activeFrom } = one;
  const mayChange = reading.mayPropose && one.activeTo === null;
  const by = confirmedByName === null ? addedByName : `${addedByName} đề nghị, ${confirmedByName} xác nhận`;
  return {
    id,
    subject,
    whose: whoseWords(reading, one),
    fingerprint: fingerprintWords(one.sha256),
    purposes: kind === 'anchor' ? `Tin về: ${purposeWords(purposes)}` : null,
    validity: validityWords(one),
    isExpired: one.notAfter < reading.now,
    origin: origin === 'configuration' ? 'Từ cấu hình' : null,
    basis: one.basis,
    written: `${by}, ${moment(activeFrom)}`,
    ended: one.activeTo === null ? null : `${moment(one.activeTo)}: ${one.endedBecause ?? ''}`,
    forms: mayChange
      ? [...(kind === 'anchor' ? [changePurposesForm(id, purposes, refused)] : []), withdrawForm(id, subject, refused)]
      : [],
  };
}

function whoseWords(
  { names, agency }: TrustReading,
  { kind, personId }: Pick<TrustCertificateEntity, 'kind' | 'personId'>,
): string {
  if (kind === 'person') return names.get(personId ?? '') ?? '';
  return kind === 'agency' ? agency : KIND_WORDS[kind];
}

/** Anchors from the server's file that the worker has not recorded yet; they are trusted already. */
function unrecordedLines({ unrecorded, now }: TrustReading): TrustLineView[] {
  return unrecorded.map(({ sha256, name, fields }) => ({
    id: sha256,
    subject: nameWords(name),
    whose: KIND_WORDS.anchor,
    fingerprint: fingerprintWords(sha256),
    purposes: `Tin về: ${purposeWords(['signing', 'timestamp'])}`,
    validity: validityWords(fields),
    isExpired: fields.notAfter < now,
    origin: 'Từ cấu hình',
    basis: 'Từ tệp TRUST_ANCHORS của máy chủ.',
    written: 'Chưa ghi vào nhật ký; tiến trình nền ghi trong một phút.',
    ended: null,
    forms: [],
  }));
}

function listLine(one: TrustRevocationListEntity, now: Date): TrustListLineView {
  const { id, issuer, address, thisUpdate, nextUpdate, fetchedAt, failure, triedAt } = one;
  return {
    id,
    issuer: issuer === '' ? 'Chưa rõ tổ chức chứng thực' : issuer,
    address,
    span:
      thisUpdate === null ? 'Chưa có' : `${moment(thisUpdate)} đến ${nextUpdate === null ? '…' : moment(nextUpdate)}`,
    fetched: fetchedAt === null ? 'Chưa tải được lần nào' : moment(fetchedAt),
    failure: failure === null ? null : `${moment(triedAt)}: ${failure}`,
    warning: listWarning(one, now),
  };
}

/** Signers without a certificate of their own here: only their e-office code identifies them. */
function unboundWords({ signers, agency }: TrustReading, active: readonly TrustCertificateEntity[]): string[] {
  const bound = new Set(active.map(({ personId }) => personId));
  const people = signers.filter(({ id }) => !bound.has(id)).map(({ fullName, position }) => `${fullName}, ${position}`);
  return active.some(({ kind }) => kind === 'agency') ? people : [...people, agency];
}

function proposalLine(reading: TrustReading, one: TrustProposalEntity): TrustProposalLineView {
  return {
    id: one.id,
    href: `${TRUST}/de-nghi/${one.id}`,
    what: `${ACT_WORDS[one.act]}: ${one.subject}`,
    whose: whoseWords(reading, one),
    proposed: `${one.proposedByName}, ${moment(one.proposedAt)}`,
    outcome: outcomeWords(one),
    isMine: hasHandIn(reading.actor, one.proposedById),
  };
}

function outcomeWords({ state, decidedByName, decidedAt, refusedBecause }: TrustProposalEntity): string | null {
  if (decidedAt === null) return null;
  const by = `${decidedByName ?? ''}, ${moment(decidedAt)}`;
  return state === 'confirmed' ? `Xác nhận: ${by}` : `Từ chối: ${by}. ${refusedBecause ?? ''}`;
}

export function trustProposalView(reading: TrustProposalReading, refused: RefusedAct | null): TrustProposalView {
  const { proposal, certificate, judged, mayDecide, actor } = reading;
  const isMine = hasHandIn(actor, proposal.proposedById);
  const decides = mayDecide && !isMine;
  const { flaws, warnings } = judged ?? { flaws: [], warnings: [] };
  return {
    heading: ACT_WORDS[proposal.act],
    subject: proposal.subject,
    facts: proposalFacts(reading),
    certificate: certificateFacts(certificate),
    flaws,
    warnings,
    ownWords: mayDecide && isMine ? 'Đề nghị này của chính tài khoản đang dùng; người thứ hai xác nhận.' : null,
    confirm: decides && flaws.length === 0 ? `${TRUST}/de-nghi/${proposal.id}/xac-nhan` : null,
    refuse: decides ? refuseForm(proposal.id, refused) : null,
  };
}

function proposalFacts({ proposal, holderName }: TrustProposalReading): TrustProposalView['facts'] {
  const outcome = outcomeWords(proposal);
  const purposes = proposal.act === 'withdraw' ? [] : proposal.purposes;
  return [
    { label: 'Loại', value: [KIND_WORDS[proposal.kind], holderName].filter(Boolean).join(': ') },
    ...(purposes.length === 0 ? [] : [{ label: 'Tin về', value: purposeWords(purposes) }]),
    { label: 'Căn cứ', value: proposal.basis },
    { label: 'Người đề nghị', value: `${proposal.proposedByName}, ${moment(proposal.proposedAt)}` },
    ...(outcome === null ? [] : [{ label: 'Quyết định', value: outcome }]),
  ];
}

export function trustAddingView(
  reading: Pick<TrustReading, 'signers' | 'agency'>,
  preview: TrustPreviewReading | null,
  refused: RefusedAct | null,
): TrustAddingView {
  return { upload: uploadForm(reading, refused), preview: preview && previewView(preview, refused) };
}

function previewView(reading: TrustPreviewReading, refused: RefusedAct | null): TrustAddingView['preview'] {
  const { judged, kind } = reading;
  return {
    use: [KIND_WORDS[kind], judged.holder?.name].filter(Boolean).join(': '),
    certificate: certificateFacts(judged.certificate),
    flaws: judged.flaws,
    warnings: judged.warnings,
    add: judged.flaws.length === 0 ? addForm(reading, refused) : null,
  };
}
