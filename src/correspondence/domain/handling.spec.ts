import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor, Role } from '../../kernel/actor.js';
import { civilDate } from '../../kernel/civil-date.js';
import { HANDLING_STATES, requireHandlingStep, type HandlingState } from './handling.js';
import { paperFlaw, type IncomingPaper } from './incoming-paper.js';
import { handlingAbilities, isOfTickets, type HandlingInView } from './policy.js';

const person = (id: string, unitId: string, ...roles: Role[]): Actor => ({ id, name: id, unitId, roles });
const CLERK = person('vanthu', 'van-phong', 'registryClerk');
const LEADER = person('khanh', 'lanh-dao', 'leader');
const OFFICER = person('ngoc', 'gdtrh', 'contactOfficer');
const HEAD = person('thang', 'gdtrh', 'unitHead');
const HELPER = person('vinh', 'ttr', 'contactOfficer');
const STRANGER = person('hieu', 'nui-voi', 'unitHead');

const handling = (change: Partial<HandlingInView> = {}): HandlingInView => ({
  state: 'routed',
  leadUnitId: 'gdtrh',
  officerId: null,
  coordinators: ['ttr'],
  ...change,
});

const STATES = join(import.meta.dirname, '../../../docs/STATES.md');

function allows(from: HandlingState, to: HandlingState): boolean {
  try {
    requireHandlingStep(from, to);
    return true;
  } catch {
    return false;
  }
}

describe('an incoming document without a ticket', () => {
  it('is drawn in docs/STATES.md as the table has it', () => {
    const moves = HANDLING_STATES.flatMap((from) =>
      HANDLING_STATES.filter((to) => to !== from && allows(from, to)).map((to) => `  ${from} --> ${to}`),
    );
    const drawn = ['```mermaid', 'stateDiagram-v2', '  [*] --> received', ...moves, '```'].join('\n');
    expect(readFileSync(STATES, 'utf8')).toContain(drawn);
  });

  it.each<[HandlingState, HandlingState, boolean]>([
    ['received', 'routed', true],
    ['routed', 'routed', true],
    ['routed', 'settled', true],
    ['settled', 'routed', true],
    ['settled', 'settled', false],
    ['routed', 'received', false],
  ])('goes from %s to %s: %s', (from, to, allowed) => {
    const step = () => requireHandlingStep(from, to);
    if (allowed) expect(step).not.toThrow();
    else expect(step).toThrow(expect.objectContaining({ code: 'handling-transition-refused' }) as Error);
  });

  it.each<[string, Actor, HandlingInView, readonly string[]]>([
    ['the registry routes it', CLERK, handling({ state: 'received', leadUnitId: null }), ['see', 'route']],
    ['a leader routes it', LEADER, handling({ state: 'received', leadUnitId: null }), ['see', 'route']],
    ['an officer of its lead unit handles it', OFFICER, handling(), ['see', 'settle', 'answer']],
    ['the head of its lead unit names who', HEAD, handling(), ['see', 'assign', 'settle', 'answer']],
    ['another officer than the one named only sees it', OFFICER, handling({ officerId: 'dung' }), ['see']],
    ['a coordinating unit gives its opinion', HELPER, handling(), ['see', 'advise']],
    ['others do not see it', STRANGER, handling(), []],
    ['a settled one is not settled again', HEAD, handling({ state: 'settled' }), ['see']],
  ])('%s', (_rule, actor, document, expected) => {
    const may = handlingAbilities(actor, document);
    expect(Object.entries(may).flatMap(([ability, has]) => (has ? [ability] : []))).toEqual(expected);
  });

  it('is none of these where the hotline or a citizen sent it', () => {
    expect(['H24.TD1022', 'cong-dan', 'H24.8', ''].map((code) => isOfTickets(code, 'H24.TD1022'))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('what a clerk writes of a document on paper', () => {
  const today = civilDate('2026-03-18');
  const paper: IncomingPaper = {
    senderCode: '',
    senderName: 'Sở Nội vụ thành phố Hải Phòng',
    code: '41/SNV-CCHC',
    typeName: 'Công văn',
    issuedDate: civilDate('2026-03-16'),
    subject: 'báo cáo kết quả cải cách hành chính quý I',
    priority: 0,
    person: null,
  };

  it.each<[string, Partial<IncomingPaper>, string | null]>([
    ['is whole', {}, null],
    ['needs its author', { senderName: ' ' }, 'senderName'],
    ['needs its subject', { subject: 'báo' }, 'subject'],
    ['needs its type', { typeName: '' }, 'typeName'],
    ['bears no day that has not come', { issuedDate: civilDate('2026-03-19') }, 'issuedDate'],
    ['may bear no number', { code: '' }, null],
    ['has one of the degrees of urgency', { priority: 7 }, 'priority'],
    ['has a code of the exchange, or none', { senderCode: 'Sở Nội vụ' }, 'senderCode'],
    ['may come from a person who fetches the reply', { person: { wroteBy: 'inPerson', address: '' } }, null],
    ['needs the address of a person who wrote by post', { person: { wroteBy: 'post', address: '' } }, 'address'],
    [
      'has no code where a person wrote',
      { senderCode: 'H24.7', person: { wroteBy: 'email', address: '' } },
      'senderCode',
    ],
    [
      'keeps a person’s name to a line of the letter',
      { senderName: 'A'.repeat(81), person: { wroteBy: 'email', address: '' } },
      'senderName',
    ],
  ])('%s', (_rule, change, field) => {
    expect(paperFlaw({ ...paper, ...change }, today)?.field ?? null).toBe(field);
  });
});
