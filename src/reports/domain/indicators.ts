import type { Fact } from './fact.js';

/** From when to when a report counts: from the first instant of its first day up to, and not including, the cut-off. */
export interface Window {
  readonly from: string;
  readonly until: string;
}

export type IndicatorGroup = 'balance' | 'detail' | 'time' | 'afterwards';

/** A number of rows: which they are is all there is to it. */
export interface CountIndicator {
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  readonly source: string;
  readonly group: IndicatorGroup;
  readonly counts: (fact: Fact, window: Window) => boolean;
}

/** A share of one number in another, or the mean of something over its rows. */
export interface DerivedIndicator {
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  readonly source: string;
  /** The number whose rows stand behind it. */
  readonly rows: string;
  readonly measure:
    | { readonly kind: 'share'; readonly of: string }
    | { readonly kind: 'meanDays' }
    | { readonly kind: 'meanStars' };
}

export interface IndicatorSet {
  readonly version: number;
  readonly counts: readonly CountIndicator[];
  readonly derived: readonly DerivedIndicator[];
}

const RULE_65 = 'Chế độ báo cáo của Sở; Nghị định 09/2019/NĐ-CP';
const LETTER_2 = 'Văn bản triển khai Quyết định 587/QĐ-UBND, mục 2';
const DECREE_20 = 'Nghị định 20/2008/NĐ-CP, Điều 9 và 14';

const isMatter = ({ kind }: Fact): boolean => kind === 'matter';
const cameIn = (fact: Fact, { from }: Window): boolean => isMatter(fact) && fact.openedAt >= from;
const ended = (outcome: Fact['outcome']) => (fact: Fact) => isMatter(fact) && fact.outcome === outcome;
const isOpen = (fact: Fact): boolean => isMatter(fact) && fact.outcome === null;
const answered = ended('answered');
const inTime = ({ at, legalEndAt }: Fact): boolean => (at ?? '') <= legalEndAt;
const rated = ({ kind }: Fact): boolean => kind === 'rating';

function indicator(
  group: IndicatorGroup,
  code: string,
  words: readonly [name: string, definition: string, source: string],
  counts: CountIndicator['counts'],
): CountIndicator {
  const [name, definition, source] = words;
  return { code, name, definition, source, group, counts };
}

/**
 * Every number a report shows, defined here and nowhere else. What is counted is the matter: a ticket from when somebody begins to wait until that ends,
 * so that a ticket that is reopened counts once more (rule 16). A set that was in use is never edited; a change is a new version beside it.
 *
 * Sources: rule 65 (carried + received = closed + returned + rejected + merged + open); source letter, part 2; the others with each indicator.
 */
const FIRST: IndicatorSet = {
  version: 1,
  counts: [
    indicator(
      'balance',
      'carried',
      ['Tồn kỳ trước', 'Phiếu đã vào sổ trước kỳ và đến đầu kỳ chưa kết thúc.', RULE_65],
      (fact, { from }) => isMatter(fact) && fact.openedAt < from,
    ),
    indicator(
      'balance',
      'received',
      [
        'Tiếp nhận',
        'Phiếu vào sổ trong kỳ, kể cả phiếu tách, phiếu mở lại và phiếu trở lại giải quyết riêng.',
        RULE_65,
      ],
      cameIn,
    ),
    indicator(
      'balance',
      'closed',
      ['Đã giải quyết', 'Phiếu được trả lời hoặc được người phản ánh rút trong kỳ.', RULE_65],
      (fact) => answered(fact) || ended('withdrawn')(fact),
    ),
    indicator(
      'balance',
      'returned',
      [
        'Chuyển trả',
        'Phiếu chuyển trả Tổng đài 1022 trong kỳ vì không thuộc thẩm quyền của Sở hoặc không thuộc phạm vi tiếp nhận.',
        DECREE_20,
      ],
      ended('returned'),
    ),
    indicator(
      'balance',
      'rejected',
      ['Không tiếp nhận', 'Phiếu không tiếp nhận trong kỳ, có lý do.', DECREE_20],
      ended('rejected'),
    ),
    indicator(
      'balance',
      'merged',
      ['Gộp', 'Phiếu gộp vào phiếu khác trong kỳ vì cùng một việc.', RULE_65],
      ended('merged'),
    ),
    indicator('balance', 'open', ['Còn lại', 'Phiếu chưa kết thúc lúc chốt kỳ.', RULE_65], isOpen),
    indicator(
      'detail',
      'receivedNew',
      ['Phiếu mới', 'Trong số tiếp nhận: phản ánh, kiến nghị đến lần đầu.', RULE_65],
      (fact, window) => cameIn(fact, window) && fact.entry === 'new',
    ),
    indicator(
      'detail',
      'receivedSplit',
      ['Phiếu tách', 'Trong số tiếp nhận: phiếu tách từ phiếu có nhiều việc.', RULE_65],
      (fact, window) => cameIn(fact, window) && fact.entry === 'split',
    ),
    indicator(
      'detail',
      'receivedReopened',
      ['Phiếu mở lại', 'Trong số tiếp nhận: phiếu đã kết thúc được mở lại; mỗi lần mở lại tính một lượt.', RULE_65],
      (fact, window) => cameIn(fact, window) && fact.entry === 'reopened',
    ),
    indicator(
      'detail',
      'receivedSeparated',
      ['Phiếu trở lại', 'Trong số tiếp nhận: phiếu đã gộp, trở lại giải quyết riêng.', RULE_65],
      (fact, window) => cameIn(fact, window) && fact.entry === 'separated',
    ),
    indicator(
      'detail',
      'answered',
      ['Đã trả lời', 'Trong số đã giải quyết: phiếu đã trả lời người phản ánh.', LETTER_2],
      answered,
    ),
    indicator(
      'detail',
      'withdrawn',
      [
        'Người phản ánh rút',
        'Trong số đã giải quyết: phiếu kết thúc vì không còn người phản ánh chờ trả lời.',
        DECREE_20,
      ],
      ended('withdrawn'),
    ),
    indicator(
      'detail',
      'answeredByLetter',
      ['Trả lời bằng văn bản', 'Trong số đã trả lời: trả lời bằng văn bản phát hành, có số.', LETTER_2],
      (fact) => answered(fact) && fact.answerMode === 'letter',
    ),
    indicator(
      'detail',
      'notAccepted',
      ['Chưa tiếp nhận', 'Trong số còn lại: phiếu mới đến, Sở chưa tiếp nhận lúc chốt kỳ.', LETTER_2],
      (fact) => isOpen(fact) && fact.state === 'received',
    ),
    indicator(
      'time',
      'answeredOnTime',
      [
        'Trả lời đúng hạn',
        'Trong số đã trả lời: trả lời chậm nhất lúc hết thời hạn pháp lý, tính theo thời hạn có hiệu lực của phiếu khi đó.',
        LETTER_2,
      ],
      (fact) => answered(fact) && inTime(fact),
    ),
    indicator(
      'time',
      'answeredLate',
      ['Trả lời quá hạn', 'Trong số đã trả lời: trả lời sau khi hết thời hạn pháp lý.', LETTER_2],
      (fact) => answered(fact) && !inTime(fact),
    ),
    indicator(
      'time',
      'openNotDue',
      ['Còn trong hạn', 'Trong số còn lại: lúc chốt kỳ chưa hết thời hạn.', LETTER_2],
      (fact, { until }) => isOpen(fact) && fact.legalEndAt >= until,
    ),
    indicator(
      'time',
      'openOverdue',
      ['Chưa trả lời, đã quá hạn', 'Trong số còn lại: lúc chốt kỳ đã hết thời hạn mà chưa trả lời.', LETTER_2],
      (fact, { until }) => isOpen(fact) && fact.legalEndAt < until,
    ),
    indicator(
      'afterwards',
      'extended',
      ['Gia hạn', 'Lần gia hạn được duyệt trong kỳ.', LETTER_2],
      ({ kind }) => kind === 'extension',
    ),
    indicator(
      'afterwards',
      'published',
      ['Công khai', 'Kết quả được duyệt công khai trong kỳ.', 'Nghị định 20/2008/NĐ-CP, Điều 19'],
      ({ kind }) => kind === 'publication',
    ),
    indicator('afterwards', 'rated', ['Có đánh giá', 'Lần đánh giá của người phản ánh ghi trong kỳ.', LETTER_2], rated),
    indicator(
      'afterwards',
      'satisfied',
      ['Hài lòng', 'Trong số có đánh giá: 4 hoặc 5 sao.', LETTER_2],
      (fact) => rated(fact) && (fact.stars ?? 0) >= 4,
    ),
    indicator(
      'afterwards',
      'dissatisfied',
      ['Không hài lòng', 'Trong số có đánh giá: 1 hoặc 2 sao.', LETTER_2],
      (fact) => rated(fact) && (fact.stars ?? 0) <= 2,
    ),
  ],
  derived: [
    {
      code: 'onTimeRate',
      name: 'Tỷ lệ đúng hạn',
      definition: 'Trả lời đúng hạn trên số đã trả lời, làm tròn đến 0,1%.',
      source: LETTER_2,
      rows: 'answeredOnTime',
      measure: { kind: 'share', of: 'answered' },
    },
    {
      code: 'meanDays',
      name: 'Số ngày trung bình',
      definition: 'Trung bình số ngày lịch từ khi bắt đầu tính thời hạn đến khi trả lời, của các phiếu đã trả lời.',
      source: LETTER_2,
      rows: 'answered',
      measure: { kind: 'meanDays' },
    },
    {
      code: 'satisfiedRate',
      name: 'Tỷ lệ hài lòng',
      definition: 'Hài lòng trên số có đánh giá, làm tròn đến 0,1%.',
      source: LETTER_2,
      rows: 'satisfied',
      measure: { kind: 'share', of: 'rated' },
    },
    {
      code: 'meanStars',
      name: 'Số sao trung bình',
      definition: 'Trung bình số sao của các lần đánh giá.',
      source: LETTER_2,
      rows: 'rated',
      measure: { kind: 'meanStars' },
    },
  ],
};

const SETS: readonly IndicatorSet[] = [FIRST];

/** The set by which a new report counts. */
export const CURRENT_INDICATORS: IndicatorSet = FIRST;

/** @throws RangeError for a version that never was */
export function indicatorsOf(version: number): IndicatorSet {
  const found = SETS.find((set) => set.version === version);
  if (found === undefined) throw new RangeError(`No indicators of version ${version}`);
  return found;
}

/** The balance of rule 65: what came in, and where it is. */
export const CAME = ['carried', 'received'] as const;
export const WENT = ['closed', 'returned', 'rejected', 'merged', 'open'] as const;

/** Codes of the numbers that a row counts in. */
export function marksOf(set: IndicatorSet, fact: Fact, window: Window): readonly string[] {
  return set.counts.filter(({ counts }) => counts(fact, window)).map(({ code }) => code);
}
