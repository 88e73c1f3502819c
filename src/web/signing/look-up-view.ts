import { h, type ComponentChildren } from 'preact';
import type { ConversionEntity } from '../../copies/index.js';
import { answeringCode, standingOf, type Standing } from '../../documents/domain/after-release.js';
import { letterCode, printedLookUpCode } from '../../documents/domain/look-up-code.js';
import type { OutgoingState } from '../../documents/domain/register.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import type { Fact } from '../kit/facts.js';
import type { VerdictView } from './verdict.js';
import type { LookUpView } from './look-up-page.js';
import { fullDay, moment } from '../kit/words/time.js';
import { proofCount, proofOf, type KeptProof } from './letter-proof.js';
import {
  codeOf,
  type AmendingLetter,
  type ConvertedDocument,
  type OwnDocument,
} from '../registers/printed-copies-view.js';

interface Found {
  /** What was proved of the signatures of a letter; null for what came from elsewhere. */
  readonly proof: object | null;
}

/** A printed copy by its code, or a letter that left the agency by the code or the whole hash of its file. */
export type LookUpReading =
  | (Found & { readonly by: 'print'; readonly made: ConversionEntity; readonly document: ConvertedDocument })
  | (Found & {
      readonly by: 'code' | 'file';
      readonly document: OwnDocument;
      readonly signerName: string;
      readonly releasedAt: Date;
      readonly sha256: string;
    });

const UNKNOWN: VerdictView = {
  tone: 'fail',
  heading: 'Không tìm thấy văn bản nào theo mã này',
  text: 'So lại từng ký tự của mã rồi tra lại. Nếu đúng mã mà vẫn không có, văn bản không do hệ thống này phát hành hay in ra, hoặc tệp đã bị sửa; hỏi lại nơi đưa văn bản.',
};

/** What was found, by what was asked for: where it stands at the beginning of a sentence. */
const FOUND: Readonly<Record<LookUpReading['by'], string>> = {
  print: 'Bản in đúng là của hệ thống',
  code: 'Mã đúng là của văn bản đã phát hành',
  file: 'Tệp trùng khớp hoàn toàn với bản đã phát hành',
};

const GOOD: Readonly<Record<LookUpReading['by'], VerdictView>> = {
  print: {
    tone: 'pass',
    heading: 'Bản in này do hệ thống in ra',
    text: 'Giấy đang cầm phải đúng số, ký hiệu, ngày và nơi ban hành dưới đây. Nếu khác dù một chỗ, đừng dùng giấy đó và báo cho nơi ban hành.',
  },
  code: {
    tone: 'pass',
    heading: 'Văn bản này đã phát hành và còn hiệu lực',
    text: 'Văn bản đang cầm phải đúng số, ký hiệu, ngày và nơi ban hành dưới đây. Có tệp PDF thì chọn tệp ở dưới để đối chiếu nguyên vẹn.',
  },
  file: {
    tone: 'pass',
    heading: 'Tệp này đúng là bản đã phát hành',
    text: 'Tệp trùng khớp hoàn toàn với bản đã ký, đã đóng dấu; văn bản còn hiệu lực.',
  },
};

/** Of what no longer stands as it was released. */
const CHANGED: Readonly<
  Record<Exclude<Standing, 'unreleased' | 'inForce'>, readonly [VerdictView['tone'], string, string]>
> = {
  voided: [
    'fail',
    'Văn bản này không còn hiệu lực',
    'nhưng số của văn bản đã hủy. Đừng dùng; hỏi nơi ban hành để nhận văn bản đúng.',
  ],
  recalled: ['fail', 'Văn bản này đã thu hồi', 'nhưng nơi ban hành đã thu hồi văn bản. Đừng dùng; hỏi nơi ban hành.'],
  replaced: [
    'fail',
    'Văn bản này đã được thay thế',
    'nhưng văn bản đã có văn bản khác thay thế, ghi ở mục Tình trạng. Đừng dùng; hỏi nơi ban hành để nhận văn bản thay thế.',
  ],
  corrected: [
    'unknown',
    'Văn bản này đã được đính chính',
    'và văn bản còn hiệu lực, nhưng phải đọc cùng văn bản đính chính ghi ở mục Tình trạng. Chưa có văn bản đó thì hỏi nơi ban hành.',
  ],
};

/** Of what stands as it was released, where the signatures do not: the authority found against them since, or never told of them. */
const DOUBTED: Readonly<Record<'withdrawn' | 'open', readonly [VerdictView['tone'], string, string]>> = {
  withdrawn: [
    'fail',
    'Chữ ký số của văn bản này không dùng được',
    'nhưng sau khi phát hành, tổ chức chứng thực trả lời là chữ ký số không dùng được. Đừng dùng văn bản; hỏi nơi ban hành.',
  ],
  open: [
    'unknown',
    'Chưa đủ căn cứ về chữ ký số của văn bản này',
    'nhưng khi phát hành chưa đủ căn cứ để kết luận về chữ ký số, và tới nay vẫn chưa. Hỏi nơi ban hành trước khi dùng, hoặc tra lại sau.',
  ],
};

const RELEASES: Readonly<Record<OutgoingState, string>> = {
  numbered: 'Chưa phát hành',
  sealed: 'Chưa phát hành',
  released: 'Đã phát hành',
  voided: 'Số đã hủy',
};

/**
 * What anybody learns who holds a letter or a printed copy: where it comes from and whether it still stands. Its abstract and its content are kept
 * back, for a letter to a citizen may name people; who printed it is shown as a unit.
 *
 * @param typed what was asked for; empty before anybody asks
 */
export function lookUpView(typed: string, reading: LookUpReading | null): LookUpView {
  if (typed === '') return { verdict: null, facts: [] };
  if (reading === null) return { verdict: UNKNOWN, facts: [] };
  const { document } = reading;
  return {
    verdict: verdictOf(reading),
    facts: [
      { label: 'Nơi ban hành', value: document.issuer },
      { label: 'Tên loại', value: document.typeName },
      { label: 'Số, ký hiệu', value: codeOf(document) },
      { label: 'Ngày văn bản', value: fullDay(document.issuedDate) },
      ...standingFacts(reading),
      ...ownFacts(reading),
    ],
  };
}

function verdictOf(reading: LookUpReading): VerdictView {
  const { by } = reading;
  const now = changeOf(reading);
  if (now === null) return GOOD[by];
  const [tone, heading, but] = now;
  return { tone, heading, text: `${FOUND[by]}, ${but}` };
}

/** The worst that was done to it or found of it since; null when it stands as it left. */
function changeOf({ document, proof }: LookUpReading): readonly [VerdictView['tone'], string, string] | null {
  if (document.state === null) return null;
  const standing = standingOf(
    document,
    document.amendedBy.map(({ amendment }) => amendment),
  );
  const amended = standing === 'unreleased' || standing === 'inForce' ? null : CHANGED[standing];
  const doubt = doubtOf(proofOf({ proof }));
  const doubted = doubt === null ? null : DOUBTED[doubt];
  return [amended, doubted].find((change) => change?.[0] === 'fail') ?? amended ?? doubted;
}

/** What speaks against the signatures today, whatever held when the letter left. */
function doubtOf(kept: KeptProof | null): keyof typeof DOUBTED | null {
  if (kept === null) return null;
  if (kept.later?.result === 'withdrawn') return 'withdrawn';
  return kept.passed || kept.later?.result === 'confirmed' ? null : 'open';
}

function standingFacts({ document, proof }: LookUpReading): readonly Fact[] {
  if (document.state === null) {
    return [{ label: 'Chữ ký số', value: 'Văn bản do nơi khác ban hành; kiểm tra trên bản điện tử tại nơi đó.' }];
  }
  return [
    { label: 'Tình trạng', value: standingWords(document) },
    { label: 'Chữ ký số', value: signatureWords(proofOf({ proof })) },
  ];
}

const ANSWERS = { confirmed: 'hợp lệ', withdrawn: 'không dùng được' } as const;

/** `Hợp lệ khi phát hành: 9 trên 9 mục đạt; ngày 20/03/2026 tổ chức chứng thực trả lời: không dùng được` */
function signatureWords(kept: KeptProof | null): string {
  const verdict = kept?.passed === true ? 'Hợp lệ' : 'Chưa đủ căn cứ';
  if (kept === null) return verdict;
  const { later } = kept;
  const answer = later
    ? `; ngày ${fullDay(civilDateOf(new Date(later.at)))} tổ chức chứng thực trả lời: ${ANSWERS[later.result]}`
    : '';
  return `${verdict} khi phát hành: ${proofCount(kept)}${answer}`;
}

/** `Đã phát hành; đã thu hồi ngày 18/03/2026; đã được thay thế bởi số 514/SGDĐT-GDTrH`, the last with its own page. */
function standingWords({ state, recalledAt, amendedBy }: OwnDocument): ComponentChildren {
  const recalled = recalledAt === null ? [] : [`; đã thu hồi ngày ${fullDay(civilDateOf(recalledAt))}`];
  return [RELEASES[state], ...recalled, ...amendedBy.flatMap(amendmentWords)];
}

function amendmentWords(letter: AmendingLetter): readonly ComponentChildren[] {
  const act = letter.amendment === 'replacement' ? 'thay thế' : 'đính chính';
  const code = answeringCode(letter);
  const { sealedSha256 } = letter;
  const named = sealedSha256 === null ? code : h('a', { href: `/tra-cuu/${letterCode(sealedSha256)}` }, code);
  return [`; đã được ${act} bởi số `, named];
}

function ownFacts(reading: LookUpReading): readonly Fact[] {
  if (reading.by === 'print') {
    const { made } = reading;
    return [
      { label: 'Mã bản in', value: printedLookUpCode(made.code) },
      { label: 'Chuyển đổi lúc', value: moment(made.madeAt) },
      { label: 'Nơi chuyển đổi', value: made.unitName ?? 'không ghi đơn vị' },
      { label: 'SHA-256 bản điện tử', value: made.originalSha256 },
      { label: 'SHA-256 bản in', value: made.copySha256 },
    ];
  }
  const { signerName, document, releasedAt, sha256 } = reading;
  return [
    { label: 'Người ký', value: signerName },
    { label: 'Dấu của cơ quan', value: document.issuer },
    { label: 'Phát hành lúc', value: moment(releasedAt) },
    { label: 'Mã tra cứu', value: printedLookUpCode(letterCode(sha256)) },
    { label: 'SHA-256 bản điện tử', value: sha256 },
  ];
}
