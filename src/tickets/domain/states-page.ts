import { ACT_NAMES, TICKET_ACTS, type ActName } from './ticket-acts.js';
import { TICKET_STATES, type TicketState } from './ticket-state.js';

const entries = (name: ActName) => Object.entries(TICKET_ACTS[name].moves) as [TicketState, TicketState][];

function movesFrom(from: TicketState): readonly string[] {
  const targets = new Map<TicketState, ActName[]>();
  for (const name of ACT_NAMES) {
    const to = TICKET_ACTS[name].moves[from];
    if (to !== undefined && to !== from) targets.set(to, [...(targets.get(to) ?? []), name]);
  }
  if (targets.size === 0) return [`  ${from} --> [*]`];
  return [...targets].map(([to, names]) => `  ${from} --> ${to}: ${names.join(', ')}`);
}

/** The transition table as a Mermaid diagram, each move with the acts that make it; acts that stay in a state are in the table. */
export function ticketDiagram(): string {
  const moves = TICKET_STATES.flatMap(movesFrom);
  return ['```mermaid', 'stateDiagram-v2', `  [*] --> ${TICKET_STATES[0]}`, ...moves, '```'].join('\n');
}

/** The same with who may act, under which conditions and with what effect, as a Markdown table. */
export function actTable(): string {
  const head = ['act', 'từ ngữ', 'from', 'to', 'by', 'guards', 'hotline', 'clock'];
  const rows = ACT_NAMES.map((name) => {
    const { words, by, guards, hotline, clock } = TICKET_ACTS[name];
    const from = entries(name).map(([state]) => state);
    const to = [...new Set(entries(name).map(([state, target]) => (state === target ? 'same' : target)))];
    return [
      `\`${name}\``,
      words,
      from.join(', '),
      to.join(', '),
      by.join(', '),
      guards.join(', '),
      hotline ?? '',
      clock ?? '',
    ];
  });
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
}
