import type { SoapHandlers } from '../soap/door/soap-door.js';
import type { RecallDesk } from './desks/recall-desk.js';
import type { Office } from './office.js';
import { DirectoryOperations } from './operations/directory-operations.js';
import { MessageOperations } from './operations/message-operations.js';
import { NumberOperation } from './operations/number-operation.js';
import { SealFileOperation } from './operations/seal-file-operation.js';
import type { Pens } from './desks/pens.js';
import { SignatureOperations } from './operations/signature-operations.js';

/** Every operation that the e-office offers, by the name that the contract gives it. */
export type OfferedOperations = Required<Omit<SoapHandlers, 'NotifyEvent'>>;

export function officeOperations(office: Office, pens: Pens, recalls: RecallDesk): OfferedOperations {
  const messages = new MessageOperations(office, recalls);
  const signatures = new SignatureOperations(office);
  const sealing = new SealFileOperation(office, pens);
  const numbers = new NumberOperation(office);
  const directory = new DirectoryOperations(office);
  return {
    GetServiceInfo: answering(() => directory.serviceInfo()),
    ListPending: answering((request) => messages.listPending(request)),
    ListMessages: answering((request) => messages.listMessages(request)),
    GetMessage: answering((request) => messages.getMessage(request)),
    AcknowledgeMessage: answering((request) => messages.acknowledge(request)),
    SendMessage: (request) => messages.send(request),
    RegisterIncoming: (request) => messages.registerIncoming(request),
    SubmitForSignature: (request) => signatures.submit(request),
    GetSignatureStates: answering((request) => signatures.states(request)),
    GetSignedFile: answering((request) => signatures.signedFile(request)),
    ApplySeal: answering((request) => signatures.applySeal(request)),
    SealFile: (request) => sealing.seal(request),
    TakeNumber: answering((request) => numbers.take(request)),
    CancelSignature: answering((request) => signatures.cancel(request)),
    GetDocumentStates: answering((request) => directory.documentStates(request)),
    ListAgencies: answering((request) => directory.listAgencies(request)),
  };
}

/** The rooms answer at once; the door waits for a promise, so a refusal has to arrive as one. */
function answering<Request, Response>(answer: (request: Request) => Response): (request: Request) => Promise<Response> {
  return (request) =>
    new Promise((resolve) => {
      resolve(answer(request));
    });
}
