import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'oxfmt';
import { PETITION_ACT_NAMES, PETITION_ACTS } from '../../../src/petitions/domain/petition-acts.js';
import { decisionOf } from '../../../src/tickets/domain/decisions/who-decides.js';
import { ACT_NAMES, TICKET_ACTS } from '../../../src/tickets/domain/ticket-acts.js';
import {
  DOCUMENT_ACTS,
  PETITION_PEOPLE,
  TICKET_PEOPLE,
  triedOnDocument,
  triedOnPetition,
  triedOnTicket,
  type TicketPerson,
} from './tried-acts.js';

const PAGE = 'docs/decisions.md';
const PEOPLE = Object.keys(TICKET_PEOPLE) as readonly TicketPerson[];
/** Acts of the program itself are nobody's. */
const OF_PEOPLE = ACT_NAMES.filter((act) => TICKET_ACTS[act].by.some((party) => party !== 'system'));

const INTRODUCTION = `# Who decides

Written by \`npm run decisions-page\` from the rules themselves: \`test/docs/decisions-page.spec.ts\` tries every act by every role and holds this page against
what comes of it. A ticket is one that a unit leads and another helps with, and nothing but the person stands in the way of the act. Why it is so:
[adr/0046-who-decides.md](adr/0046-who-decides.md).

**decides** = the act is this person’s decision · **proposes** = this person lays it before a leader · **by the table** = done at once where the standing table
of routing says the same · **within the unit** = among the officers of the own unit · **yes** = done, and no decision of a leader · **–** = refused.`;

/** The page as the rules give it. */
export async function decisionsPage(): Promise<string> {
  const text = [
    INTRODUCTION,
    '## Acts that a leader decides, by law and by setting',
    'Each cell: by law / where the department has authorised its offices at `/tham-quyen-quyet-dinh`; one word where both are the same.',
    table(
      ['act', 'what it is', 'source', ...PEOPLE],
      OF_PEOPLE.filter((act) => decisionOf(act) !== null).map((act) => [
        ...[`\`${act}\``, TICKET_ACTS[act].words, decisionOf(act)?.source ?? ''],
        ...PEOPLE.map((who) => bothWays(triedOnTicket(act, who, 'law'), triedOnTicket(act, who, 'setting'))),
      ]),
    ),
    '## All other acts on a ticket',
    table(
      ['act', 'what it is', ...PEOPLE],
      OF_PEOPLE.filter((act) => decisionOf(act) === null).map((act) => [
        ...[`\`${act}\``, TICKET_ACTS[act].words],
        ...PEOPLE.map((who) => bothWays(triedOnTicket(act, who, 'law'), triedOnTicket(act, who, 'setting'))),
      ]),
    ),
    '## Petitions',
    'The clerk proposes, a leader decides; no setting changes that (Thông tư 05/2021/TT-TTCP, unconfirmed).',
    table(
      ['act', 'what it is', 'clerk who took it', 'leader before whom it lies', 'person charged'],
      PETITION_ACT_NAMES.map((act) => [
        ...[`\`${act}\``, PETITION_ACTS[act].words],
        ...PETITION_PEOPLE.map((party) => triedOnPetition(act, party)),
      ]),
    ),
    '## Incoming documents without a ticket',
    'The registry routes by a leader’s direction, whose name it writes down (Nghị định 30/2020/NĐ-CP, Điều 23).',
    table(
      ['act', ...PEOPLE],
      DOCUMENT_ACTS.map((act) => [`\`${act}\``, ...PEOPLE.map((who) => triedOnDocument(act, who))]),
    ),
  ].join('\n\n');
  return (await format(PAGE, text)).code;
}

/** The page as it is kept; written anew where the environment asks for it. */
export async function keptDecisionsPage(): Promise<string> {
  if (process.env['WRITE_DECISIONS_PAGE'] === '1') await writeFile(PAGE, await decisionsPage());
  return readFile(PAGE, 'utf8');
}

function bothWays(law: string, setting: string): string {
  return law === setting ? law : `${law} / ${setting}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
