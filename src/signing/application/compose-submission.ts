import { isAgencyCode } from '../../documents/domain/correspondent.js';
import type { IncomingDocumentEntity } from '../../documents/index.js';
import type { SignatureRouteStepEntity } from '../persistence/signature-route-step.entity.js';
import type { SignatureRequestEntity } from '../persistence/signing.entities.js';
import type { SignatureSubmission } from '../ports/signing-desk.port.js';

/** The one file of a submission, by which the e-office names it back. */
export const LETTER_FILE_ID = 'cong-van';

/** A letter for its leader's signature, with its metadata. */
export interface LetterToSubmit extends Pick<SignatureSubmission, 'documentTypeCode' | 'entry'> {
  readonly request: Pick<
    SignatureRequestEntity,
    'clientRequestId' | 'subject' | 'notation' | 'submittedById' | 'leaderCode' | 'leaderName'
  >;
  /** Its desks; none where it was submitted before there were routes. */
  readonly route: readonly Pick<
    SignatureRouteStepEntity,
    'position' | 'personCode' | 'personName' | 'insteadOf' | 'action'
  >[];
  /** The incoming document that it answers; null for one that answers nothing. */
  readonly answered: Pick<IncomingDocumentEntity, 'senderCode' | 'priority' | 'eOfficeId'> | null;
  readonly content: Buffer;
}

/** What the e-office is told of a letter: the same at every try, and nothing that its contract refuses. What we have no code or id for is left out. */
export function composeSubmission(letter: LetterToSubmit): SignatureSubmission {
  const { request, answered, content, documentTypeCode, entry } = letter;
  return {
    clientRequestId: request.clientRequestId,
    documentTypeCode,
    subject: request.subject,
    notation: request.notation,
    priority: answered?.priority ?? 0,
    preparedBy: request.submittedById,
    signers: signersOf(letter),
    recipients: recipientsOf(answered),
    file: { fileId: LETTER_FILE_ID, fileName: 'cong-van.pdf', content },
    ...(isGiven(answered?.eOfficeId) ? { replyToIncomingId: answered.eOfficeId } : {}),
    ...(entry ? { entry } : {}),
  };
}

/** The agency that is answered. Citizens have no code: to name them by one would have the whole submission refused. */
function recipientsOf(answered: LetterToSubmit['answered']): readonly string[] {
  return answered !== null && isAgencyCode(answered.senderCode) ? [answered.senderCode] : [];
}

/** The route as it was laid out; those without an account there are not sent. Requests of before there were routes have their leader alone. */
function signersOf({ request, route }: LetterToSubmit): SignatureSubmission['signers'] {
  const { leaderCode: userCode, leaderName: displayName } = request;
  if (route.length === 0) return [{ order: 1, userCode, displayName, action: 'sign' }];
  return route
    .toSorted((one, other) => one.position - other.position)
    .flatMap(({ position, personCode, personName, insteadOf, action }) =>
      isGiven(personCode)
        ? [{ order: position, userCode: personCode, displayName: shownName(personName, insteadOf), action }]
        : [],
    );
}

function isGiven(code: string | null | undefined): code is string {
  return typeof code === 'string' && code.trim() !== '';
}

/** `Hoàng Thị Minh Nguyệt (KT. GIÁM ĐỐC)` */
function shownName(name: string, insteadOf: string | null): string {
  return insteadOf === null ? name : `${name} (${insteadOf})`;
}
