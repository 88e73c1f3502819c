import type { VNode } from 'preact';
import type { CardColumn } from '../kit/card-table.js';
import { Code } from '../kit/code.js';

/** A ticket as tables of several tickets name it. */
export interface NamedTicket {
  readonly href: string;
  readonly code: string;
  readonly subject: string;
}

export function TicketName({ ticket: { href, code, subject } }: { ticket: NamedTicket }): VNode {
  return (
    <>
      <a href={href}>{subject}</a>
      <span class="ha-sub">
        <Code>{code}</Code>
      </span>
    </>
  );
}

export const TICKET_COLUMN: CardColumn<NamedTicket> = {
  heading: 'Phiếu',
  cell: (ticket) => <TicketName ticket={ticket} />,
};
