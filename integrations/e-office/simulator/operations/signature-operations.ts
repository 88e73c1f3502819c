import type {
  ApplySealRequest,
  GetSignatureStatesRequest,
  GetSignatureStatesResponse,
  GetSignedFileRequest,
  GetSignedFileResponse,
  SignatureStatus,
  Signer,
  SubmitForSignatureRequest,
  SubmitForSignatureResponse,
} from '../../soap/signature-contract.js';
import type { FileContent } from '../../soap/contract-parts.js';
import type { CancelSignatureRequest } from '../../soap/registry-contract.js';
import { SoapRefusal } from '../../soap/door/soap-refusal.js';
import type { Office } from '../office.js';
import { isWalkable, mayBecome, type StepAction } from '../signature-route.js';
import { fileRef, signatureStateOf } from '../signature-state.js';
import type { SealOrder, SignatureRequest } from '../store/signature-book.js';
import type { GivenNumber } from '../store/number-book.js';
import { contentHashOf, requireWholeFile } from './request-content.js';
import { pageOf, positionOf } from './paging.js';
import { hashDiffers, invalid, notFound, requireSameContent } from './refusals.js';

const MAX_STATES = 200;
const PDF_MAGIC = Buffer.from('%PDF-');

interface Step {
  readonly stepOrder: number;
  readonly userCode: string;
  readonly action: StepAction;
}

/** A file that came, read into memory. */
type WholeFile = Omit<FileContent, 'content'> & { readonly content: Buffer };

interface Opening {
  readonly contentHash: string;
  readonly steps: readonly Step[];
  readonly files: readonly WholeFile[];
}

/** The signing room: letters submitted, their states and files, the order to seal. */
export class SignatureOperations {
  constructor(private readonly office: Office) {}

  async submit(request: SubmitForSignatureRequest): Promise<SubmitForSignatureResponse> {
    const files = await wholeFiles(request.file);
    const contentHash = contentHashOf(request, request.file);
    const { store } = this.office;
    return store.atomically(() => {
      const known = store.signatures.findByClientRequest(request.clientRequestId);
      if (known) {
        requireSameContent(known.contentHash, contentHash, 'clientRequestId');
        store.signatures.countRepetition(known.id);
        return { signatureRequestId: known.id, status: known.status, duplicate: true };
      }
      const steps = this.requireRoute(request.signer);
      requireOneLetter(files);
      this.requireKnownParties(request);
      const opened = this.open(request, { contentHash, steps, files });
      this.office.tellOfSignature(opened);
      return { signatureRequestId: opened.id, status: opened.status, duplicate: false };
    });
  }

  states(request: GetSignatureStatesRequest): GetSignatureStatesResponse {
    const { signatures } = this.office.store;
    if (request.changedSince) {
      const limit = request.changedSince.maxItems ?? MAX_STATES;
      const found = signatures.changedAfter(positionOf(request.changedSince), limit + 1);
      const { rows, nextCursor, more } = pageOf(found, limit, (last) => `${last.revision}`);
      return { state: rows.map((row) => signatureStateOf(signatures, row)), nextCursor, more };
    }
    // An id that was never received is left out: its caller sees that the submission did not arrive.
    const found = request.clientRequestId
      ? request.clientRequestId.map((id) => signatures.findByClientRequest(id))
      : request.signatureRequestId.map((id) => signatures.find(id));
    return {
      state: found.flatMap((row) => (row ? [signatureStateOf(signatures, row)] : [])),
      more: false,
    };
  }

  signedFile({ signatureRequestId, fileId, offset, length }: GetSignedFileRequest): GetSignedFileResponse {
    const { signatures } = this.office.store;
    const request = this.requireRequest(signatureRequestId);
    const file = signatures.file(request.id, fileId);
    if (!file || file.origin === 'submitted') throw notFound('tệp đã ký', 'fileId');
    const whole = { ...fileRef(file), content: signatures.held(file) };
    if (offset === undefined && length === undefined) return { file: whole };
    const from = offset ?? 0;
    if (from > whole.size) throw invalid('Vị trí bắt đầu nằm ngoài tệp.', 'offset');
    return { file: { ...whole, content: whole.content.slice(from, length) }, offset: from };
  }

  /** Notes the order; the clerk puts the seal on by hand, and the state tells when. */
  applySeal(order: ApplySealRequest): { readonly status: SignatureStatus; readonly duplicate: boolean } {
    const { store, clock } = this.office;
    const contentHash = contentHashOf(order);
    return store.atomically(() => {
      const known = store.signatures.sealOrder(order.clientRequestId);
      const request = this.requireRequest(order.signatureRequestId);
      if (known) return this.repeatSealOrder(known, contentHash, request);
      this.requireSealable(request, order);
      store.signatures.orderSeal({
        requestId: request.id,
        clientRequestId: order.clientRequestId,
        contentHash,
        fileId: order.fileId,
        documentNumber: order.documentNumber ?? null,
        documentNotation: order.documentNotation ?? null,
        issuedDate: order.issuedDate ?? null,
        orderedAt: clock.now(),
      });
      return { status: request.status, duplicate: false };
    });
  }

  /** A request that a leader already gave back is off the desk, which is all that a withdrawal asks for. */
  cancel({ clientRequestId, signatureRequestId, reason }: CancelSignatureRequest): {
    readonly status: SignatureStatus;
  } {
    const { store, clock } = this.office;
    return store.atomically(() => {
      const request = store.signatures.findByClientRequest(clientRequestId);
      if (!request || (signatureRequestId ?? request.id) !== request.id) {
        throw notFound('yêu cầu ký', 'clientRequestId');
      }
      if (request.status === 'cancelled' || request.status === 'returned') return { status: request.status };
      if (!mayBecome(request.status, 'cancelled') || store.signatures.sealOrderOf(request.id)) {
        throw new SoapRefusal('EO-STATE', 'Văn bản đã cấp số hoặc đã đóng dấu, không rút được nữa.');
      }
      for (const step of store.signatures.steps(request.id)) {
        if (step.status === 'waiting') store.signatures.closeStep(step, 'cancelled', clock.now());
      }
      const change = { status: 'cancelled', comment: reason, lastActor: request.preparedBy } as const;
      const cancelled = store.signatures.change(request, change, clock.now());
      this.office.tellOfSignature(cancelled);
      return { status: cancelled.status };
    });
  }

  private open(request: SubmitForSignatureRequest, { contentHash, steps, files }: Opening): SignatureRequest {
    const { store, clock } = this.office;
    const opened = store.signatures.open({
      clientRequestId: request.clientRequestId,
      contentHash,
      submittedAt: clock.now(),
      subject: request.subject,
      notation: request.notation ?? null,
      preparedBy: request.preparedBy,
      documentNumber: request.documentNumber ?? null,
      issuedDate: request.issuedDate ?? null,
    });
    for (const step of steps) store.signatures.addStep({ requestId: opened.id, ...step });
    for (const file of files) store.signatures.keepFile({ ...file, requestId: opened.id, origin: 'submitted' });
    return opened;
  }

  /** @throws SoapRefusal EO-UNKNOWN-SIGNER, or EO-VALIDATION when nobody can walk the route */
  private requireRoute(signers: readonly Signer[]): readonly Step[] {
    const steps = signers.map(({ order, userCode, action }): Step => {
      if (action === 'number' || action === 'publish') {
        throw invalid('Hệ thống này không tự cấp số và không tự phát hành.', 'signer/action');
      }
      if (!this.office.mayAct(action, userCode)) {
        throw new SoapRefusal('EO-UNKNOWN-SIGNER', `Không có người ký mang mã ${userCode} cho việc này.`, {
          fields: ['signer/userCode'],
        });
      }
      return { stepOrder: order, userCode, action };
    });
    if (!isWalkable(steps)) throw invalid('Luồng ký cần ít nhất một người ký, dấu cơ quan ở bước cuối.', 'signer');
    return steps;
  }

  private requireKnownParties({ recipient, replyToIncomingId }: SubmitForSignatureRequest): void {
    const { agencies, incoming } = this.office.store;
    const stranger = recipient.find((code) => !agencies.find(code));
    if (stranger !== undefined) {
      throw new SoapRefusal('EO-UNKNOWN-AGENCY', `Không có cơ quan mang mã ${stranger}.`, { fields: ['recipient'] });
    }
    if (replyToIncomingId !== undefined && !incoming.findById(replyToIncomingId)) {
      throw notFound('văn bản đến được trả lời', 'replyToIncomingId');
    }
  }

  private requireRequest(id: string): SignatureRequest {
    const request = this.office.store.signatures.find(id);
    if (!request) throw notFound('yêu cầu ký', 'signatureRequestId');
    return request;
  }

  private repeatSealOrder(
    known: SealOrder,
    contentHash: string,
    request: SignatureRequest,
  ): { readonly status: SignatureStatus; readonly duplicate: boolean } {
    requireSameContent(known.contentHash, contentHash, 'clientRequestId');
    this.office.store.signatures.countSealRepetition(known.requestId);
    return { status: request.status, duplicate: true };
  }

  private requireSealable(request: SignatureRequest, order: ApplySealRequest): void {
    const { signatures } = this.office.store;
    if (signatures.sealOrderOf(request.id)) {
      throw new SoapRefusal('EO-CONFLICT', 'Văn bản này đã có lệnh đóng dấu khác.', { fields: ['signatureRequestId'] });
    }
    if (request.status !== 'signed') {
      throw new SoapRefusal('EO-STATE', 'Chỉ đóng dấu văn bản mà lãnh đạo đã ký.', { fields: ['signatureRequestId'] });
    }
    const file = signatures.file(request.id, order.fileId);
    if (file?.origin !== 'signed') throw notFound('tệp đã ký', 'fileId');
    if (file.sha256 !== order.sha256) throw hashDiffers('sha256');
    const numberedHere = this.office.store.numbers.find(request.id);
    if (numberedHere) requireSameNumber(numberedHere, order);
    else requireEntry(request, order);
  }
}

/** What this e-office numbered itself is sealed under that number, however it is written: `5` and `05` are one. */
function requireSameNumber(given: GivenNumber, { documentNumber, issuedDate }: ApplySealRequest): void {
  if (Number(documentNumber) === Number(given.documentNumber) && issuedDate === given.issuedDate) return;
  const why = `Văn bản này đã được cấp số ${given.documentNumber}, ngày ${given.issuedDate}.`;
  throw new SoapRefusal('EO-CONFLICT', why, { fields: ['documentNumber', 'issuedDate'] });
}

/** Order (a) gives number and date with the seal; in order (b) they were printed before the leader signed. */
function requireEntry(request: SignatureRequest, order: ApplySealRequest): void {
  const printed = request.documentNumber !== null;
  const given = order.documentNumber !== undefined && order.issuedDate !== undefined;
  const partly = order.documentNumber !== undefined || order.issuedDate !== undefined;
  if (printed && partly) throw invalid('Số và ngày đã in trong văn bản, không ghi lần nữa.', 'documentNumber');
  if (!printed && !given) throw invalid('Lệnh đóng dấu thiếu số hoặc ngày văn bản.', 'documentNumber', 'issuedDate');
}

async function wholeFiles(files: readonly FileContent[]): Promise<readonly WholeFile[]> {
  const whole: WholeFile[] = [];
  for (const file of files) {
    await requireWholeFile(file);
    whole.push({ ...file, content: await file.content.read() });
  }
  return whole;
}

function requireOneLetter(files: readonly WholeFile[]): void {
  const letters = files.filter((file) => file.role === 'main');
  const [letter] = letters;
  if (letters.length !== 1 || !letter) throw invalid('Cần đúng một tệp chính để ký.', 'file/role');
  if (!letter.content.subarray(0, PDF_MAGIC.length).equals(PDF_MAGIC)) {
    throw invalid('Tệp chính phải là PDF.', 'file/content');
  }
  if (new Set(files.map((file) => file.fileId)).size !== files.length)
    throw invalid('Mã tệp trùng nhau.', 'file/fileId');
}
