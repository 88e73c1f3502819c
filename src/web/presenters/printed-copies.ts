import type { ConversionEntity } from '../../copies/index.js';
import { printedConversionCode, type ConversionKind } from '../../copies/domain/conversion.js';
import { answeringCode, standingOf, type Standing } from '../../documents/domain/after-release.js';
import { printedCode, type Amendment, type OutgoingState } from '../../documents/domain/register.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import type { Fact } from '../components/facts.js';
import type { VerdictView } from '../components/verdict.js';
import type { LookUpView } from '../views/look-up-page.js';
import type { PrintedCopiesView } from '../views/printed-copies-page.js';
import { fullDay, moment } from '../wording/time.js';
import { documentCopyForm } from './copies.js';
import type { RefusedAct } from './refused-values.js';
import { proofCount, proofOf } from './letter-proof.js';

type AmendingLetter = Parameters<typeof answeringCode>[0] & { readonly amendment: Amendment | null };

/** A document of the registers, incoming or outgoing, as a copy names it. */
export type ConvertedDocument = {
  readonly typeName: string;
  readonly issuedDate: CivilDate;
  readonly issuer: string;
  readonly subject: string;
} & (
  | { readonly code: string; readonly state: null }
  | {
      readonly code: null;
      readonly number: number;
      readonly notation: string;
      readonly state: OutgoingState;
      readonly recalledAt: Date | null;
      /** The released documents that correct or replace it. */
      readonly amendedBy: readonly AmendingLetter[];
    }
);

type OwnDocument = Exclude<ConvertedDocument, { readonly state: null }>;

export interface PrintedCopiesReading {
  readonly kind: ConversionKind;
  readonly id: string;
  readonly document: ConvertedDocument;
  readonly made: readonly ConversionEntity[];
}

/** The words of an address for the two kinds. */
export const KIND_PATHS: Readonly<Record<ConversionKind, string>> = { outgoing: 'van-ban-di', incoming: 'tep-den' };

export function printedCopiesHref(kind: ConversionKind, id: string): string {
  return `/ban-in/${KIND_PATHS[kind]}/${id}`;
}

export function printedCopiesView(
  { kind, id, document, made }: PrintedCopiesReading,
  actor: Actor,
  refused: RefusedAct | null,
): PrintedCopiesView {
  const mayMake = document.state === null || document.state === 'released';
  const mayCertify = mayMake && hasRole(actor, 'registryClerk');
  return {
    action: printedCopiesHref(kind, id),
    heading: `Bản in chuyển đổi: ${nameOf(document)}`,
    subject: document.subject,
    mayMake,
    certified: mayCertify ? documentCopyForm(kind, `${KIND_PATHS[kind]}/tu/${id}`, refused) : null,
    copies: made.map(({ code, madeAt, madeByName, unitName }) => ({
      code: printedConversionCode(code),
      fileHref: `/tep/ban-in/${code}.pdf`,
      lookUpHref: `/tra-cuu/${code}`,
      made: moment(madeAt),
      by: unitName === null ? madeByName : `${madeByName}, ${unitName}`,
    })),
  };
}

function nameOf(document: ConvertedDocument): string {
  return `${document.typeName} ${codeOf(document)}`;
}

function codeOf(document: ConvertedDocument): string {
  return document.state === null ? document.code : printedCode(document.number, document.notation);
}

export interface LookUpReading {
  readonly made: ConversionEntity;
  readonly document: ConvertedDocument;
  /** What was proved of the signatures of a letter; null for what came from elsewhere. */
  readonly proof: object | null;
}

const UNKNOWN: VerdictView = {
  tone: 'fail',
  heading: 'Không có bản in nào mang mã này',
  text: 'So lại từng ký tự của mã trên giấy rồi mở lại. Nếu đúng mã mà vẫn không có, bản giấy không do hệ thống này in; hỏi lại nơi đưa giấy.',
};

const VALID: VerdictView = {
  tone: 'pass',
  heading: 'Bản in này do hệ thống in ra',
  text: 'Giấy đang cầm phải đúng số, ký hiệu, ngày và nơi ban hành dưới đây. Nếu khác dù một chỗ, đừng dùng giấy đó và báo cho nơi ban hành.',
};

const VERDICTS: Readonly<Record<Standing, VerdictView>> = {
  unreleased: VALID,
  inForce: VALID,
  voided: {
    tone: 'fail',
    heading: 'Văn bản này không còn hiệu lực',
    text: 'Bản in đúng là của hệ thống, nhưng số của văn bản đã hủy. Đừng dùng giấy này; hỏi nơi ban hành để nhận văn bản đúng.',
  },
  recalled: {
    tone: 'fail',
    heading: 'Văn bản này đã thu hồi',
    text: 'Bản in đúng là của hệ thống, nhưng nơi ban hành đã thu hồi văn bản. Đừng dùng giấy này; hỏi nơi ban hành.',
  },
  replaced: {
    tone: 'fail',
    heading: 'Văn bản này đã được thay thế',
    text: 'Bản in đúng là của hệ thống, nhưng văn bản đã có văn bản khác thay thế, ghi ở mục Tình trạng. Đừng dùng giấy này; hỏi nơi ban hành để nhận văn bản thay thế.',
  },
  corrected: {
    tone: 'unknown',
    heading: 'Văn bản này đã được đính chính',
    text: 'Bản in do hệ thống in ra và văn bản còn hiệu lực, nhưng phải đọc cùng văn bản đính chính ghi ở mục Tình trạng. Chưa có văn bản đó thì hỏi nơi ban hành.',
  },
};

const RELEASES: Readonly<Record<OutgoingState, string>> = {
  numbered: 'Chưa phát hành',
  sealed: 'Chưa phát hành',
  released: 'Đã phát hành',
  voided: 'Số đã hủy',
};

/** `Đã phát hành; đã thu hồi ngày 18/03/2026; đã được thay thế bởi số 514/SGDĐT-GDTrH` */
function standingWords({ state, recalledAt, amendedBy }: OwnDocument): string {
  const recalled = recalledAt === null ? [] : [`đã thu hồi ngày ${fullDay(civilDateOf(recalledAt))}`];
  return [RELEASES[state], ...recalled, ...amendedBy.map(amendmentWords)].join('; ');
}

function amendmentWords(letter: AmendingLetter): string {
  const act = letter.amendment === 'replacement' ? 'thay thế' : 'đính chính';
  return `đã được ${act} bởi số ${answeringCode(letter)}`;
}

function verdictOf(document: ConvertedDocument): VerdictView {
  if (document.state === null) return VALID;
  return VERDICTS[
    standingOf(
      document,
      document.amendedBy.map(({ amendment }) => amendment),
    )
  ];
}

/**
 * What anybody learns who holds a printed copy: where the document comes from and whether it still stands. Its abstract and its content are kept back,
 * for a letter to a citizen may name people; who converted it is shown as a unit.
 */
export function lookUpView(reading: LookUpReading | null): LookUpView {
  if (reading === null) return { verdict: UNKNOWN, facts: [] };
  const { made, document } = reading;
  return {
    verdict: verdictOf(document),
    facts: [
      { label: 'Nơi ban hành', value: document.issuer },
      { label: 'Tên loại', value: document.typeName },
      { label: 'Số, ký hiệu', value: codeOf(document) },
      { label: 'Ngày văn bản', value: fullDay(document.issuedDate) },
      ...standingFacts(reading),
      { label: 'Mã bản in', value: printedConversionCode(made.code) },
      { label: 'Chuyển đổi lúc', value: moment(made.madeAt) },
      { label: 'Nơi chuyển đổi', value: made.unitName ?? 'không ghi đơn vị' },
      { label: 'SHA-256 bản điện tử', value: made.originalSha256 },
      { label: 'SHA-256 bản in', value: made.copySha256 },
    ],
  };
}

function standingFacts({ document, proof }: LookUpReading): readonly Fact[] {
  if (document.state === null) {
    return [{ label: 'Chữ ký số', value: 'Văn bản do nơi khác ban hành; kiểm tra trên bản điện tử tại nơi đó.' }];
  }
  const kept = proofOf({ proof });
  const verdict = kept?.passed === true ? 'Hợp lệ' : 'Chưa đủ căn cứ';
  return [
    { label: 'Tình trạng', value: standingWords(document) },
    { label: 'Chữ ký số', value: kept === null ? verdict : `${verdict} khi phát hành: ${proofCount(kept)}` },
  ];
}
