import { sha256Of } from '../../../../src/kernel/sha256.js';
import type { FaultCode } from '../../soap/door/fault-codes.js';
import type { OperationName, Operations } from '../../soap/contract.js';
import type { Chapter } from '../chapter.js';
import type { Check } from '../check.js';
import type { PeerUnderTest } from '../peer.js';
import { aConsignment, aFile, aLetter, aSubmission, freshId } from '../samples.js';

const NOWHERE = 'KHONG-CO-MA-NAY';
const STRANGER = '999.99.99.Z99';
const OTHER_HASH = sha256Of('nội dung khác');

/** Clauses 5 and 6: what must be refused, and by which code. Nothing here leaves a trace in a server that refuses it. */
export const refusalsChapter: Chapter = (peer) => {
  const letter = (change: { readonly from?: string; readonly to?: string } = {}): Buffer =>
    aLetter({ from: peer.agency, to: peer.agency, at: peer.clock.now(), ...change });
  const refused = refuserOf(peer);
  return [
    refused('REF-01', '5.2', 'EO-NOT-FOUND', 'GetMessage', () => ({ messageId: NOWHERE })),
    refused('REF-02', '5.3', 'EO-NOT-FOUND', 'AcknowledgeMessage', () => ({
      messageId: NOWHERE,
      outcome: 'done',
      sha256: OTHER_HASH,
    })),
    refused('REF-03', '5.4', 'EO-HASH', 'SendMessage', () => ({ ...aConsignment(letter()), sha256: OTHER_HASH })),
    refused('REF-04', '5.4', 'EO-VALIDATION', 'SendMessage', () => aConsignment(Buffer.from('không phải edXML'))),
    refused('REF-05', '5.4', 'EO-FORBIDDEN', 'SendMessage', () => aConsignment(letter({ from: STRANGER }))),
    refused('REF-06', '5.4', 'EO-UNKNOWN-AGENCY', 'SendMessage', () => aConsignment(letter({ to: STRANGER }))),
    refused('REF-07', '5.5', 'EO-HASH', 'RegisterIncoming', () => ({
      clientRequestId: freshId('IN'),
      bookCode: 'incoming',
      fromName: 'Cơ quan thử liên thông',
      subject: 'Thử liên thông',
      receivedAt: peer.clock.now(),
      file: [aFile(undefined, { sha256: OTHER_HASH })],
    })),
    refused('REF-08', '5.6', 'EO-UNKNOWN-SIGNER', 'SubmitForSignature', () => aSubmission(NOWHERE)),
    refused('REF-09', '5.6', 'EO-HASH', 'SubmitForSignature', () =>
      aSubmission(NOWHERE, { file: [aFile(undefined, { sha256: OTHER_HASH })] }),
    ),
    refused('REF-10', '5.8', 'EO-NOT-FOUND', 'GetSignedFile', () => ({ signatureRequestId: NOWHERE, fileId: NOWHERE })),
    refused('REF-11', '5.9', 'EO-NOT-FOUND', 'ApplySeal', () => ({
      clientRequestId: freshId('SEAL'),
      signatureRequestId: NOWHERE,
      fileId: NOWHERE,
      sha256: OTHER_HASH,
    })),
    refused('REF-12', '5.10', 'EO-HASH', 'SealFile', () => ({
      clientRequestId: freshId('SEALF'),
      text: 'Thử liên thông',
      file: aFile(undefined, { sha256: OTHER_HASH }),
    })),
    refused('REF-13', '5.11', 'EO-NOT-FOUND', 'CancelSignature', () => ({
      clientRequestId: freshId('SIGN'),
      reason: 'thử',
    })),
    refused('REF-14', '5.16', 'EO-NOT-FOUND', 'TakeNumber', () => ({
      clientRequestId: freshId('SO'),
      signatureRequestId: NOWHERE,
    })),
  ];
};

function refuserOf(peer: PeerUnderTest) {
  return <Name extends OperationName>(
    id: string,
    clause: string,
    code: FaultCode,
    ...[name, request]: [name: Name, request: () => Operations[Name]['request']]
  ): Check => ({
    id,
    clause,
    title: `${name}: ${SENTENCES[code] ?? 'yêu cầu sai'} thì bị từ chối với ${code}`,
    run: async () => {
      await peer.refusal(name, request(), code);
    },
  });
}

const SENTENCES: Partial<Readonly<Record<FaultCode, string>>> = {
  'EO-NOT-FOUND': 'mã không có',
  'EO-HASH': 'mã băm khác nội dung',
  'EO-VALIDATION': 'nội dung không đọc được',
  'EO-FORBIDDEN': 'gửi thay cơ quan khác',
  'EO-UNKNOWN-AGENCY': 'nơi nhận không có',
  'EO-UNKNOWN-SIGNER': 'người ký không có',
};
