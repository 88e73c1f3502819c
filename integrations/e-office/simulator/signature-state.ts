import { civilDate } from '../../../src/kernel/civil-date.js';
import type { SignatureState } from '../soap/signature-contract.js';
import type { FileRef } from '../soap/contract-parts.js';
import type { SignatureBook, SignatureFile, SignatureRequest } from './store/signature-book.js';

/** How a request stands, in the words of the contract. */
export function signatureStateOf(book: SignatureBook, request: SignatureRequest): SignatureState {
  return {
    signatureRequestId: request.id,
    clientRequestId: request.clientRequestId,
    revision: request.revision,
    status: request.status,
    changedAt: request.changedAt,
    comment: request.comment ?? undefined,
    lastActor: request.lastActor ?? undefined,
    ...entryOf(book, request),
    step: book.steps(request.id).map((step) => ({
      order: step.stepOrder,
      userCode: step.userCode,
      status: step.status,
      at: step.at ?? undefined,
      comment: step.comment ?? undefined,
    })),
    signedFile: finishedFiles(request, book.files(request.id)).map(fileRef),
  };
}

/** Number and date as they stand on the letter, or as they were ordered to be put on it. */
function entryOf(
  book: SignatureBook,
  request: SignatureRequest,
): Pick<SignatureState, 'documentNumber' | 'documentNotation' | 'issuedDate'> {
  const { documentNumber, documentNotation, issuedDate } =
    request.documentNumber === null ? (book.sealOrderOf(request.id) ?? request) : request;
  return {
    documentNumber: documentNumber ?? undefined,
    documentNotation: documentNotation ?? undefined,
    issuedDate: issuedDate === null ? undefined : civilDate(issuedDate),
  };
}

/** The file that the department may fetch: signed once every leader has signed, sealed once the seal is on. */
export function finishedFiles(request: SignatureRequest, files: readonly SignatureFile[]): readonly SignatureFile[] {
  if (request.status !== 'signed' && request.status !== 'sealed') return [];
  return files.filter((file) => file.origin === request.status).slice(-1);
}

/** A file as the contract of the e-office (`integrations/e-office/soap/contract-parts.ts`) refers to it. */
export function fileRef(file: SignatureFile): FileRef {
  return {
    fileId: file.fileId,
    fileName: file.fileName,
    contentType: file.contentType,
    size: file.size,
    sha256: file.sha256,
    role: file.role,
  };
}
