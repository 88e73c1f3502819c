import { canonicalJson } from '../../kernel/canonical-json.js';
import { isLostLetter } from './lost-number.js';
import type { LineAct } from './register-line.js';

export type Facts = Readonly<Record<string, unknown>>;

/** The last act upon a line, in the order of a chain. */
export interface LastWord {
  readonly seq: number;
  readonly number: number;
  readonly text: string;
  readonly facts: Facts;
}

/** What an act may change of a line; nothing else. */
const CHANGED_BY: Readonly<Record<LineAct, readonly string[]>> = {
  entered: [],
  amended: ['documentId'],
  sealed: ['state', 'sealedSha256'],
  released: ['state', 'releasedAt'],
  voided: ['state', 'voidReason'],
  recalled: ['recalledAt', 'recallReason'],
  takenBack: ['takenBackAt'],
  takenOver: [],
  numbered: ['number', 'arrivalDate', 'givenBy'],
  carried: [],
  recovered: [
    ...['state', 'voidReason', 'sealedSha256', 'releasedAt', 'notation', 'issuedDate', 'typeName', 'subject'],
    ...['signerName', 'recipients', 'keeper', 'replyToId'],
  ],
};

/** What may still be done to a line that another register made. It is not sealed, voided or recalled here, for it was sent from elsewhere. */
const ON_TAKEN_OVER: ReadonlySet<LineAct> = new Set<LineAct>(['amended', 'takenBack']);

/** The states of a letter from which an act may come; the incoming register knows no states. */
const FROM: Readonly<Partial<Record<LineAct, readonly unknown[]>>> = {
  amended: [undefined],
  sealed: ['numbered'],
  released: ['sealed'],
  voided: ['numbered', 'sealed'],
  recalled: ['released'],
  takenBack: [undefined],
  numbered: [undefined],
  carried: [undefined],
  recovered: ['voided'],
};

/** Whether the program could have written this entry: the chain alone would take any well-hashed entry at its end. */
export function isPossible(
  { act, number, facts }: { readonly act: LineAct; readonly number: number; readonly facts: Facts },
  before: LastWord | null,
): boolean {
  if (facts['number'] !== number) return false;
  const begins = act === 'entered' || act === 'takenOver';
  if (before === null || begins) return before === null && begins && mayBegin(act, facts);
  return (
    mayFollow(act, before) &&
    isNumbering(act, { number, facts }, before) &&
    changesOf(facts, before.facts).every((name) => CHANGED_BY[act].includes(name))
  );
}

/** A line of another register says so, and no other does. */
function mayBegin(act: LineAct, facts: Facts): boolean {
  return (act === 'takenOver') === 'takenOver' in facts;
}

/** Only a line that waits gets a number, with its source, or goes into another year's book. */
function isNumbering(
  act: LineAct,
  after: { readonly number: number; readonly facts: Facts },
  before: LastWord,
): boolean {
  if (act === 'carried') return before.number < 1;
  return act !== 'numbered' || (before.number < 1 && after.number >= 1 && 'givenBy' in after.facts);
}

function mayFollow(act: LineAct, { facts: before }: LastWord): boolean {
  if ('takenOver' in before && !ON_TAKEN_OVER.has(act)) return false;
  if (act === 'recovered' && !isLostLetter(before)) return false;
  return FROM[act]?.includes(before['state']) === true;
}

function changesOf(after: Facts, before: Facts): readonly string[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...names].filter((name) => canonicalJson(after[name] ?? null) !== canonicalJson(before[name] ?? null));
}
