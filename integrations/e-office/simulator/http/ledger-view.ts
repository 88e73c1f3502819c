import type { SimulatorStore } from '../store.js';

/** Everything that passed between both sides, for tests that prove that nothing was lost and nothing doubled. */
export interface LedgerView {
  /** What the department sent, each consignment once, with the times it came. */
  readonly received: readonly object[];
  /** What was queued for the department. */
  readonly queued: readonly object[];
  readonly registrations: readonly object[];
  readonly signatureRequests: readonly object[];
  readonly sealOrders: readonly object[];
  /** Numbers that the e-office's own book gave to letters of the department. */
  readonly numbers: readonly object[];
  readonly notices: readonly object[];
  readonly totals: {
    readonly documents: number;
    /** How many consignments per status code. */
    readonly statuses: Readonly<Record<string, number>>;
    /** Repetitions of consignments, registrations, submissions, seal orders and numbers that were recognised as such. */
    readonly repetitions: number;
  };
}

export function ledgerView(store: SimulatorStore): LedgerView {
  const received = store.ledger.all();
  const requests = store.signatures.all();
  const registrations = store.incoming.all();
  const orders = requests.flatMap(({ id }) => store.signatures.sealOrderOf(id) ?? []);
  const numbers = store.numbers.all();
  const statuses: Record<string, number> = {};
  for (const { status } of received) if (status !== null) statuses[status] = (statuses[status] ?? 0) + 1;
  const repeatable = [received, registrations, requests, orders, numbers].flat();
  return {
    received: received.map(({ id, ...entry }) => ({
      consignmentId: id,
      ...entry,
      answers: store.ledger.answeredBy(id),
    })),
    queued: store.mailbox.all().map(({ id, ...message }) => ({ messageId: id, ...message })),
    registrations,
    signatureRequests: requests,
    sealOrders: orders,
    numbers,
    notices: store.notices.all(),
    totals: {
      documents: received.filter(({ kind }) => kind === 'document').length,
      statuses,
      repetitions: repeatable.reduce((sum, { attempts }) => sum + attempts - 1, 0),
    },
  };
}
