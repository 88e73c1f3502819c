// Writes the ticket's diagram and table of acts in docs/STATES.md from the transition table: npm run states
import { readFileSync, writeFileSync } from 'node:fs';
import { actTable, ticketDiagram } from '../dist/src/tickets/domain/states-page.js';

const page = new URL('./STATES.md', import.meta.url);

function between(text, mark, end, content) {
  const start = text.indexOf(mark) + mark.length;
  return `${text.slice(0, start)}\n\n${content}\n\n${text.slice(text.indexOf(end))}`;
}

let text = readFileSync(page, 'utf8');
text = between(text, '<!-- ticket diagram -->', '<!-- ticket diagram ends -->', ticketDiagram());
text = between(text, '<!-- ticket acts -->', '<!-- ticket acts end -->', actTable());
writeFileSync(page, text);
