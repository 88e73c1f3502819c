import { join } from 'node:path';
import { NAMESPACE } from './contract.js';
import { ContractSchema } from './contract-schema.js';

const FOLDER = join(import.meta.dirname, '..', 'contract');

/** The WSDL with the schema inside: what we publish, and what our client starts from. Never fetched. */
export const WSDL_PATH = join(FOLDER, 'eoffice.wsdl');

/** The schema of our contract. */
export const CONTRACT_SCHEMA = new ContractSchema(join(FOLDER, 'eoffice.xsd'), {
  name: 'EOfficeFault',
  namespace: NAMESPACE,
});
