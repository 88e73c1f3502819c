import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'oxfmt';
import type { Expectation, Expectations } from '../../e2e/access-matrix/expectation.js';
import { STANDINGS, type Standing } from './access-people.js';

type Groups = Readonly<Record<string, Expectations>>;

const PAGE = 'docs/access.md';

const HEADINGS: Readonly<Record<Standing, string>> = {
  C: 'registry clerk',
  F: 'format checker',
  L: 'leader',
  S: 'supervisor',
  A: 'administrator',
  o: 'officer in charge',
  c: 'other officer of the unit',
  h: 'head of the unit',
  x: 'officer elsewhere',
  y: 'head elsewhere',
  n: 'nobody',
};

const INTRODUCTION = `# Who may call what

Written by \`npm run access-page\` from the expectations that \`test/e2e/access-matrix.spec.ts\` holds against every route of the program, in an installation
with objects of two units. **yes** = let through; **–** = refused (403); **hidden** = answered as if the object were not there (404); **sign in** = asked to
sign in first; **told why not** = refused by a rule in words (422). Whether an act is possible now, for a person who may do it, is another matter: the tables of states say so ([STATES.md](STATES.md)).

A program with a token is who its owner is, and is let in only at doors of the API whose scope the token has.
`;

/** The page as the expectations give it. */
export async function accessPage(groups: Groups, open: readonly string[]): Promise<string> {
  const tables = Object.entries(groups).map(([name, group]) => `## ${name}\n\n${tableOf(group)}`);
  const doors = `## Open to everybody, or asking their callers themselves\n\n${open.map((route) => `- \`${route}\``).join('\n')}`;
  const text = [INTRODUCTION, ...tables, doors].join('\n\n');
  return (await format(PAGE, text)).code;
}

/** The page as it is kept; written anew where the environment asks for it. */
export async function keptAccessPage(groups: Groups, open: readonly string[]): Promise<string> {
  if (process.env['WRITE_ACCESS_PAGE'] === '1') await writeFile(PAGE, await accessPage(groups, open));
  return readFile(PAGE, 'utf8');
}

function tableOf(group: Expectations): string {
  const head = `| route | ${STANDINGS.map((one) => HEADINGS[one]).join(' | ')} |`;
  const rule = `| --- |${STANDINGS.map(() => ' --- |').join('')}`;
  const rows = Object.entries(group).map(
    ([route, expectation]) => `| \`${route}\` | ${STANDINGS.map((one) => wordOf(expectation, one)).join(' | ')} |`,
  );
  return [head, rule, ...rows].join('\n');
}

function wordOf({ yes, hidden = '', barred = '' }: Expectation, standing: Standing): string {
  if (standing === 'n') return 'sign in';
  if (yes.includes(standing)) return 'yes';
  if (barred.includes(standing)) return 'told why not';
  return hidden.includes(standing) ? 'hidden' : '–';
}
