import { isoInVietnam } from '../../../../src/kernel/civil-date.js';
import type { ResultObj } from '../../profiles/viettel-voffice/v-office-wire.js';
import type { Office } from '../office.js';
import type { RouteStatus } from '../signature-route.js';
import type { SignatureRequest } from '../store/signature-book.js';
import type { VOfficeSettings } from './v-office-options.js';

/** The vendor's words; of a letter on its way it says none. */
const STATUS: Readonly<Record<RouteStatus, string | undefined>> = {
  received: undefined,
  inProgress: undefined,
  returned: '2',
  signed: '3',
  cancelled: '4',
  sealed: '5',
};

/** How a letter stands, in the words of vOffice. */
export function resultOf(
  { store }: Office,
  { appCode, mailDomain }: VOfficeSettings,
  request: SignatureRequest,
): ResultObj {
  const { id, clientRequestId, status, changedAt, comment, notation } = request;
  const last = store.signatures.steps(id).findLast((step) => step.status !== 'waiting');
  const [day = '', time = ''] = isoInVietnam(changedAt).split('T');
  const date = day.split('-').reverse().join('/');
  return {
    transCode: clientRequestId,
    actionDate: `${date} ${time.slice(0, 8)}`,
    signStatus: STATUS[status],
    documentCode: store.vOffice.find(id)?.registerNumber ?? notation ?? undefined,
    appCode,
    signComment: comment ?? undefined,
    lastSignEmail: last ? `${last.userCode}@${mailDomain}` : undefined,
    publishDate: status === 'sealed' ? date : undefined,
  };
}

/** Whether anybody is told of a letter that stands so. */
export function isTold({ status }: Pick<SignatureRequest, 'status'>): boolean {
  return STATUS[status] !== undefined;
}
