import { setTimeout as pause } from 'node:timers/promises';
import { OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';
import { SpoolFolder } from '../../../../src/platform/spool/spool.js';
import { readAnswer } from '../../soap/client/answer.js';
import { CONTENT_TYPE, envelopeXml } from '../../soap/envelope.js';
import { HttpPost } from '../../soap/client/http-post.js';
import { filledIn } from '../../soap/client/outgoing-body.js';
import { writeRequest } from '../../soap/client/request.js';
import type { SoapHandlers } from '../../soap/door/soap-door.js';
import { CALLBACK_CONTRACT } from '../../profiles/viettel-voffice/v-office-wire.js';
import type { AutoSignOperations } from '../../profiles/viettel-voffice/v-office-wire.js';
import type { NotifyEventRequest } from '../../soap/contract.js';
import type { Desks } from '../desks/desks.js';
import type { Office } from '../office.js';
import type { SignatureRequest } from '../store/signature-book.js';
import { VOfficeOperations } from './v-office-operations.js';
import type { VOfficeFault, VOfficeSettings } from './v-office-options.js';
import { isTold, resultOf } from './v-office-result.js';

const TELL_MS = 10_000;
const MAX_ANSWER_BYTES = 64 * 1024;
/** Longer than anybody waits. */
const NEVER_MS = 120_000;

/** The simulated e-office as vOffice: its wire, its issuing of documents, its callback, and what goes wrong with them. */
export class VOfficeMode {
  /** What goes wrong until it is switched off; a restart is honest again. */
  fault: VOfficeFault | null = null;
  private readonly post: HttpPost | null;

  constructor(
    private readonly office: Office,
    private readonly settings: VOfficeSettings,
  ) {
    const { callbackUrl } = settings;
    const limits = { timeoutMs: TELL_MS, maxResponseBytes: MAX_ANSWER_BYTES, parallelCalls: 1 };
    this.post = callbackUrl === undefined ? null : new HttpPost({ endpoint: new URL(callbackUrl), ...limits });
  }

  operations(desks: () => Pick<Desks, 'leader'>): SoapHandlers<AutoSignOperations> {
    const honest = new VOfficeOperations(this.office, this.settings).handlers();
    return {
      ...honest,
      vo2RegDigitalDocByEmail: async (request, call) => {
        const answer = await honest.vo2RegDigitalDocByEmail?.(request, call);
        if (answer?.return === 1) await this.beforeAnswer(request.arg0.transCode, desks().leader);
        return answer ?? {};
      },
    };
  }

  /** Once its last leader has signed, a letter of this wire may be issued without any further order, or is issued by itself. */
  noteChange(request: SignatureRequest, registry: Desks['registry']): void {
    const { store, clock } = this.office;
    const letter = store.vOffice.find(request.id);
    if (request.status !== 'signed' || !letter) return;
    const signed = store.signatures.files(request.id).findLast(({ origin }) => origin === 'signed');
    if (!signed) return;
    store.signatures.orderSeal({
      requestId: request.id,
      clientRequestId: `${request.clientRequestId}-ban-hanh`,
      contentHash: signed.sha256,
      fileId: signed.fileId,
      documentNumber: null,
      documentNotation: null,
      issuedDate: null,
      orderedAt: clock.now(),
    });
    // What cannot be issued by itself waits on the registry's desk.
    if (letter.issuesItself === 1) setImmediate(() => void registry.seal(request.id).catch(() => undefined));
  }

  /** Whether the news is one of ours: told here, and not by our own contract. */
  isOurs({ signatureState }: NotifyEventRequest): boolean {
    return (
      signatureState !== undefined && this.office.store.vOffice.find(signatureState.signatureRequestId) !== undefined
    );
  }

  /** @throws OutsideUnavailable while the department does not take it */
  async tell({ signatureState }: NotifyEventRequest): Promise<void> {
    const request = this.office.store.signatures.find(signatureState?.signatureRequestId ?? '');
    if (!request || !isTold(request) || this.fault === 'callbackLost') return;
    await this.call(request);
    if (this.fault === 'callbackTwice') await this.call(request);
  }

  close(): void {
    this.post?.close();
  }

  private async beforeAnswer(transCode: string, leader: Desks['leader']): Promise<void> {
    if (this.fault === 'answerLost') {
      this.fault = null;
      await pause(NEVER_MS, undefined, { ref: false });
    }
    if (this.fault !== 'callbackFirst') return;
    this.fault = null;
    const { signatures } = this.office.store;
    const request = signatures.findByClientRequest(transCode);
    if (request) await this.call(await leader.sign(request.id));
  }

  private async call(request: SignatureRequest): Promise<void> {
    if (!this.post) return;
    const arg0 = resultOf(this.office, this.settings, request);
    const { xml } = writeRequest(CALLBACK_CONTRACT, 'returnSignReult', { arg0 });
    const headers = { 'Content-Type': CONTENT_TYPE['1.1'], SOAPAction: '""' };
    const intake = { maxBytes: MAX_ANSWER_BYTES, spools: SpoolFolder.ofSystem() };
    const body = filledIn(envelopeXml('1.1', xml), new Map());
    const { return: taken } = await this.post.exchange({ operation: 'returnSignReult', body, headers }, (answer) =>
      readAnswer(CALLBACK_CONTRACT, 'returnSignReult', answer, intake),
    );
    if (taken !== 1) throw new OutsideUnavailable('The department did not take the result');
  }
}
