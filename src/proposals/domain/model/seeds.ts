import { bearsMarks, fold } from '../../../kernel/vietnamese.js';
import { AGENCY_PHRASES } from './agency-phrases.js';
import {
  answerOf,
  classifierOf,
  countTerms,
  evidenceOf,
  type Classifier,
  type LearntPaper,
  type Scored,
} from './bayes.js';
import { agencyClass, categoryOfClass } from './decided-model.js';
import { FIELD_PHRASES } from './field-phrases.js';
import { listed, phraseOf, phrasesIn, type Form } from './phrases.js';
import { isEmpty, isWithin } from './terms.js';

const PHRASES: Readonly<Record<string, readonly string[]>> = {
  ...FIELD_PHRASES,
  ...Object.fromEntries(Object.entries(AGENCY_PHRASES).map(([of, phrases]) => [agencyClass(of), phrases])),
};
/** Fields and agencies, as classes of a model. */
export const MATTER_CLASSES: readonly string[] = Object.keys(PHRASES);
/** Compounds that tell of no field: the words in them do not either. */
const NEUTRAL = listed(`
  nhà trường, học đường, cán bộ, bộ phận, điện thoại, số điện thoại, gọi điện, điện tử, tiếp tục, liên tục, gia đình, trường học, đi học, đến trường, xe đạp, thời
  gian, thông báo, nhắc nhở, yêu cầu, trả lời, mọi người, người dân, hai bên, bên cạnh, trước đây, ngày nào, đi lại, đưa ra, lần nào, phải không,
  hết sức, tài khoản, điều khoản, liên lạc, cá nhân, công khai, tính mạng, ngân hàng, cơ cấu, cấu trúc, danh mục, mục đích, kính gửi, kính mong,
  kính đề nghị, xếp hàng, xin lỗi, cuộc sống, chất lượng, môi trường giáo dục, môi trường học tập, xe khách, khai giảng, lạnh nhạt, trách nhiệm
`);

/** What is known of fields and agencies before anything is decided, in one form of writing. */
interface Seeds {
  readonly phrases: Classifier;
  /** Words of the phrases, for texts that say the same in another order. */
  readonly words: Classifier;
  readonly neutral: ReadonlySet<string>;
}

/** As how many papers the phrases of a class count against what a class has never shown. */
const SEED_WEIGHT = 6;
/** As how many papers all words of a class count, however many phrases it has. */
const EVEN = 100;
/** What stands where the matter is told counts so much more. */
const STRESSED = 1.4;
/** What a phrase of one word counts, and one of three and more. */
const ONE_WORD = 0.6;
const LONG = 1.3;
/** What a word that is a part of known phrases counts. */
const PART = 0.3;

const SEEDS: Readonly<Record<Form, Seeds>> = { marked: seedsOf('marked'), bare: seedsOf('bare') };

function seedsOf(form: Form): Seeds {
  const phrases = Object.entries(PHRASES).map(([of, all]) => ({
    of,
    all: all.map((phrase) => phraseOf(phrase, form)),
  }));
  const whole = phrases.map(({ of, all }): LearntPaper => {
    const terms = new Set(all.filter((phrase) => !isEmpty(phrase)));
    return { of, terms, weight: SEED_WEIGHT };
  });
  const words = phrases.flatMap(({ of, all }) =>
    all.map((phrase): LearntPaper => {
      const terms = new Set(phrase.split(' ').filter((word) => !isEmpty(fold(word))));
      return { of, terms, weight: EVEN / all.length };
    }),
  );
  return {
    phrases: classifierOf(countTerms(whole, 1)),
    words: classifierOf(countTerms(words, 1)),
    neutral: new Set(NEUTRAL.map((phrase) => phraseOf(phrase, form))),
  };
}

/**
 * Fields and agencies by the phrases of a text, before anything is decided; empty where nothing speaks for any.
 *
 * @param names schools that the text names: their words tell of no field
 * @param prior what speaks for a class beside the phrases, as logs
 */
export function knownMatters(
  text: string,
  names: readonly string[],
  prior: ReadonlyMap<string, number>,
): readonly Scored[] {
  const form = bearsMarks(text) ? 'marked' : 'bare';
  const { phrases, words, neutral } = SEEDS[form];
  const isKnown = (phrase: string): boolean => phrases.likelihood(phrase) !== null;
  const isOfName = isWithin(names);
  const found = phrasesIn(text, form, (phrase) => isKnown(phrase) || neutral.has(phrase)).filter(
    ({ phrase }) => !isOfName(fold(phrase)),
  );
  const stressed = new Set(found.flatMap(({ phrase, isStressed }) => (isStressed ? [phrase] : [])));
  const stress = (phrase: string): number => (stressed.has(phrase) ? STRESSED : 1);
  const all = found.map(({ phrase }) => phrase);
  const byPhrases = evidenceOf(phrases, all, (phrase) => weightOfPhrase(phrase) * stress(phrase));
  const parts = all.filter((phrase) => !isKnown(phrase));
  const byWords = evidenceOf(words, parts, (word) => PART * stress(word));
  const isSilent = byPhrases.size === 0 && byWords.size === 0 && !speaksForField(prior);
  return isSilent ? [] : answerOf(MATTER_CLASSES, [prior, byWords, byPhrases]);
}

function speaksForField(prior: ReadonlyMap<string, number>): boolean {
  return [...prior].some(([of, log]) => log > 0 && categoryOfClass(of) !== null);
}

function weightOfPhrase(phrase: string): number {
  const words = phrase.split(' ').length;
  if (words > 2) return LONG;
  return words === 2 || isAbbreviation(phrase) ? 1 : ONE_WORD;
}

/** `bhxh`: as telling as the words that it stands for. */
function isAbbreviation(word: string): boolean {
  return !/[aeiouy]/u.test(fold(word));
}
