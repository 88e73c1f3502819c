import { readFileSync } from 'node:fs';
import { DRAFT_STATES, requireDraftTransition } from '../../drafting/domain/draft.js';
import { requireSignatureMove, SIGNATURE_STATES } from '../../signing/domain/signature-request.js';
import { actTable, ticketDiagram } from './states-page.js';

const PAGE = readFileSync(new URL('../../../docs/STATES.md', import.meta.url), 'utf8');

type Rule<State> = (from: State, to: State) => void;

function allows<State>(rule: Rule<State>, from: State, to: State): boolean {
  try {
    rule(from, to);
    return true;
  } catch {
    return false;
  }
}

/** The table behind a rule as a Mermaid diagram: what begins it, every move to another state, and where it ends. */
function diagram<State extends string>(states: readonly State[], rule: Rule<State>): string {
  const moves = states.flatMap((from) => {
    const next = states.filter((to) => to !== from && allows(rule, from, to));
    return next.length === 0 ? [`  ${from} --> [*]`] : next.map((to) => `  ${from} --> ${to}`);
  });
  return ['```mermaid', 'stateDiagram-v2', `  [*] --> ${states[0] ?? ''}`, ...moves, '```'].join('\n');
}

describe('docs/STATES.md shows the tables as they are', () => {
  it.each([
    ['the diagram of a ticket', ticketDiagram()],
    ['the acts of a ticket', actTable()],
    ['the diagram of a draft', diagram(DRAFT_STATES, requireDraftTransition)],
    ['the diagram of a signature request', diagram(SIGNATURE_STATES, requireSignatureMove)],
  ])('%s', (_what, drawn) => {
    expect(PAGE).toContain(drawn);
  });
});
