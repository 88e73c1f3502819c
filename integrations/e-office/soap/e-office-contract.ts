import { NAMESPACE } from './contract.js';
import type { Operations } from './contract.js';
import { CONTRACT_SCHEMA } from './contract-files.js';
import { FAULT_CODES } from './door/fault-codes.js';
import { FAULT_DETAIL, isOperation, requestShape, responseShape } from './shapes.js';
import type { SoapContract } from './soap-contract.js';
import { writeMessage } from './client/write-wire.js';

/** Our own contract, contract/eoffice.wsdl. */
export const E_OFFICE_CONTRACT: SoapContract<Operations> = {
  namespace: NAMESPACE,
  qualified: true,
  schema: CONTRACT_SCHEMA,
  largeElements: new Set(['content', 'edxml']),
  isOperation,
  requestShape,
  responseShape,
  // In SOAP 1.2 the action may be left out; in 1.1 the header is required.
  isAction: (action, name, version) => (action === null ? version === '1.2' : action === `${NAMESPACE}/${name}`),
  faultDetail: ({ code, reason, details: { retryAfterSeconds, fields = [], correlationId } }) =>
    writeMessage('EOfficeFault', FAULT_DETAIL, {
      code,
      message: reason,
      retryable: FAULT_CODES[code].retryable,
      retryAfterSeconds,
      field: fields.slice(0, 50),
      correlationId,
    }).xml,
};
