import { civilDateOf, yearOf } from '../../../../src/kernel/civil-date.js';
import { civilDate } from '../../../../src/kernel/civil-date.js';
import type { Office } from '../office.js';
import { mayBecome } from '../signature-route.js';
import type { SealOrder, SignatureFile, SignatureRequest } from '../store/signature-book.js';
import type { RegisterEntry } from '../signer/entry-text.js';
import { DeskRefusal } from './desk-refusal.js';
import { penRefusal } from './pen-refusal.js';
import type { Pens } from './pens.js';

/** An order to seal, with the letter that it speaks of. */
export interface SealWaiting {
  readonly request: SignatureRequest;
  readonly order: SealOrder;
  readonly file: SignatureFile;
}

/** Where the registry clerk fills in number and date and puts the agency's seal on. */
export class RegistryDesk {
  constructor(
    private readonly office: Office,
    private readonly pens: Pens,
  ) {}

  /** Orders given and not yet carried out. */
  waiting(): readonly SealWaiting[] {
    const { signatures } = this.office.store;
    return signatures.all().flatMap((request) => {
      const waiting = this.find(request);
      return waiting && waiting.order.appliedAt === null ? [waiting] : [];
    });
  }

  /** @throws DeskRefusal when no order waits for this letter, or the file has no prepared places */
  async seal(requestId: string): Promise<SignatureRequest> {
    const { request, order, file } = this.requireWaiting(requestId);
    const at = this.office.clock.now();
    const content = await this.sealedBytes(file, entryOf(order), at);
    const { store } = this.office;
    return store.atomically(() => {
      if (store.signatures.find(requestId)?.revision !== request.revision) {
        throw new DeskRefusal('unable', 'Văn bản vừa thay đổi ở nơi khác, hãy mở lại.');
      }
      const fileName = file.fileName.replace(/(-da-ky)?\.pdf$/iu, '-da-dong-dau.pdf');
      store.signatures.keepFile({ ...file, content, fileName, fileId: 'da-dong-dau', origin: 'sealed' });
      store.signatures.closeSealOrder(requestId, at);
      for (const step of store.signatures.steps(requestId)) {
        if (step.action === 'seal') store.signatures.closeStep(step, 'done', at);
      }
      const sealed = store.signatures.change(request, this.afterSeal(request, order), at);
      this.office.tellOfSignature(sealed);
      return sealed;
    });
  }

  /** Sets number and day of a letter right that this e-office numbered. @throws DeskRefusal where it did not, or the seal is ordered */
  correctNumber(
    requestId: string,
    right: { readonly documentNumber: string; readonly issuedDate: string },
  ): SignatureRequest {
    const { store, clock } = this.office;
    return store.atomically(() => {
      const request = store.signatures.find(requestId);
      const given = store.numbers.find(requestId);
      if (!request || !given || store.signatures.sealOrderOf(requestId))
        throw new DeskRefusal('unable', 'Văn bản này chưa được cấp số ở đây, hoặc đã có lệnh đóng dấu.');
      store.numbers.correct(given, right);
      const corrected = store.signatures.change(request, { status: request.status, ...right }, clock.now());
      this.office.tellOfSignature(corrected);
      return corrected;
    });
  }

  /** Enters a message of the department's mailbox in the e-office's own incoming book, before or after it is fetched. @throws DeskRefusal */
  enterMessage(messageId: string): void {
    const { store, clock, parties } = this.office;
    const message = store.mailbox.find(messageId);
    if (
      message?.toAgency !== parties.department.id ||
      message.kind !== 'document' ||
      store.incoming.findMessage(messageId)
    )
      throw new DeskRefusal('unable', 'Không có văn bản này trong hộp thư, hoặc văn bản đã vào sổ.');
    const now = clock.now();
    store.atomically(() => {
      const { clientRequestId } = store.incoming.enter({
        ...{ clientRequestId: `van-thu-${messageId}`, contentHash: message.sha256, bookCode: 'incoming' },
        ...{ bookYear: yearOf(civilDateOf(now)), arrivalNumber: null, fromName: message.fromAgency },
        ...{ subject: message.documentId ?? messageId, externalRef: message.documentId, registeredAt: now },
      });
      store.incoming.nameMessage(messageId, clientRequestId);
    });
  }

  /** Sets an arrival number of the e-office's own book right. @throws DeskRefusal where another line has it */
  correctArrival(incomingId: string, number: string): void {
    const { incoming } = this.office.store;
    const line = incoming.findById(incomingId);
    if (!line || incoming.findNumber(line.bookCode, line.bookYear, number))
      throw new DeskRefusal('unable', 'Không có dòng này trong sổ, hoặc số đã thuộc dòng khác.');
    incoming.correct(incomingId, number);
  }

  private find(request: SignatureRequest): SealWaiting | undefined {
    const { signatures } = this.office.store;
    const order = signatures.sealOrderOf(request.id);
    const file = order && signatures.file(request.id, order.fileId);
    return order && file ? { request, order, file } : undefined;
  }

  private requireWaiting(requestId: string): SealWaiting {
    const request = this.office.store.signatures.find(requestId);
    if (!request) throw new DeskRefusal('unknown', 'Không có văn bản này ở bàn văn thư.');
    const waiting = this.find(request);
    if (!waiting || !mayBecome(request.status, 'sealed')) {
      throw new DeskRefusal('unable', 'Chưa có lệnh đóng dấu cho văn bản này, hoặc văn bản đã đóng dấu.');
    }
    return waiting;
  }

  private async sealedBytes(file: SignatureFile, entry: RegisterEntry | null, at: Date): Promise<Buffer> {
    try {
      const pdf = this.office.store.signatures.bytes(file);
      return await this.pens.sealAsAgency({ requestId: file.requestId, pdf, entry, at });
    } catch (cause) {
      throw penRefusal(cause);
    }
  }

  private afterSeal(
    request: SignatureRequest,
    order: SealOrder,
  ): Parameters<Office['store']['signatures']['change']>[1] {
    return {
      status: 'sealed',
      lastActor: this.office.parties.staff.clerk.name,
      documentNumber: order.documentNumber ?? request.documentNumber,
      documentNotation: order.documentNotation ?? request.notation,
      issuedDate: order.issuedDate ?? request.issuedDate,
    };
  }
}

/** Order (a) carries number and date; in order (b) both are printed already. */
function entryOf(order: SealOrder): RegisterEntry | null {
  if (order.documentNumber === null || order.issuedDate === null) return null;
  return { number: order.documentNumber, issuedDate: civilDate(order.issuedDate) };
}
