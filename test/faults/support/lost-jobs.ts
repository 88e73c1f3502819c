import type { EntityManager } from 'typeorm';
import { DispatchEntity, InboxMessageEntity } from '../../../src/exchange/persistence/exchange.entities.js';
import { OutboxEntity } from '../../../src/platform/outbox/outbox.entity.js';
import type { PeerLedger } from './peer-ledger.js';

/** I2: every job is done, or still open, or given up with a reason; none vanished, and none that counts as done is unknown to the peer. */
export async function lostJobs(manager: EntityManager, peer: PeerLedger): Promise<string[]> {
  const jobs = await manager.find(OutboxEntity, { order: { seq: 'ASC' } });
  return [
    ...(numbersFollow(manager) ? vanished(jobs) : []),
    ...jobs.filter((row) => !isSettledOrOpen(row)).map(({ seq, key }) => `job ${seq} ${key} has no clear end`),
    ...jobs
      .filter(({ outcome }) => outcome === 'givenUp')
      .map(({ seq, key, lastError }) => `job ${seq} ${key} was given up: ${lastError}`),
    ...(await unsaid(manager, peer)),
    ...(await unacknowledged(manager, peer)),
  ];
}

/** On SQLite a rolled back transaction gives its number back; IDENTITY of SQL Server does not. */
function numbersFollow({ dataSource }: EntityManager): boolean {
  return dataSource.options.type !== 'mssql';
}

/** Numbers of jobs follow each other. */
function vanished(jobs: readonly OutboxEntity[]): string[] {
  const gap = jobs.findIndex(({ seq }, index) => seq !== index + 1);
  return gap < 0 ? [] : [`job ${gap + 1} vanished`];
}

function isSettledOrOpen({ outcome, finishedAt, lastError }: OutboxEntity): boolean {
  if (outcome === null) return finishedAt === null;
  return finishedAt !== null && (outcome === 'done' || (lastError ?? '') !== '');
}

/** What we hold for sent is there under the same receipt with the same bytes, and nothing is there that we do not know. */
async function unsaid(manager: EntityManager, { received }: PeerLedger): Promise<string[]> {
  const dispatches = await manager.find(DispatchEntity);
  const there = new Map(received.map((one) => [one.consignmentId, one]));
  const known = new Set(dispatches.map(({ consignmentId }) => consignmentId));
  return [
    ...dispatches
      .filter(({ sentAt }) => sentAt !== null)
      .filter(({ consignmentId, receiptId, sha256 }) => {
        const other = there.get(consignmentId);
        return other?.receiptId !== receiptId || other.sha256 !== sha256;
      })
      .map(({ consignmentId }) => `${consignmentId} counts as sent, and is not there as it was sent`),
    ...received
      .filter(({ consignmentId }) => !known.has(consignmentId))
      .map(({ consignmentId }) => `${consignmentId} is there, and nobody here knows of it`),
  ];
}

async function unacknowledged(manager: EntityManager, { queued }: PeerLedger): Promise<string[]> {
  const inbox = await manager.find(InboxMessageEntity);
  const there = new Map(queued.map((one) => [one.messageId, one]));
  return inbox.flatMap(({ remoteId, sha256, acknowledgedAt }) => {
    const other = there.get(remoteId);
    if (other === undefined) return [`${remoteId} is here, and was never there`];
    if (other.sha256 !== sha256) return [`${remoteId} has other bytes here`];
    return acknowledgedAt !== null && other.receiptId === null ? [`${remoteId} counts as acknowledged only here`] : [];
  });
}
