import { sha256Of } from '../../../../src/kernel/sha256.js';
import { MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import { OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';
import { SpoolFolder } from '../../../../src/platform/spool/spool.js';
import { SigningDesk } from '../../../../src/signing/ports/signing-desk.port.js';
import type {
  EntryOfLetter,
  FileToSeal,
  LetterToNumber,
  RemoteSignatureState,
  RemoteSignatureStatus,
  SealOrder,
  SignatureSubmission,
  SubmittedFile,
} from '../../../../src/signing/ports/signing-desk.port.js';
import { standardProfile } from '../../profiles/load-profile.js';
import { signingAbilities, type EOfficeProfile } from '../../profiles/profile.js';
import { RefusedByFault } from './answer.js';
import type { Operations } from '../contract.js';
import type { GetSignedFileRequest, SignatureState } from '../signature-contract.js';
import type { FileContent } from '../contract-parts.js';
import { orDuplicate } from './duplicate.js';
import { allPages } from './pages.js';
import { fetchInParts } from './fetch-in-parts.js';
import type { FetchedPart } from './fetch-in-parts.js';
import type { SoapClient } from './soap-client.js';

/** The one file of a request to seal. */
const SEALED_ALONE = 'tep';

/** Ids asked for in one call. */
const MAX_IDS = 100;

/** All letters of many years, in pages as large as the contract allows. */
const STATES_PER_PAGE = 200;
const MAX_PAGES = 1000;

const TYPE_BY_ENDING: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The signing desk of an e-office that speaks our contract. */
export class SoapSigningDesk extends SigningDesk {
  override readonly abilities: SigningDesk['abilities'];
  private knowsNoRanges = false;

  constructor(
    private readonly client: SoapClient,
    private readonly profile: Pick<EOfficeProfile, 'limits' | 'operations'> = standardProfile(),
    /** Where long files wait. */
    private readonly spools = SpoolFolder.ofSystem(),
  ) {
    super();
    this.abilities = signingAbilities(profile);
  }

  override async submit(
    submission: SignatureSubmission,
  ): Promise<{ readonly signatureRequestId: string; readonly duplicate: boolean }> {
    const call = this.client.call('SubmitForSignature', submissionRequest(submission));
    const { signatureRequestId, duplicate } = await orDuplicate<{ signatureRequestId: string; duplicate: boolean }>(
      call,
      async () => ({
        signatureRequestId: (await this.stateOf(submission.clientRequestId)).signatureRequestId,
        duplicate: true,
      }),
    );
    return { signatureRequestId, duplicate };
  }

  override async states(clientRequestIds: readonly string[]): Promise<readonly RemoteSignatureState[]> {
    const states: RemoteSignatureState[] = [];
    for (let from = 0; from < clientRequestIds.length; from += MAX_IDS) {
      const asked = clientRequestIds.slice(from, from + MAX_IDS);
      const { state } = await this.client.call('GetSignatureStates', { clientRequestId: asked });
      states.push(...state.filter(({ clientRequestId }) => asked.includes(clientRequestId)).map(remoteState));
    }
    return states;
  }

  override async allStates(): Promise<readonly RemoteSignatureState[]> {
    const ask = async (cursor: string | undefined): Promise<Operations['GetSignatureStates']['response']> =>
      this.client.call('GetSignatureStates', { changedSince: { cursor, maxItems: STATES_PER_PAGE } });
    return (await allPages(ask, ({ state }) => state, { maxPages: MAX_PAGES })).map(remoteState);
  }

  override async signedFile(signatureRequestId: string, fileId: string): Promise<Buffer> {
    const ask = async (offset: number): Promise<FetchedPart> => {
      const { file, offset: from = 0 } = await this.partOf({ signatureRequestId, fileId }, offset);
      return { id: file.fileId, totalSize: file.size, sha256: file.sha256, offset: from, bytes: file.content };
    };
    const { messageBytes: mostBytes } = this.profile.limits;
    const bytes = await fetchInParts({ id: fileId, mostBytes, spools: this.spools, ask });
    try {
      return await bytes.read();
    } finally {
      await bytes.release();
    }
  }

  /** Of an e-office that knows no ranges, the whole: one that holds requests to its own schema refuses to be asked for less, others give all. */
  private async partOf(whole: GetSignedFileRequest, offset: number): Promise<Operations['GetSignedFile']['response']> {
    if (this.knowsNoRanges) return this.client.call('GetSignedFile', whole);
    try {
      const { partBytes: length } = this.profile.limits;
      return await this.client.call('GetSignedFile', { ...whole, offset, length });
    } catch (error) {
      if (offset > 0 || !(error instanceof RefusedByFault) || error.code !== 'EO-VALIDATION') throw error;
      const answer = await this.client.call('GetSignedFile', whole);
      this.knowsNoRanges = true;
      return answer;
    }
  }

  override async applySeal({
    entry,
    ...order
  }: SealOrder): Promise<{ readonly status: RemoteSignatureStatus; readonly duplicate: boolean }> {
    const call = this.client.call('ApplySeal', {
      ...order,
      documentNumber: entry?.number,
      documentNotation: entry?.notation,
      issuedDate: entry?.issuedDate,
    });
    return orDuplicate(call, async () => {
      const asked = { signatureRequestId: [order.signatureRequestId] };
      const { state } = await this.client.call('GetSignatureStates', asked);
      const own = state.find(({ signatureRequestId }) => signatureRequestId === order.signatureRequestId);
      if (own === undefined) throw unknownState();
      return { status: own.status, duplicate: true };
    });
  }

  override async sealFile({ clientRequestId, text, fileName, content }: FileToSeal): Promise<Buffer> {
    const given = fileContent({ fileId: SEALED_ALONE, fileName, content });
    const { file } = await this.client.call('SealFile', { clientRequestId, text, file: given });
    return itsBytes(file);
  }

  override async takeNumber({ clientRequestId, signatureRequestId }: LetterToNumber): Promise<EntryOfLetter> {
    const call = this.client.call('TakeNumber', { clientRequestId, signatureRequestId });
    return orDuplicate(call.then(entryTaken), async () => {
      const { number, notation, issuedDate } = (await this.stateOf(clientRequestId)).entry ?? {};
      if (number === undefined || notation === undefined || !issuedDate) throw unknownState();
      return { number, notation, issuedDate };
    });
  }

  override async cancel(clientRequestId: string, reason: string): Promise<void> {
    const done = { status: 'cancelled' as const };
    await orDuplicate(this.client.call('CancelSignature', { clientRequestId, reason }), () => done);
  }

  private async stateOf(clientRequestId: string): Promise<RemoteSignatureState> {
    const [state] = await this.states([clientRequestId]);
    if (state === undefined) throw unknownState();
    return state;
  }
}

/** A submission in the words of the contract. */
export function submissionRequest(submission: SignatureSubmission): Operations['SubmitForSignature']['request'] {
  const { signers, recipients, file, entry, ...letter } = submission;
  return {
    ...letter,
    signer: signers.map((signer) => ({ ...signer, fileId: [] })),
    recipient: recipients,
    documentNumber: entry?.number,
    issuedDate: entry?.issuedDate,
    file: [fileContent(file)],
  };
}

function remoteState(state: SignatureState): RemoteSignatureState {
  const { signatureRequestId, clientRequestId, revision, status, changedAt, comment, lastActor } = state;
  const signed = state.signedFile.find(({ role }) => role === 'signed') ?? state.signedFile[0];
  const signedFile = signed && { fileId: signed.fileId, sha256: signed.sha256 };
  const steps = state.step.map(({ order, status: at, ...step }) => ({ ...step, order, status: at }));
  const said = { signatureRequestId, clientRequestId, revision, status, changedAt, comment, lastActor };
  return { ...said, signedFile, steps, ...entryThere(state) };
}

function entryThere({
  documentNumber: number,
  documentNotation: notation = '',
  issuedDate,
}: SignatureState): Pick<RemoteSignatureState, 'entry'> {
  return number === undefined ? {} : { entry: { number, notation, issuedDate: issuedDate ?? null } };
}

function entryTaken({
  documentNumber: number,
  documentNotation: notation = '',
  issuedDate,
}: Operations['TakeNumber']['response']): EntryOfLetter {
  return { number, notation, issuedDate };
}

function fileContent({ fileId, fileName, content }: SubmittedFile): FileContent {
  const ending = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  const contentType = TYPE_BY_ENDING[ending] ?? 'application/octet-stream';
  const given = { size: content.length, sha256: sha256Of(content), content: new MemoryBytes(content) };
  return { fileId, fileName, contentType, role: 'main', ...given };
}

/** @throws OutsideUnavailable when the bytes do not have the size and sha256 that were told */
async function itsBytes({ size, sha256, content }: FileContent): Promise<Buffer> {
  try {
    if (size !== content.size || sha256 !== (await content.sha256())) throw notItsBytes();
    return await content.read();
  } finally {
    await content.release();
  }
}

function notItsBytes(): OutsideUnavailable {
  return new OutsideUnavailable('Tệp mà hệ thống quản lý văn bản đưa không khớp mã băm đi kèm; phần mềm sẽ tải lại.');
}

function unknownState(): OutsideUnavailable {
  return new OutsideUnavailable(
    'Hệ thống quản lý văn bản vừa nói đã có yêu cầu này, vừa nói không có; phần mềm sẽ hỏi lại.',
  );
}
