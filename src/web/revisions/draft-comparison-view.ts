import {
  isChanged,
  type ComparedParagraph,
  type ComparedPart,
  type Comparison,
} from '../../drafting/domain/comparison.js';
import type { ComparedBlockView, DraftComparisonView } from './draft-comparison-page.js';
import { count } from '../kit/words/numbers.js';
import { letterName } from '../drafting/draft-view.js';
import { draftHref, revisionHref, revisionWords } from './draft-revisions.js';
import type { ComparisonReading } from './revision-page-query.js';

/** Paragraphs without a change that are shown on each side of one. */
const AROUND = 1;

export function draftComparisonView({
  draft,
  revisions,
  before,
  after,
  comparison,
}: ComparisonReading): DraftComparisonView {
  const parts = comparison.kind === 'compared' ? comparison.parts : [];
  const changed = parts.filter(({ paragraphs }) => paragraphs.some(isChanged));
  return {
    draft: { href: draftHref(draft.id), label: `Bản đang mở: bản ${String(draft.revision)}` },
    action: `${draftHref(draft.id)}/so-sanh`,
    heading: `So sánh bản ${String(before.revision)} với bản ${String(after.revision)}, ${letterName(draft).toLocaleLowerCase('vi')}`,
    sides: [before, after].map((line) => ({
      title: `Bản ${String(line.revision)}`,
      href: revisionHref(draft.id, line.revision),
      words: revisionWords(line),
    })),
    summary: summaryOf(comparison, changed),
    parts: changed.map(({ label, paragraphs }) => ({ label, blocks: blocksOf(paragraphs) })),
    unchanged: changed.length === 0 ? [] : parts.filter((part) => !changed.includes(part)).map(({ label }) => label),
    choices: revisions.map(({ revision }) => ({ value: String(revision), label: `Bản ${String(revision)}` })),
    chosen: { before: String(before.revision), after: String(after.revision) },
  };
}

function summaryOf({ kind }: Comparison, changed: readonly ComparedPart[]): string {
  if (kind === 'tooLarge')
    return 'Hai bản quá dài và khác nhau quá nhiều nên không so được từng từ. Mở trang in của từng bản để đọc cạnh nhau.';
  if (changed.length === 0) return 'Hai bản có lời như nhau.';
  return `Khác nhau ở ${count(changed.length)} phần.`;
}

/** Changed paragraphs with what stands around them; long stretches without a change are only counted. */
function blocksOf(paragraphs: readonly ComparedParagraph[]): readonly ComparedBlockView[] {
  const blocks: ComparedBlockView[] = [];
  let skipped = 0;
  const skip = (): void => {
    if (skipped > 0) blocks.push({ kind: 'skipped', words: `… ${count(skipped)} đoạn không đổi …` });
    skipped = 0;
  };
  paragraphs.forEach((paragraph, at) => {
    if (!paragraphs.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(isChanged)) {
      skipped += 1;
      return;
    }
    skip();
    blocks.push({ kind: 'paragraph', stretches: paragraph.stretches });
  });
  skip();
  return blocks;
}
