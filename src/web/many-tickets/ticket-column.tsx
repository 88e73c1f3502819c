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

/** The box by which a row is chosen; all are chosen at first. @param act `Giao`, `Chọn`, in the box's name */
export function pickColumn(act: string): CardColumn<NamedTicket & { readonly value: string }> {
  return {
    heading: act,
    cell: ({ value, code }) => (
      <input
        class="form-check-input"
        type="checkbox"
        name="phieu"
        value={value}
        checked
        aria-label={`${act} phiếu ${code}`}
      />
    ),
  };
}
