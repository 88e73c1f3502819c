import { beginningOf } from '../../../../src/kernel/beginning-of.js';
import { civilDateOf } from '../../../../src/kernel/civil-date.js';
import type { Clock } from '../../../../src/kernel/clock.js';
import { MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import { OutsideRefused, OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';
import { SigningDesk } from '../../../../src/signing/ports/signing-desk.port.js';
import type {
  RemoteSignatureState,
  RemoteSignatureStatus,
  SealOrder,
  SignatureSubmission,
} from '../../../../src/signing/ports/signing-desk.port.js';
import type { ApplicationAccount } from '../connection.js';
import { signingAbilities } from '../profile.js';
import { notOffered } from '../not-offered.js';
import type { EOfficeProfile } from '../profile.js';
import { readMoment, writeDay } from '../wire-dates.js';
import type { Dates } from '../wire-dates.js';
import type { Cipher } from './v-office-cipher.js';
import type { VOfficeClient } from './v-office-client.js';
import type { VOfficeFigures } from './v-office-figures.js';
import { outcomeOf } from './v-office-results.js';
import type { ResultCodes } from './v-office-results.js';
import type { RegisterRequest, ResultObj } from './v-office-wire.js';
import { VOfficeRoute } from './v-office-route.js';

/** As whom we call, and for which unit. */
export interface VOfficeAccount extends Omit<ApplicationAccount, 'key'> {
  readonly accountName: string;
  readonly accountPass: string;
}

export interface VOfficeDeskOptions {
  readonly profile: Pick<EOfficeProfile, 'operations' | 'codes' | 'limits'>;
  readonly dates: Dates;
  readonly results: ResultCodes;
  readonly figures: VOfficeFigures;
  readonly account: VOfficeAccount;
  readonly cipher: Cipher;
  readonly clock: Clock;
}

/** The one file that we submit and get back. */
const LETTER = 'cong-van';

/**
 * How far on its way a letter is with each status: states bear no number there, and one that says less than another was told before it.
 * What gave the letter up may come after the leader's signature, and an issue after that.
 */
const RANK: Readonly<Record<RemoteSignatureStatus, number>> = {
  received: 1,
  inProgress: 2,
  signed: 3,
  returned: 4,
  rejected: 4,
  cancelled: 4,
  failed: 4,
  numbered: 5,
  sealed: 5,
  published: 5,
};

const WITH_FILE: readonly RemoteSignatureStatus[] = ['signed', 'numbered', 'sealed', 'published'];

/**
 * Viettel vOffice as a signing desk. Our clientRequestId is its transCode, and its only name for a letter.
 *
 * Number and date are taken with the registration alone, so it serves agencies that number before signing; its own clerk issues, which puts the
 * agency's seal on.
 */
export class VOfficeSigningDesk extends SigningDesk {
  override readonly abilities: SigningDesk['abilities'];
  private readonly route: VOfficeRoute;

  constructor(
    private readonly client: VOfficeClient,
    private readonly options: VOfficeDeskOptions,
  ) {
    super();
    this.abilities = signingAbilities(options.profile);
    this.route = new VOfficeRoute(client, options.account);
  }

  override async submit(
    submission: SignatureSubmission,
  ): Promise<{ readonly signatureRequestId: string; readonly duplicate: boolean }> {
    const { clientRequestId } = submission;
    const arg0 = await this.registration(submission);
    const duplicate = (await this.register(arg0)) === 'there';
    return { signatureRequestId: clientRequestId, duplicate };
  }

  override async states(clientRequestIds: readonly string[]): Promise<readonly RemoteSignatureState[]> {
    const states: RemoteSignatureState[] = [];
    for (const id of clientRequestIds) {
      const told = await this.ask(id);
      if (told !== undefined) states.push(this.stateOf(id, told));
    }
    return states;
  }

  override async signedFile(signatureRequestId: string): Promise<Buffer> {
    const { account, figures } = this.options;
    const arg0 = figures.hiddenCodeInGetFile ? this.field('appCode') : account.appCode;
    const { return: files } = await this.client.call('getFile', { arg0, arg1: signatureRequestId, arg2: true });
    const given = files?.lstFileAttachTranfer ?? [];
    try {
      const [file, second] = given.filter(({ fileSign }) => fileSign === 1);
      if (file === undefined || second !== undefined) {
        throw new OutsideUnavailable('vOffice không đưa đúng một tệp đã ký; phần mềm sẽ tải lại.');
      }
      return await file.attachBytes.read();
    } finally {
      for (const { attachBytes } of given) await attachBytes.release();
    }
  }

  /** Nothing is ordered: issuing follows from the registration, by itself or by the clerk's hand there. Says how the letter stands. */
  override async applySeal({
    signatureRequestId,
    entry,
  }: SealOrder): Promise<{ readonly status: RemoteSignatureStatus; readonly duplicate: boolean }> {
    if (entry !== undefined) throw numberComesFirst();
    const [state] = await this.states([signatureRequestId]);
    if (state === undefined) throw new OutsideRefused('EO-NOT-FOUND', 'vOffice không biết mã trình ký này.');
    return { status: state.status, duplicate: RANK[state.status] === RANK.published };
  }

  override takeNumber(): Promise<never> {
    return notOffered('cấp số văn bản đi');
  }

  override sealFile(): Promise<never> {
    const reason =
      'vOffice không ký số riêng một tệp qua kết nối. Văn thư ký số của cơ quan lên tệp bằng công cụ ký số rồi đưa vào đây.';
    return Promise.reject(new OutsideRefused('not-offered', reason));
  }

  override cancel(clientRequestId: string): Promise<never> {
    const reason = `vOffice không nhận lệnh rút qua kết nối. Người trình hủy luồng ngay trong vOffice, mã ${clientRequestId}.`;
    return Promise.reject(new OutsideRefused('not-offered', reason));
  }

  private async registration(submission: SignatureSubmission): Promise<RegisterRequest> {
    const { account, figures, clock, profile, dates } = this.options;
    const { clientRequestId, subject, notation, documentTypeCode, entry, file, signers } = submission;
    if (entry === undefined) throw numberComesFirst();
    const lstUserVof2 = await this.route.of(signers);
    return {
      accountName: this.field('accountName'),
      accountPass: this.field('accountPass'),
      appCode: this.field('appCode'),
      appPass: this.field('appPass'),
      transCode: clientRequestId,
      docTitle: beginningOf(subject, profile.limits.subjectLetters),
      sender: account.sender,
      lstFileAttach: [{ fileName: file.fileName, attachBytes: new MemoryBytes(file.content), fileSign: 1 }],
      createDate: writeDay(dates.day, civilDateOf(clock.now())),
      registerNumber: `${entry.number}/${notation}`,
      issueUnit: account.issueUnit,
      hinhthucVanban: figures.documentForms?.[documentTypeCode] ?? figures.documentForms?.['*'],
      isCanVanthuXetduyet: figures.clerkFirst,
      lstEmail: lstUserVof2.flatMap(({ strEmail }) => strEmail ?? []),
      lstUserVof2,
      autoPromulgateText: figures.autoPromulgate,
    };
  }

  /**
   * Its answer may get lost, and a server that fails may have taken the letter all the same: then it is asked for by its code at once, and what is
   * there counts.
   */
  private async register(arg0: RegisterRequest): Promise<'registered' | 'there'> {
    const { transCode } = arg0;
    const isThere = await this.attempt(arg0);
    if (!isThere || (await this.ask(transCode)) !== undefined) return isThere ? 'there' : 'registered';
    throw new OutsideUnavailable('vOffice vừa nói đã có mã trình ký này, vừa nói không có; phần mềm sẽ hỏi lại.');
  }

  /** @returns whether it says that it has the letter already */
  private async attempt(arg0: RegisterRequest): Promise<boolean> {
    try {
      const { return: code } = await this.client.call('vo2RegDigitalDocByEmail', { arg0 });
      return outcomeOf(code, this.options.results) === 'there';
    } catch (error) {
      if (error instanceof OutsideUnavailable && (await this.isThere(arg0.transCode))) return true;
      throw error;
    }
  }

  private async isThere(id: string): Promise<boolean> {
    try {
      return (await this.ask(id)) !== undefined;
    } catch {
      // Nobody answers at all: the failure that led here is the one to be told.
      return false;
    }
  }

  /** @returns undefined for a letter that it does not know */
  private async ask(id: string): Promise<ResultObj | undefined> {
    const asked = { arg0: this.field('appCode'), arg1: this.field('appPass'), arg2: id };
    const { return: told } = await this.client.call('getTransInfor', asked);
    return told === undefined || (told.transCode ?? id) === id ? told : undefined;
  }

  private stateOf(id: string, told: ResultObj): RemoteSignatureState {
    const { figures, clock, dates } = this.options;
    const { signStatus: word = '', actionDate = '', lastSignEmail } = told;
    const status = this.statusOf(word);
    const comment = filled(told.signComment) ?? figures.words[word];
    const lastActor = filled(lastSignEmail);
    return {
      signatureRequestId: id,
      clientRequestId: id,
      revision: RANK[status],
      status,
      changedAt: readMoment(dates.instant, actionDate) ?? clock.now(),
      ...(comment === undefined ? {} : { comment }),
      ...(lastActor === undefined ? {} : { lastActor }),
      ...(WITH_FILE.includes(status) ? { signedFile: { fileId: LETTER, sha256: '' } } : {}),
    };
  }

  /** Nothing is reported for a letter that is still on its way. */
  private statusOf(word: string): RemoteSignatureStatus {
    if (word === '') return 'received';
    const status = this.options.profile.codes.signStatus?.[word];
    if (status === undefined) throw unknownStatus(word);
    return status;
  }

  private field(name: VOfficeFigures['cipher']['fields'][number]): string {
    const { account, cipher, figures } = this.options;
    return figures.cipher.fields.includes(name) ? cipher(account[name]) : account[name];
  }
}

function numberComesFirst(): OutsideRefused {
  const reason =
    'vOffice chỉ nhận số văn bản lúc trình ký. Ở trang Thông tin cơ quan, đặt thứ tự “Giữ số khi trình” rồi trình lại.';
  return new OutsideRefused('not-offered', reason);
}

function unknownStatus(word: string): OutsideRefused {
  const shown = beginningOf(word, 40);
  const reason = `vOffice báo trạng thái “${shown}” mà hồ sơ kết nối chưa biết. Phần mềm vẫn hỏi tiếp; quản trị ghi nghĩa của trạng thái này vào hồ sơ.`;
  return new OutsideRefused('unknown-status', reason);
}

function filled(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text;
}
