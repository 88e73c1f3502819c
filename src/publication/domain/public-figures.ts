/** What is counted for the public; each is shown with its meaning. */
export const FIGURES = ['received', 'answered', 'onTime', 'open', 'rated', 'stars'] as const;

export type Figure = (typeof FIGURES)[number];

export const FIGURE_WORDS: Readonly<Record<Figure, { readonly name: string; readonly meaning: string }>> = {
  received: {
    name: 'Đã nhận',
    meaning: 'Phiếu Sở nhận trong tháng, tính theo ngày nhận; phiếu gộp vào phiếu khác không tính.',
  },
  answered: { name: 'Đã trả lời', meaning: 'Trong số đã nhận, phiếu mà lần xử lý gần nhất đã có câu trả lời.' },
  onTime: {
    name: 'Đúng hạn',
    meaning: 'Trong số đã trả lời, phiếu được trả lời không sau ngày hết hạn của lần xử lý gần nhất.',
  },
  open: { name: 'Đang giải quyết', meaning: 'Trong số đã nhận, phiếu chưa kết thúc.' },
  rated: { name: 'Lượt đánh giá', meaning: 'Trong số đã nhận, phiếu được người phản ánh đánh giá.' },
  stars: {
    name: 'Điểm trung bình',
    meaning:
      'Trung bình số sao (1 đến 5) của các lượt đánh giá; để trống khi có dưới 5 lượt, hoặc khi từ đó suy ra được điểm của dưới 5 lượt ở dòng khác.',
  },
};

/** How many judgements there must be before their mean is shown: of fewer, those concerned would know who gave which. */
export const MIN_RATINGS = 5;

/** Counts as they are added up. `stars` is their sum. */
export type Counts = Readonly<Record<Figure, number>>;

/** Counts as they are shown. `stars` is their mean to one decimal, null while there are too few. */
export type ShownCounts = Readonly<Record<Exclude<Figure, 'stars'>, number>> & { readonly stars: number | null };

export interface PublicFigures {
  /** Oldest first. */
  readonly months: readonly (ShownCounts & { readonly month: string })[];
  /** All these months together, by field; the largest first. */
  readonly categories: readonly (ShownCounts & { readonly name: string })[];
  readonly total: ShownCounts;
}

const NOTHING: Counts = { received: 0, answered: 0, onTime: 0, open: 0, rated: 0, stars: 0 };

export function sumOf(rows: readonly Counts[]): Counts {
  return rows.reduce<Counts>(
    (sum, row) => ({
      received: sum.received + row.received,
      answered: sum.answered + row.answered,
      onTime: sum.onTime + row.onTime,
      open: sum.open + row.open,
      rated: sum.rated + row.rated,
      stars: sum.stars + row.stars,
    }),
    NOTHING,
  );
}

export function shownCounts({ stars, ...counts }: Counts): ShownCounts {
  return { ...counts, stars: counts.rated < MIN_RATINGS ? null : Math.round((10 * stars) / counts.rated) / 10 };
}

/**
 * Lines that stand under one total. Where fewer than `MIN_RATINGS` judgements are without a mean, the total without the other lines would tell theirs: the
 * line with the fewest of the others has none either.
 */
function shownTogether<Of>(lines: readonly { readonly of: Of; readonly counts: Counts }[]): (Of & ShownCounts)[] {
  const all = lines.map(({ counts }) => counts);
  const withMean = all.filter(({ rated }) => rated >= MIN_RATINGS);
  const without = sumOf(all.filter((counts) => !withMean.includes(counts))).rated;
  const [fewest] = withMean.toSorted((one, other) => one.rated - other.rated);
  const covered = without > 0 && without < MIN_RATINGS ? fewest : undefined;
  return lines.map(({ of, counts }) => ({ ...of, ...shownCounts(counts), ...(counts === covered && { stars: null }) }));
}

/**
 * The figures of some months.
 *
 * @param counted of each month the counts of each field, by the name of the field
 */
export function publicFigures(
  counted: readonly { readonly month: string; readonly byCategory: ReadonlyMap<string, Counts> }[],
): PublicFigures {
  const names = [...new Set(counted.flatMap(({ byCategory }) => [...byCategory.keys()]))];
  const fields = names.map((name) => ({
    of: { name },
    counts: sumOf(counted.map(({ byCategory }) => byCategory.get(name) ?? NOTHING)),
  }));
  const months = counted.map(({ month, byCategory }) => ({ of: { month }, counts: sumOf([...byCategory.values()]) }));
  return {
    months: shownTogether(months),
    categories: shownTogether(fields).sort(
      (one, other) => other.received - one.received || one.name.localeCompare(other.name, 'vi'),
    ),
    total: shownCounts(sumOf(months.map(({ counts }) => counts))),
  };
}

/** `2026-03` and the eleven months before it, oldest first. */
export function lastMonths(day: string, many = 12): readonly string[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return Array.from({ length: many }, (_, step) => {
    const at = year * 12 + month - 1 - (many - 1 - step);
    return `${String(Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}
