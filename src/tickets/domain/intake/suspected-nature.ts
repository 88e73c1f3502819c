import { beginningOf } from '../../../kernel/beginning-of.js';
import type { Nature } from '../ticket-state.js';
import { HAPPENING_SIGNS, SELF_HARM_SIGNS, SURE_SELF_HARM_SIGNS } from './danger-signs.js';
import { NATURE_WORDS } from './intake-nature.js';
import { natureScores, type NatureScores, type OtherLearnt } from './nature-scores.js';
import { OWN_NAMES, SECRET_SIGNS } from './nature-signs.js';
import { paperOf, sentenceWith, type Paper, type Sign } from './sign.js';

/** What words may be in law, and by which of them. */
export interface SuspectedNature {
  /** `feedback` where a paper calls itself something that its content does not show, or where it is not clear what it is. */
  readonly nature: Nature;
  /** `có trẻ không rõ đang ở đâu` */
  readonly shows: string;
  /** The sentence that shows it, cut short. */
  readonly quote: string;
  /** What else the words may be: one paper often brings several matters, each with a law of its own. */
  readonly besides: readonly Nature[];
}

/** Of a longer text the beginning and the end are read: what somebody wants stands in one of them. */
const READ = 6000;
const MAX_QUOTE_LENGTH = 160;

/** The words of a ticket never change, and its pages ask about them again and again: so many answers are kept, under what was read of the words. */
const KEPT = 100;
const found = new Map<string, SuspectedNature | null>();

/** What a chance counts for: a complaint must be clearly likelier than feedback. Set by what other papers say of each. */
const STAKES = { feedback: 1, complaint: 0.8, denunciation: 1, emergency: 1 } as const;
/** From these chances on a kind is told, beside another one or as a doubt about feedback. */
const WORTH_TELLING = { besides: 0.2, doubt: 0.35 } as const;
/** From this chance on a sign that is not sure is believed; below, it is said in a lesson, of a wish or long ago. */
const BELIEVED = { selfHarm: 0.02, happening: 0.2 } as const;

/** What is learnt, and what it is in law. */
const KINDS = {
  complaint: ['complaint'],
  denunciation: ['denunciation', 'protection'],
  emergency: ['emergency'],
} as const satisfies Partial<Record<Nature, readonly OtherLearnt[]>>;

type LearntNature = keyof typeof KINDS;
const LEARNT_NATURES = Object.keys(KINDS) as readonly LearntNature[];

/** Where the words of a kind are often met, as the clerk is told. */
const MET_IN: Readonly<Record<OtherLearnt, string>> = {
  complaint: 'đơn khiếu nại',
  denunciation: 'đơn tố cáo',
  protection: 'đề nghị bảo vệ người tố cáo',
  emergency: 'tin báo việc khẩn cấp',
};
/** How many pairs of words are told. */
const TOLD = 3;

/** Where something stands in a text. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * What the words may be in law; null where nothing hints at anything else than feedback. A suggestion to a clerk, never a decision: the clerk who classifies
 * reads the words. A paper is what it tells and wants, whatever it calls itself: one that only calls itself a denunciation or a complaint is proposed as
 * feedback, with that name told, and is refused by no rule before a clerk has read it. Danger goes before all, and state secrets before what is learnt.
 *
 * Source: Luật Khiếu nại 2011, Điều 2 khoản 1; Luật Tố cáo 2018, Điều 2 khoản 1, Điều 47; Luật Trẻ em 2016, Điều 51; Thông tư 05/2021/TT-TTCP, Điều 6 (unconfirmed).
 */
export function suspectedNature(words: string): SuspectedNature | null {
  const text = words.length <= 2 * READ ? words : `${words.slice(0, READ)}\n${words.slice(-READ)}`;
  const known = found.get(text);
  if (known !== undefined) return known;
  const suspicion = suspicionOf(text);
  const [oldest] = found.keys();
  if (found.size >= KEPT && oldest !== undefined) found.delete(oldest);
  found.set(text, suspicion);
  return suspicion;
}

function suspicionOf(text: string): SuspectedNature | null {
  const paper = paperOf(text);
  const scores = natureScores(text);
  const { emergency } = scores.chances;
  const selfHarm = emergency >= BELIEVED.selfHarm ? SELF_HARM_SIGNS : [];
  const happening = emergency >= BELIEVED.happening ? HAPPENING_SIGNS : [];
  return (
    bySign(paper, scores, [...SURE_SELF_HARM_SIGNS, ...selfHarm, ...happening, ...SECRET_SIGNS]) ??
    byWords(paper, scores) ??
    byOwnName(paper, scores) ??
    byOneSentence(paper, scores) ??
    byDoubt(paper, scores)
  );
}

/** The same of feedback with what it is about: danger may stand there alone. What the words say again counts once. */
export function suspectedOfFeedback({
  subject,
  words,
}: {
  readonly subject: string;
  readonly words: string;
}): SuspectedNature | null {
  return suspectedNature(words.includes(subject.trim()) ? words : `${subject}\n${words}`);
}

/** What a clerk is told of it, who has the choice. */
export function suspicionWords({ nature, shows, quote, besides }: SuspectedNature): string {
  const named = (one: Nature): string => NATURE_WORDS[one].toLocaleLowerCase('vi');
  const more = besides.length === 0 ? '' : ` Trong đơn cũng có dấu hiệu ${besides.map(named).join(', ')}.`;
  return `Có thể là ${named(nature)}: ${shows} (“${quote}”).${more} Đọc kỹ rồi chọn.`;
}

function bySign(paper: Paper, scores: NatureScores, signs: readonly Sign[]): SuspectedNature | null {
  for (const sign of signs) {
    const sentence = sentenceWith(paper, sign);
    if (sentence !== null) return suspected(sign, sentence, scores);
  }
  return null;
}

/** What the words are by all that was learnt. */
function byWords(paper: Paper, scores: NatureScores): SuspectedNature | null {
  const worth = (nature: LearntNature): number => chanceOf(nature, scores) * STAKES[nature];
  const likeliest = LEARNT_NATURES.reduce((best, nature) => (worth(nature) > worth(best) ? nature : best));
  if (worth(likeliest) <= scores.chances.feedback * STAKES.feedback) return null;
  const { shows, sentence } = metIn(paper, scores, likeliest);
  return suspected({ nature: likeliest, shows }, sentence, scores);
}

/** What a paper calls itself that its content does not show. */
function byOwnName(paper: Paper, scores: NatureScores): SuspectedNature | null {
  for (const { shows, ...name } of [OWN_NAMES.denunciation, OWN_NAMES.complaint]) {
    const sentence = sentenceWith(paper, name);
    if (sentence !== null) return suspected({ nature: 'feedback', shows }, sentence, scores);
  }
  return null;
}

/** Danger that one sentence tells and the rest of the paper outweighs: a question beside other questions. */
function byOneSentence(paper: Paper, scores: NatureScores): SuspectedNature | null {
  for (const sign of HAPPENING_SIGNS) {
    const sentence = sentenceWith(paper, sign);
    if (sentence === null || natureScores(sentence).chances.emergency < BELIEVED.happening) continue;
    const doubt = suspected({ nature: 'feedback', shows: `chưa rõ hẳn, ${sign.shows}` }, sentence, scores);
    return { ...doubt, besides: ['emergency', ...doubt.besides.filter((kind) => kind !== 'emergency')] };
  }
  return null;
}

/** Feedback that may be something else. */
function byDoubt(paper: Paper, scores: NatureScores): SuspectedNature | null {
  const [first] = likely(scores, WORTH_TELLING.doubt);
  if (first === undefined) return null;
  const { shows, sentence } = metIn(paper, scores, first);
  return suspected({ nature: 'feedback', shows: `chưa rõ hẳn, ${shows}` }, sentence, scores);
}

function suspected(
  { nature, shows }: Pick<SuspectedNature, 'nature' | 'shows'>,
  sentence: string,
  scores: NatureScores,
): SuspectedNature {
  const quote = beginningOf(sentence, MAX_QUOTE_LENGTH);
  return { nature, shows, quote, besides: likely(scores, WORTH_TELLING.besides).filter((kind) => kind !== nature) };
}

/** What is likely enough to be told, the likeliest first. */
function likely(scores: NatureScores, least: number): readonly LearntNature[] {
  const told = LEARNT_NATURES.filter((nature) => chanceOf(nature, scores) >= least);
  return told.toSorted((one, other) => chanceOf(other, scores) - chanceOf(one, scores));
}

function chanceOf(nature: LearntNature, { chances }: NatureScores): number {
  return KINDS[nature].reduce((sum, kind) => sum + chances[kind], 0);
}

/** The neighbouring words that speak most for a kind, as they are written, and the sentence that does. */
function metIn({ text, sentences }: Paper, { chances, terms }: NatureScores, nature: LearntNature) {
  const kinds: readonly OtherLearnt[] = KINDS[nature];
  const kind = kinds.reduce((best, other) => (chances[other] > chances[best] ? other : best));
  const weight = (span: Span): number =>
    terms.reduce((sum, term) => (isWithin(term, span) ? sum + term.for[kind] : sum), 0);
  const pairs = terms
    .filter(({ key }) => / /u.test(key) && !/\d/u.test(key))
    .map((span) => ({ ...span, weight: weight(span) }));
  const told: Span[] = [];
  for (const pair of pairs.toSorted((one, other) => other.weight - one.weight)) {
    const isApart = told.every(({ from, to }) => pair.to <= from || to <= pair.from);
    if (told.length < TOLD && pair.weight > 0 && isApart) told.push(pair);
  }
  const words = told.map(({ from, to }) => `“${text.slice(from, to)}”`).join(', ');
  const weights = sentences.map(weight);
  const sentence = sentences[weights.indexOf(Math.max(...weights))]?.written ?? '';
  return { shows: `${words === '' ? 'cách viết' : `những chữ ${words}`} thường gặp trong ${MET_IN[kind]}`, sentence };
}

function isWithin(term: Span, { from, to }: Span): boolean {
  return term.from >= from && term.to <= to;
}
