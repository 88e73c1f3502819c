import { nameIn } from './read-statement.js';

type Words = readonly string[];

const AGGREGATES = ['SUM', 'COUNT', 'MIN', 'MAX', 'AVG', 'STRING_AGG'];
const UNITING = ['UNION', 'EXCEPT', 'INTERSECT'];
const AFTER_GROUPS = ['HAVING', 'ORDER', 'OFFSET'];

/** Error 130: a question inside what is summed or counted. */
export function aggregatesSubquery(words: Words): boolean {
  return words.some(
    (word, at) =>
      AGGREGATES.includes(word) && words[at + 1] === '(' && words.slice(at, endOf(words, at + 1)).includes('SELECT'),
  );
}

/** Error 1033: rows are put in order only where somebody reads them, or some of them are taken. */
export function ordersInside(words: Words): boolean {
  return insidesOf(words).some(({ inside }) => {
    const own = outermost(inside);
    return own.includes('ORDER') && !own.includes('OFFSET') && !own.includes('TOP');
  });
}

/** Errors 102, 8155, 8156: a table that a question makes has a name, as have its columns, each another. */
export function derivesBadly(words: Words): boolean {
  return insidesOf(words).some(({ at, end, inside }) => {
    if (!['FROM', 'JOIN'].includes(words[at - 1] ?? '')) return false;
    const names = columnsOf(outermost(inside));
    const isNamed = words[end + 1] === 'AS' || /^(?:"|[A-Z])/u.test(words[end + 1] ?? '');
    return !isNamed || names.includes(null) || new Set(names).size !== names.length;
  });
}

/** Error 207: groups are made by columns, not by what the answer calls its own. */
export function groupsByAlias(words: Words): boolean {
  return [words, ...insidesOf(words).map(({ inside }) => inside)].flatMap(selectsOf).some((select) => {
    const start = select.indexOf('GROUP');
    if (start < 0) return false;
    const end = select.findIndex((word, at) => at > start && AFTER_GROUPS.includes(word));
    const groups = select.slice(start + 2, end < 0 ? undefined : end);
    return groups.some((name, at) => isAlone(groups, at) && isMadeIn(select, name));
  });
}

function isAlone(list: Words, at: number): boolean {
  return list[at]?.startsWith('"') === true && list[at - 1] !== '.' && list[at + 1] !== '.';
}

/** `t."day" AS "day"` is the column still. */
function isMadeIn(select: Words, name: string): boolean {
  return select.some((word, at) => word === 'AS' && select[at + 1] === name && select[at - 1] !== name);
}

/** Every question in brackets. */
function insidesOf(words: Words): readonly { readonly at: number; readonly end: number; readonly inside: Words }[] {
  return words.flatMap((word, at) => {
    if (word !== '(' || words[at + 1] !== 'SELECT') return [];
    const end = endOf(words, at);
    return [{ at, end, inside: words.slice(at + 1, end) }];
  });
}

function endOf(words: Words, open: number): number {
  let depth = 0;
  for (let at = open; at < words.length; at += 1) {
    depth += words[at] === '(' ? 1 : words[at] === ')' ? -1 : 0;
    if (depth === 0) return at;
  }
  return words.length;
}

/** Without what stands in brackets. */
function outermost(words: Words): Words {
  let depth = 0;
  return words.filter((word) => {
    depth += word === '(' ? 1 : 0;
    const isOutside = depth === 0;
    depth -= word === ')' ? 1 : 0;
    return isOutside;
  });
}

function selectsOf(words: Words): readonly Words[] {
  const own = outermost(words);
  const starts = own.flatMap((word, at) => (UNITING.includes(word) ? [at] : []));
  return [0, ...starts].map((start, index) => own.slice(start, starts[index]));
}

/** The names of the columns that a question answers with; null for one that has none. */
function columnsOf(select: Words): readonly (string | null)[] {
  const end = select.findIndex((word) => word === 'FROM' || UNITING.includes(word));
  const names: (string | null)[] = [];
  let [before, last] = ['', ''];
  for (const word of [...select.slice(1, end < 0 ? undefined : end), ',']) {
    if (word !== ',') [before, last] = [last, word];
    else if (last !== '*') names.push(before === 'AS' || last.startsWith('"') ? nameIn(last) : null);
  }
  return names;
}
