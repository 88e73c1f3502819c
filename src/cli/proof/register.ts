import { awaitingWords } from '../../documents/domain/arrival/arrival-number.js';
import { givenThereWords } from '../../documents/domain/given-number.js';
import { CheckRegister, type BookOfYear } from '../../documents/index.js';
import type { RegisterVerdict } from '../../documents/domain/register-check.js';
import { registerFlawSentence } from '../../documents/domain/register-flaw-words.js';
import { BOOKS, type Book } from '../../documents/domain/register.js';
import type { GivenAnchor } from '../files/given-anchor.js';
import { readArguments } from '../command-line.js';
import { unusable, type CommandOutcome } from '../outcome.js';
import { withProofContext, type AnchorsAsked, type OpenProofContext } from './proofs.js';

const BOOK_WORDS: Readonly<Record<Book, string>> = {
  incoming: 'Sổ văn bản đến',
  outgoing: 'Sổ văn bản đi',
  copies: 'Sổ văn bản sao',
};

type Anchors = readonly GivenAnchor[];

type Given = ReturnType<typeof readArguments<'register'>>['values'];

interface Asked extends AnchorsAsked {
  readonly book: Book | undefined;
  readonly year: number | undefined;
  readonly json: boolean;
}

/**
 * `hoi-am register check`: each register of each year proves itself. One JSON object a book and year, or a line to read.
 *
 * Status 0 when all are whole, 1 when one is not, 2 when no such book is there.
 */
export async function runRegister(
  args: readonly string[],
  openProofContext: OpenProofContext,
): Promise<CommandOutcome> {
  const asked = wanted(readArguments('register', args).values);
  if (typeof asked === 'string') return unusable(asked);
  return withProofContext(asked, openProofContext, (context, anchors) =>
    checkAll(context.get(CheckRegister), asked, anchors),
  );
}

async function checkAll(checkRegister: CheckRegister, asked: Asked, anchors: Anchors): Promise<CommandOutcome> {
  const books = booksOf(await checkRegister.books(), anchors).filter((one) => isAsked(one, asked));
  if (books.length === 0) return unusable('Chưa có sổ nào của năm và loại đã nêu.');
  const verdicts: RegisterVerdict[] = [];
  for (const book of books) verdicts.push(await checkRegister.check(book, headsIn(anchors, book)));
  return {
    exitCode: verdicts.every(({ accept }) => accept) ? 0 : 1,
    lines: verdicts.map((verdict) => (asked.json ? asJson(verdict) : asText(verdict))),
    messages: verdicts.flatMap((verdict) =>
      verdict.flaws.map((flaw) => `${nameOf(verdict)}: ${registerFlawSentence(flaw)}`),
    ),
  };
}

/** The books that are there and those that anchors say were there. */
function booksOf(present: readonly BookOfYear[], anchors: Anchors): readonly BookOfYear[] {
  const all = [...present, ...anchors.flatMap(({ registers }) => registers)];
  return [...new Map(all.map(({ book, year }) => [`${book} ${year}`, { book, year }])).values()];
}

function headsIn(anchors: Anchors, { book, year }: BookOfYear) {
  return anchors.flatMap(({ registers }) => registers.filter((one) => one.book === book && one.year === year));
}

function isAsked(one: BookOfYear, { book = one.book, year = one.year }: Asked): boolean {
  return one.book === book && one.year === year;
}

function asJson({ book, year, from, to, present, voided, gaps, duplicates, chain, ...rest }: RegisterVerdict): string {
  const { brokenAt, accept, givenThere, awaiting } = rest;
  const counts = { from, to, present, voided, givenThere, awaiting };
  return JSON.stringify({ book, year, ...counts, gaps, duplicates, chain, brokenAt, accept });
}

function asText(verdict: RegisterVerdict): string {
  const { to, present, voided, givenThere, awaiting, accept, flaws } = verdict;
  const counts = `số 1 đến ${to}, ${present} dòng, ${voided} số hủy${givenThereWords(givenThere)}`;
  const numbers = `${to === 0 ? 'chưa cấp số nào' : counts}${awaitingWords(awaiting)}`;
  return `${nameOf(verdict)}: ${numbers}; ${accept ? 'toàn vẹn' : `không toàn vẹn, ${flaws.length} điều sai`}`;
}

function nameOf({ book, year }: BookOfYear): string {
  return `${BOOK_WORDS[book]} năm ${year}`;
}

function wanted({ book: name, year, anchor, key, json = false }: Given): Asked | string {
  const book = BOOKS.find((one) => one === name);
  if (name !== undefined && !book) return `Không có sổ "${name}": chọn incoming, outgoing hoặc copies.`;
  if (year !== undefined && !/^\d{4}$/u.test(year)) return `Năm "${year}" phải có bốn chữ số.`;
  return { book, year: year === undefined ? undefined : Number(year), anchors: anchor, key, json };
}
