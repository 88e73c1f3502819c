import { beginningOf } from '../../../kernel/beginning-of.js';
import { bearsMarks, fold, spelling } from '../../../kernel/vietnamese.js';
import type { Nature } from '../ticket-state.js';
import { EVIDENCE, type Element, type Evidence } from './nature-evidence.js';
import { A_NAME, LESSON, QUESTION, SETTLED } from './nature-phrases.js';
import { NATURE_WORDS } from './intake-nature.js';
import { OWN_NAMES, SIGNS } from './nature-signs.js';
import { inFull } from './short-forms.js';
import type { Sign } from './sign.js';

/** What words may be in law, and by which of them. */
export interface SuspectedNature {
  /** `feedback` where a paper calls itself something that its content does not show. */
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
/** How many sentences stand near to each other. */
const NEAR = 4;
/** What stands near these was told of something else. */
const ELSEWHERE = [...LESSON, ...QUESTION, ...SETTLED];
/** Not the points of initials, nor those in numbers: `thầy Ng. V. A. dạy Toán`, `1.200.000 đồng`. */
const SENTENCE_ENDS = /(?:[!?;\n]|(?<!(?:^|[\s.])\p{Lu}[ghr]?)\.(?!\d))+/u;
/** Signs that are no words. */
const QUOTING = /["“”'‘’()[\]…–]/gu;
/** A pause is a word of its own, not one inside of a number: `phong bì , quà`, but `7,8`. */
const PAUSE = /[,:](?!\d)/gu;
/** Somebody by a title and a name; `tiếng Anh B` is nobody. */
const NAMED = /(?:(?<=\s)(?:thầy|cô|ông|bà|anh|chị|chú)|^(?:Thầy|Cô|Ông|Bà|Anh|Chị|Chú)) \p{Lu}/u;
const NONE: readonly string[] = [];
/** Stands for `…` while marks are taken off. */
const GAP = '_';
/** Before a phrase that is looked for in texts with marks only. */
const MARKED_ONLY = '~';

/** A text in sentences, whether it is written with its marks, and which of its sentences say one of a list of phrases, as far as somebody has asked. */
interface Paper {
  readonly sentences: readonly { readonly written: string; readonly read: string }[];
  readonly form: 'marked' | 'bare';
  readonly said: Map<readonly string[], readonly boolean[]>;
}

/**
 * What the words may be in law; null where nothing hints at anything else than feedback. A suggestion to a clerk, never a decision: the clerk who classifies
 * reads the words. A paper is what it tells and wants, whatever it calls itself: one that only calls itself a denunciation or a complaint is proposed as
 * feedback, with that name told, and is refused by no rule before a clerk has read it.
 *
 * Source: Luật Khiếu nại 2011, Điều 2 khoản 1; Luật Tố cáo 2018, Điều 2 khoản 1, Điều 47; Luật Trẻ em 2016, Điều 51; Thông tư 05/2021/TT-TTCP, Điều 6 (unconfirmed).
 */
export function suspectedNature(words: string): SuspectedNature | null {
  const paper = paperOf(words.length <= 2 * READ ? words : `${words.slice(0, READ)}\n${words.slice(-READ)}`);
  return bySign(paper) ?? byEvidence(paper) ?? byOwnName(paper);
}

/** What a clerk is told of it, who has the choice. */
export function suspicionWords({ nature, shows, quote, besides }: SuspectedNature): string {
  const named = (one: Nature): string => NATURE_WORDS[one].toLocaleLowerCase('vi');
  const more = besides.length === 0 ? '' : ` Trong đơn cũng có dấu hiệu ${besides.map(named).join(', ')}.`;
  return `Có thể là ${named(nature)}: ${shows} (“${quote}”).${more} Đọc kỹ rồi chọn.`;
}

function bySign(paper: Paper): SuspectedNature | null {
  const found = SIGNS.filter((sign) => firstSaying(paper, sign) !== -1 && stands(paper, sign));
  const [first] = found;
  if (first === undefined) return null;
  const { nature, shows } = first;
  const besides = [...new Set(found.map((sign) => sign.nature))].filter((one) => one !== nature);
  return { nature, shows, quote: quoted(paper, firstSaying(paper, first)), besides };
}

/** What enough elements make together, close to each other: a long letter has some of each somewhere. */
function byEvidence(paper: Paper): SuspectedNature | null {
  for (const evidence of EVIDENCE.filter(({ without = NONE }) => !isSaid(paper, without))) {
    for (const start of paper.sentences.keys()) {
      const shown = shownFrom(paper, evidence, start);
      if (shown !== null)
        return { nature: evidence.nature, shows: `cùng có ${shown}`, quote: quoted(paper, start), besides: [] };
    }
  }
  return null;
}

/** `một người cụ thể; tiền, tài sản; …`, or null where there is too little from this sentence on. */
function shownFrom(paper: Paper, { needed, enough, others }: Evidence, start: number): string | null {
  const isShown = ({ phrases }: Element): boolean => isSaid(paper, phrases, start);
  if (isSaid(paper, ELSEWHERE, start) || !needed.every(isShown)) return null;
  const beside = others.filter(isShown);
  return beside.length < enough ? null : [...needed, ...beside].map(({ shows }) => shows).join('; ');
}

/** What a paper calls itself that its content does not show. */
function byOwnName(paper: Paper): SuspectedNature | null {
  for (const name of [OWN_NAMES.denunciation, OWN_NAMES.complaint]) {
    const at = firstSaying(paper, name);
    if (at !== -1) return { nature: 'feedback', shows: name.shows, quote: quoted(paper, at), besides: [] };
  }
  return null;
}

function paperOf(text: string): Paper {
  const form = bearsMarks(text) ? 'marked' : 'bare';
  const sentences = text
    .split(SENTENCE_ENDS)
    .map((sentence) => sentence.trim())
    .map((written) => ({
      written,
      read: READ_AS[form](withName(inFull(written.replace(QUOTING, ' ').replace(PAUSE, ' , ')))),
    }))
    .filter(({ read }) => read !== '');
  return { sentences, form, said: new Map() };
}

function withName(sentence: string): string {
  return NAMED.test(sentence) ? `${sentence} ${A_NAME}` : sentence;
}

function quoted({ sentences }: Paper, at: number): string {
  return beginningOf(sentences[at]?.written ?? '', MAX_QUOTE_LENGTH);
}

/** The first sentence that says it, and not of something else; -1 where none does. */
function firstSaying(paper: Paper, { phrases, unless = NONE }: Pick<Sign, 'phrases' | 'unless'>): number {
  const elsewhere = sayings(paper, unless);
  return sayings(paper, phrases).findIndex((isSaying, at) => isSaying && elsewhere[at] !== true);
}

/** Whether the rest of the text says what the sign asks for besides, and nothing that it excludes. */
function stands(paper: Paper, { beside = [], without = NONE }: Sign): boolean {
  return beside.every((phrases) => isSaid(paper, phrases)) && !isSaid(paper, without);
}

/** Whether one of the phrases stands anywhere, or, from a sentence on, near to it. */
function isSaid(paper: Paper, phrases: readonly string[], start?: number): boolean {
  const all = sayings(paper, phrases);
  return (start === undefined ? all : all.slice(start, start + NEAR)).includes(true);
}

/** Which sentences say one of the phrases. */
function sayings({ sentences, form, said }: Paper, phrases: readonly string[]): readonly boolean[] {
  const known = said.get(phrases);
  if (known) return known;
  const expression = expressionOf(phrases, form);
  const made = sentences.map(({ read }) => expression.test(read));
  said.set(phrases, made);
  return made;
}

const READ_AS = { marked: spelled, bare: fold } as const;

const expressions = {
  marked: new Map<readonly string[], RegExp>(),
  bare: new Map<readonly string[], RegExp>(),
} as const;

/** One expression for each list, made when it is first asked for. */
function expressionOf(phrases: readonly string[], form: Paper['form']): RegExp {
  const known = expressions[form].get(phrases);
  if (known) return known;
  const looked = form === 'marked' ? phrases : phrases.filter((phrase) => !phrase.startsWith(MARKED_ONLY));
  const all = looked.map((phrase) => READ_AS[form](phrase.replace(MARKED_ONLY, '').replaceAll(' … ', GAP)));
  const made = compiled(all.length === 0 ? NEVER : all.join('|'));
  expressions[form].set(phrases, made);
  return made;
}

/** Matches nothing. */
const NEVER = '(?!)';

function compiled(phrase: string): RegExp {
  const words = phrase.replaceAll('*', '\\S+').replaceAll(GAP, '(?: \\S+){0,10}? ');
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])`, 'u');
}

/** Each word with its marks in one spelling: `hoà` is `hòa`. */
function spelled(text: string): string {
  return text
    .replace(/[\p{L}\p{M}]+/gu, spelling)
    .replace(/\s+/gu, ' ')
    .trim();
}
