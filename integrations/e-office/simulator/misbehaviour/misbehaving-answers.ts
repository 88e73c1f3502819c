import { civilDateOf } from '../../../../src/kernel/civil-date.js';
import type { NotifyEventRequest } from '../../soap/contract.js';
import type { SignatureState } from '../../soap/signature-contract.js';
import type { FileContent } from '../../soap/contract-parts.js';
import type { CancelSignatureRequest } from '../../soap/registry-contract.js';
import type { Office } from '../office.js';
import type { OfferedOperations } from '../operations.js';
import { notFound } from '../operations/refusals.js';
import type { SwitchedOn, Switchboard } from './switchboard.js';

/** Under which the e-office has a letter that it numbers by itself. */
const OWN_NUMBER = '905';

/** How long a late answer takes. */
const LATE_MS = 24 * 60 * 60 * 1000;

/** What the e-office answers when it tells of letters wrongly, late, twice or in disorder. */
export function misbehavingOperations(
  honest: OfferedOperations,
  office: Office,
  board: Switchboard,
): OfferedOperations {
  return {
    ...honest,
    GetSignatureStates: async (request, ...call) => {
      const answer = await honest.GetSignatureStates(request, ...call);
      return { ...answer, state: answer.state.flatMap((state) => told(state, office, board)) };
    },
    GetSignedFile: async (request, ...call) => {
      const code = board.of(request.signatureRequestId)?.code;
      if (code === 'noFile') throw notFound('tệp đã ký', 'fileId');
      const answer = await honest.GetSignedFile(request, ...call);
      return code === 'hashMismatch' ? { ...answer, file: withOtherHash(answer.file) } : answer;
    },
    CancelSignature: async (request, ...call) => {
      const id = idOf(request, office);
      return id !== undefined && board.ignoresCancel(id)
        ? { status: 'cancelled' }
        : honest.CancelSignature(request, ...call);
    },
  };
}

/** How news is carried to the department. Late news is not carried at all: the department finds it when it asks later. */
export function misbehavingDelivery(
  deliver: (request: NotifyEventRequest) => Promise<unknown>,
  office: Office,
  board: Switchboard,
): (request: NotifyEventRequest) => Promise<unknown> {
  return async (request) => {
    const { eventId, occurredAt, signatureState } = request;
    const states = signatureState ? told(signatureState, office, board) : [];
    const [first, ...others] = states;
    if (first !== undefined && others.length === 0 && first.revision !== signatureState?.revision) return;
    await deliver(first === undefined ? request : { eventId, occurredAt, signatureState: first });
    for (const again of others) {
      const isSame = again === signatureState;
      await deliver({ eventId: isSame ? eventId : `${eventId}-cu`, occurredAt, signatureState: again });
    }
  };
}

function told(state: SignatureState, office: Office, board: Switchboard): SignatureState[] {
  const on = board.of(state.signatureRequestId);
  const before = on?.before ?? null;
  if (on === null || before === null) return [state];
  if (on.code === 'twice') return [state, state];
  if (on.code === 'numbersToo') return [numberedToo(state)];
  if (on.code === 'outOfOrder') return [state, before.state];
  return [on.code === 'late' && isWithheld(before, office) ? before.state : state];
}

/** The number that its own register gave the letter, whatever ours does. */
function numberedToo(state: SignatureState): SignatureState {
  const issuedDate = state.issuedDate ?? civilDateOf(state.changedAt);
  return { ...state, documentNumber: OWN_NUMBER, documentNotation: state.documentNotation ?? 'SGDĐT', issuedDate };
}

function isWithheld({ at }: NonNullable<SwitchedOn['before']>, { clock }: Office): boolean {
  return clock.now().getTime() < at.getTime() + LATE_MS;
}

function withOtherHash(file: FileContent): FileContent {
  return { ...file, sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' };
}

function idOf({ clientRequestId, signatureRequestId }: CancelSignatureRequest, { store }: Office): string | undefined {
  return signatureRequestId ?? store.signatures.findByClientRequest(clientRequestId)?.id;
}
