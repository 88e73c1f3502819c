import { OutsideRefused } from '../../../../src/kernel/outside-failure.js';
import type { OperationTable, SoapContract } from '../soap-contract.js';
import { NotWritable, writeMessage } from './write-wire.js';
import type { WireXml } from './write-wire.js';

/**
 * A request as it goes out, held to the contract's XSD.
 * @throws OutsideRefused `EO-VALIDATION` naming the element that the contract does not allow
 */
export function writeRequest<Ops extends OperationTable<Ops>, Name extends keyof Ops & string>(
  contract: SoapContract<Ops>,
  name: Name,
  request: Ops[Name]['request'],
): WireXml {
  try {
    const wire = writeMessage(name, contract.requestShape(name), request, contract);
    contract.schema.requireValid(wire.xml);
    return wire;
  } catch (error) {
    if (!(error instanceof NotWritable)) throw error;
    const reason = `Không gửi được: phần tử ${error.path} có nội dung mà hợp đồng không cho phép.`;
    throw new OutsideRefused('EO-VALIDATION', reason, { cause: error });
  }
}
