import type { Office, OfficeUser } from '../office.js';
import { currentStep, mayBecome, statusAfterStep } from '../signature-route.js';
import type { SignatureFile, SignatureRequest, SignatureStep } from '../store/signature-book.js';
import { DeskRefusal } from './desk-refusal.js';
import { penRefusal } from './pen-refusal.js';
import type { Pens } from './pens.js';

/** A letter at its leader. */
interface Turn {
  readonly request: SignatureRequest;
  readonly step: SignatureStep;
  readonly leader: OfficeUser;
}

/** Leaders sign letters or return them here. The acting leader is always the one whose turn it is. */
export class LeaderDesk {
  constructor(
    private readonly office: Office,
    private readonly pens: Pens,
  ) {}

  /** Signs, or initials, which puts no signature into the file. @throws DeskRefusal when the letter waits for nobody, or has no place for the signature */
  async sign(requestId: string): Promise<SignatureRequest> {
    const turn = this.requireTurn(requestId);
    const at = this.office.clock.now();
    const signed = turn.step.action === 'sign' ? await this.signedBytes(turn, at) : null;
    return this.commit(turn, () => {
      const { signatures } = this.office.store;
      const status = statusAfterStep(signatures.steps(requestId));
      if (signed) signatures.keepFile(signed);
      signatures.closeStep(turn.step, 'done', at);
      return signatures.change(turn.request, { status, comment: null, lastActor: turn.leader.name }, at);
    });
  }

  /** @param comment what has to be changed; the drafter reads it @throws DeskRefusal without one, or out of turn */
  giveBack(requestId: string, comment: string): SignatureRequest {
    const reason = comment.trim();
    if (reason === '') throw new DeskRefusal('unable', 'Ghi ý kiến để người soạn biết cần sửa gì.');
    const turn = this.requireTurn(requestId);
    const at = this.office.clock.now();
    return this.commit(turn, () => {
      const { signatures } = this.office.store;
      signatures.closeStep(turn.step, 'returned', at, reason);
      const change = { status: 'returned', comment: reason, lastActor: turn.leader.name } as const;
      return signatures.change(turn.request, change, at);
    });
  }

  private requireTurn(requestId: string): Turn {
    const { signatures } = this.office.store;
    const request = signatures.find(requestId);
    if (!request) throw new DeskRefusal('unknown', 'Không có văn bản này ở bàn lãnh đạo.');
    const step = currentStep(signatures.steps(requestId));
    if (!step || !mayBecome(request.status, 'inProgress')) {
      throw new DeskRefusal('unable', 'Văn bản này không còn chờ lãnh đạo ký.');
    }
    const leader = this.office.user(step.userCode);
    if (!leader) throw new DeskRefusal('unable', `Tài khoản ${step.userCode} không còn trong hệ thống.`);
    return { request, step, leader };
  }

  private async signedBytes({ request, step }: Turn, at: Date): Promise<SignatureFile & { readonly content: Buffer }> {
    const { signatures } = this.office.store;
    const latest = signatures.files(request.id).findLast((file) => file.role === 'main' || file.origin === 'signed');
    if (!latest) throw new DeskRefusal('unable', 'Văn bản không có tệp để ký.');
    try {
      const letter = { requestId: request.id, pdf: signatures.bytes(latest), at };
      const content = await this.pens.signAsLeader({ ...letter, userCode: step.userCode });
      const fileName = latest.fileName.replace(/(-da-ky)?\.pdf$/iu, '-da-ky.pdf');
      return { ...latest, content, fileName, fileId: `da-ky-${step.stepOrder}`, origin: 'signed', role: 'signed' };
    } catch (cause) {
      throw penRefusal(cause);
    }
  }

  /** Signing takes time, so the state read before it is checked again when the result is written. */
  private commit(turn: Turn, write: () => SignatureRequest): SignatureRequest {
    const { store } = this.office;
    return store.atomically(() => {
      if (store.signatures.find(turn.request.id)?.revision !== turn.request.revision) {
        throw new DeskRefusal('unable', 'Văn bản vừa thay đổi ở nơi khác, hãy mở lại.');
      }
      const changed = write();
      this.office.tellOfSignature(changed);
      return changed;
    });
  }
}
