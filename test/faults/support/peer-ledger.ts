/** A message of the department as the e-office keeps it, each consignment once. */
export interface ReceivedThere {
  readonly consignmentId: string;
  readonly kind: 'document' | 'status';
  readonly status: string | null;
  readonly documentId: string | null;
  readonly summary: string;
  readonly sha256: string;
  readonly receiptId: string;
  readonly attempts: number;
  /** Identities of the documents that it answers. */
  readonly answers: readonly string[];
}

/** A message that waits for the department, or waited until it was acknowledged. */
export interface QueuedThere {
  readonly messageId: string;
  readonly documentId: string | null;
  readonly sha256: string;
  readonly queuedAt: string;
  readonly deliveryCount: number;
  readonly outcome: 'done' | 'fail' | null;
  readonly receiptId: string | null;
}

interface Repeatable {
  readonly clientRequestId: string;
  readonly attempts: number;
}

/** What the peer knows of the exchange: the other side of every claim of ours. */
export interface PeerLedger {
  readonly received: readonly ReceivedThere[];
  readonly queued: readonly QueuedThere[];
  readonly registrations: readonly (Repeatable & { readonly incomingNumber: string; readonly bookYear: number })[];
  readonly signatureRequests: readonly Repeatable[];
  readonly sealOrders: readonly Repeatable[];
  readonly totals: { readonly repetitions: number };
}

export async function peerLedger(eOffice: string): Promise<PeerLedger> {
  const answer = await fetch(`${eOffice}/api/ledger`);
  if (!answer.ok) throw new Error(`/api/ledger: ${answer.status}`);
  return (await answer.json()) as PeerLedger;
}
