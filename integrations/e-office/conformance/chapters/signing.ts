import type { SignatureState, SubmitForSignatureRequest } from '../../soap/signature-contract.js';
import type { Chapter } from '../chapter.js';
import { needed, requireThat, Skipped } from '../check.js';
import type { PeerUnderTest } from '../peer.js';
import { aSubmission, freshId } from '../samples.js';

/** Clauses 3, 5.6, 5.7 and 5.11: a letter is put before a signer and withdrawn; at the end it lies before nobody. */
export const signingChapter: Chapter = (peer) => {
  const desk: { submitted?: { readonly request: SubmitForSignatureRequest; readonly signatureRequestId: string } } = {};
  const submitted = (): NonNullable<typeof desk.submitted> => needed(desk.submitted, 'chưa trình ký được');
  return [
    {
      id: 'SIGN-01',
      clause: '5.7',
      title: 'GetSignatureStates: mã chưa từng nhận thì không có trong câu trả lời',
      run: async () => {
        const { state } = await peer.ask('GetSignatureStates', { clientRequestId: [freshId('SIGN')] });
        requireThat(state.length === 0, 'Trả về trạng thái của một yêu cầu không có.');
      },
    },
    {
      id: 'SIGN-02',
      clause: '5.6',
      title: 'SubmitForSignature: trình lần đầu được nhận, chưa bị coi là trùng',
      run: async () => {
        const { signer } = peer.options;
        if (signer === undefined) throw new Skipped('Cần --signer: mã một người được ký trên hệ thống thử.');
        const request = aSubmission(signer);
        const { signatureRequestId, status, duplicate } = await peer.ask('SubmitForSignature', request);
        desk.submitted = { request, signatureRequestId };
        requireThat(
          !duplicate && ['received', 'inProgress'].includes(status),
          `Trả về ${status}, duplicate=${String(duplicate)}.`,
        );
      },
    },
    {
      id: 'SIGN-03',
      clause: '3.1',
      title: 'SubmitForSignature: trình lại y nguyên thì cùng một yêu cầu, duplicate=true',
      run: async () => {
        const { request, signatureRequestId } = submitted();
        const again = await peer.ask('SubmitForSignature', request);
        requireThat(
          again.duplicate && again.signatureRequestId === signatureRequestId,
          'Trình lại mà thành yêu cầu khác.',
        );
      },
    },
    {
      id: 'SIGN-04',
      clause: '3.2',
      title: 'SubmitForSignature: cùng mã, nội dung khác thì bị từ chối với EO-CONFLICT',
      run: async () => {
        await peer.refusal('SubmitForSignature', { ...submitted().request, subject: 'Nội dung khác' }, 'EO-CONFLICT');
      },
    },
    {
      id: 'SIGN-05',
      clause: '5.11',
      title: 'CancelSignature: rút hai lần đều được; trạng thái là cancelled, revision tăng',
      run: async () => {
        const { clientRequestId } = submitted().request;
        const before = await stateOf(peer, clientRequestId);
        const order = { clientRequestId, reason: 'Thử liên thông xong' };
        for (const { status } of [await peer.ask('CancelSignature', order), await peer.ask('CancelSignature', order)]) {
          requireThat(status === 'cancelled', `Rút rồi mà trạng thái là ${status}.`);
        }
        const after = await stateOf(peer, clientRequestId);
        requireThat(after.status === 'cancelled', `GetSignatureStates vẫn ghi ${after.status}.`);
        requireThat(after.revision > before.revision, 'Trạng thái đổi mà revision không tăng.');
      },
    },
  ];
};

async function stateOf(peer: PeerUnderTest, clientRequestId: string): Promise<SignatureState> {
  const { state } = await peer.ask('GetSignatureStates', { clientRequestId: [clientRequestId] });
  const [one] = state;
  requireThat(one !== undefined && state.length === 1, 'GetSignatureStates không trả về đúng một trạng thái.');
  return one;
}
