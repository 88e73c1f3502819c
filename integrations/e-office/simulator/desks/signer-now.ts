import type { Office, OfficeUser } from '../office.js';
import { currentStep, mayBecome, type StepAction } from '../signature-route.js';
import type { SignatureRequest } from '../store/signature-book.js';

/** What the person before whom the letter lies does with it. */
export function actionNow(office: Office, request: SignatureRequest): StepAction {
  return currentStep(office.store.signatures.steps(request.id))?.action ?? 'sign';
}

/** The person before whom the letter lies, or undefined when it waits for no leader. */
export function signerNow(office: Office, request: SignatureRequest): OfficeUser | undefined {
  if (!mayBecome(request.status, 'inProgress')) return undefined;
  const step = currentStep(office.store.signatures.steps(request.id));
  return step && office.user(step.userCode);
}
