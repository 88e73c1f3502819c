import { OutgoingDocumentEntity } from '../../src/documents/index.js';
import { printedCode, type OutgoingState } from '../../src/documents/domain/register.js';
import type { ActOrder } from '../../src/agency-profile/domain/agency-profile.js';
import { Database } from '../../src/platform/database/database.js';
import type { SignatureState } from '../../src/signing/domain/signature-request.js';
import { SignatureRequestEntity } from '../../src/signing/persistence/signing.entities.js';
import type { TestApp } from './test-app.js';

/** How the line of a letter stands that was numbered when it was submitted. */
const RESERVED: Readonly<Record<SignatureState, OutgoingState>> = {
  ...{ pending: 'numbered', submitted: 'numbered', signed: 'numbered', verified: 'numbered' },
  ...{ returned: 'voided', rejected: 'voided', failed: 'voided', proofFailed: 'voided', cancelled: 'voided' },
  ...{ sealing: 'numbered', sealFailed: 'numbered', sealed: 'sealed', released: 'released' },
};

/** Where numbers are given after signing, these letters have none; a withdrawn one may have had one, and then that is void. */
const WITHOUT_NUMBER: readonly SignatureState[] = [
  ...(['pending', 'submitted', 'signed', 'verified', 'returned', 'rejected', 'failed', 'proofFailed'] as const),
];

/** An app that has one book, and one order from its first letter on. @returns numbers that are lost, doubled, or do not stand as their letter does */
export async function misplacedNumbers({ nest }: TestApp, order: ActOrder): Promise<readonly string[]> {
  const { manager } = nest.get(Database).reader;
  const lines = await manager.find(OutgoingDocumentEntity, { order: { number: 'ASC' } });
  const requests = await manager.find(SignatureRequestEntity);
  const gaps = lines.flatMap(({ number }, at) => (number === at + 1 ? [] : [`${String(number)} at ${String(at + 1)}`]));
  const unexplained = lines.filter(({ state, voidReason }) => (state === 'voided') !== (voidReason !== null));
  const astray = requests.filter(({ id, state, outgoingDocumentId }) => {
    const [line = null, ...others] = lines.filter(({ signatureRequestId }) => signatureRequestId === id);
    if (others.length > 0 || (line?.id ?? null) !== outgoingDocumentId) return true;
    if (line !== null)
      return line.state !== RESERVED[state] || (order === 'numberThenSign') !== (line.reservedAt !== null);
    return order === 'numberThenSign' || !(state === 'cancelled' || WITHOUT_NUMBER.includes(state));
  });
  return [
    ...gaps,
    ...unexplained.map(({ number, notation }) => `${printedCode(number, notation)} without a reason`),
    ...astray.map(({ clientRequestId, state }) => `number of ${clientRequestId}, ${state}`),
  ];
}
