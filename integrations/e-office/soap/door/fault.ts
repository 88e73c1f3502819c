import { clean } from '../../../../src/kernel/vietnamese.js';
import type { XmlNode } from '../../xml/xml-node.js';
import type { EOfficeFault } from '../contract.js';
import { NAMESPACE } from '../contract.js';
import type { OpenEnvelope, SoapVersion } from '../envelope.js';
import { FAULT_CODES } from './fault-codes.js';
import { readMessage } from '../client/read-wire.js';
import { FAULT_DETAIL } from '../shapes.js';
import type { SoapContract } from '../soap-contract.js';
import type { SoapRefusal } from './soap-refusal.js';
import { escapeText } from '../client/write-wire.js';

const PLACES: Readonly<Record<SoapVersion, { readonly sender: string; readonly receiver: string }>> = {
  '1.1': { sender: 'soap:Client', receiver: 'soap:Server' },
  '1.2': { sender: 'soap:Sender', receiver: 'soap:Receiver' },
};

/** The fault that a refusal becomes, to stand in a Body. */
export function faultXml(
  version: SoapVersion,
  refusal: SoapRefusal,
  { faultDetail }: Pick<SoapContract<never>, 'faultDetail'>,
): string {
  const detail = faultDetail(refusal);
  const place = PLACES[version][FAULT_CODES[refusal.code].blame];
  const reason = escapeText(`${refusal.code}: ${refusal.reason}`, 'Fault');
  return version === '1.1'
    ? `<soap:Fault><faultcode>${place}</faultcode><faultstring xml:lang="vi">${reason}</faultstring>${wrapped('detail', detail)}</soap:Fault>`
    : `<soap:Fault><soap:Code><soap:Value>${place}</soap:Value></soap:Code><soap:Reason><soap:Text xml:lang="vi">${reason}</soap:Text></soap:Reason>${wrapped('soap:Detail', detail)}</soap:Fault>`;
}

function wrapped(name: string, detail: string): string {
  return detail === '' ? '' : `<${name}>${detail}</${name}>`;
}

/** HTTP status of a fault: 500, but 400 where SOAP 1.2 blames the sender. */
export function faultStatus(version: SoapVersion, { code }: SoapRefusal): number {
  return version === '1.2' && FAULT_CODES[code].blame === 'sender' ? 400 : 500;
}

/** A fault that came back: the typed detail when there is a valid one, and whom it blames. */
export interface ReceivedFault {
  readonly detail: EOfficeFault | null;
  readonly blame: 'sender' | 'receiver';
}

export function readFault({ message, objections }: OpenEnvelope): ReceivedFault {
  const written = find(message, (node) => node.name === 'faultcode' || node.name === 'Value')?.text ?? '';
  const blame = /(?:^|:)(?:Client|Sender)\b/u.test(written.trim()) ? 'sender' : 'receiver';
  const typed = find(message, ({ name, namespace }) => name === 'EOfficeFault' && namespace === NAMESPACE);
  if (typed === null || objections.length > 0) return { detail: null, blame };
  const detail = readMessage(FAULT_DETAIL, typed);
  return { detail: { ...detail, message: oneLine(detail.message) }, blame };
}

/** Other systems put stack traces into their messages; people get the first line of it, at most 300 characters. */
function oneLine(message: string): string {
  return Array.from(clean(message.trim().split(/[\r\n]/u)[0] ?? ''))
    .slice(0, 300)
    .join('');
}

function find(node: XmlNode, wanted: (node: XmlNode) => boolean): XmlNode | null {
  for (const child of node.children) {
    const found = wanted(child) ? child : find(child, wanted);
    if (found !== null) return found;
  }
  return null;
}
