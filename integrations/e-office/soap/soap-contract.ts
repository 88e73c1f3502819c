import type { ContractSchema } from './contract-schema.js';
import type { SoapVersion } from './envelope.js';
import type { RecordField } from './shape.js';
import type { SoapRefusal } from './door/soap-refusal.js';
import type { WireForm } from './client/write-wire.js';

/** Every operation by the name of its request element, with what it takes and gives. */
export type OperationTable<Ops> = {
  readonly [Name in keyof Ops]: { readonly request: unknown; readonly response: unknown };
};

/**
 * A document/literal wrapped contract as door and client need to know it: ours, or a vendor's. The response element of an
 * operation adds `Response` to its name.
 */
export interface SoapContract<Ops extends OperationTable<Ops>> extends WireForm {
  readonly schema: ContractSchema;
  /** Elements whose text may be megabytes of base64: the gate sets it aside before anything is parsed. */
  readonly largeElements: ReadonlySet<string>;
  isOperation(name: string): name is keyof Ops & string;
  requestShape<Name extends keyof Ops>(name: Name): RecordField<Ops[Name]['request']>;
  responseShape<Name extends keyof Ops>(name: Name): RecordField<Ops[Name]['response']>;
  /** Whether the action named in the head of a message agrees with the element in its Body. @param action null: none named */
  isAction(action: string | null, name: string, version: SoapVersion): boolean;
  /** What stands in the detail of a fault; empty where the contract knows no typed faults. */
  faultDetail(refusal: SoapRefusal): string;
}

/** The same where no operation takes files: nothing is set aside for a caller who is not known yet. */
export function withoutFiles<Ops extends OperationTable<Ops>>(contract: SoapContract<Ops>): SoapContract<Ops> {
  return { ...contract, largeElements: new Set() };
}
