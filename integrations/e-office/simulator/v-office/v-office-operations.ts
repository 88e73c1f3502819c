import { createDecipheriv } from 'node:crypto';
import { isSameSecret } from '../../../../src/kernel/same-secret.js';
import { sha256Of } from '../../../../src/kernel/sha256.js';
import { civilDate, isCivilDate } from '../../../../src/kernel/civil-date.js';
import { MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import { SoapRefusal } from '../../soap/door/soap-refusal.js';
import type { Signer, SubmitForSignatureRequest } from '../../soap/signature-contract.js';
import type { FileContent } from '../../soap/contract-parts.js';
import type {
  AutoSignOperations,
  FileAttachTranfer,
  RegisterRequest,
  Vof2EntityUser,
} from '../../profiles/viettel-voffice/v-office-wire.js';
import type { SoapHandlers } from '../../soap/door/soap-door.js';
import type { Office, OfficeUser } from '../office.js';
import { SignatureOperations } from '../operations/signature-operations.js';
import { finishedFiles } from '../signature-state.js';
import type { SignatureRequest } from '../store/signature-book.js';
import type { VOfficeSettings } from './v-office-options.js';
import { resultOf } from './v-office-result.js';

/** The numbers that a registration answers with, as far as this simulator gives them. */
const CODE = {
  registered: 1,
  fileFormat: 3,
  alreadyThere: 4,
  noTransCode: 5,
  account: 9,
  failed: 11,
  missing: 12,
  noSigners: 15,
  emptyFile: 22,
  unknownMail: 28,
  wrongUnit: 104,
  decryption: 109,
} as const;

const PDF_MAGIC = Buffer.from('%PDF-');

type Code = (typeof CODE)[keyof typeof CODE];

/** Thrown inside a registration. */
class Refused extends Error {
  constructor(readonly code: Code) {
    super(`vOffice code ${String(code)}`);
  }
}

/** The wire of vOffice over the same signing room. */
export class VOfficeOperations {
  private readonly signing: SignatureOperations;

  constructor(
    private readonly office: Office,
    private readonly settings: VOfficeSettings,
  ) {
    this.signing = new SignatureOperations(office);
  }

  handlers(): SoapHandlers<AutoSignOperations> {
    return {
      getListVof2UserByMail: ({ arg0 }) => Promise.resolve({ return: this.people(arg0) }),
      vo2RegDigitalDocByEmail: async ({ arg0 }) => ({ return: await this.register(arg0) }),
      getFile: ({ arg1 }) => Promise.resolve(this.file(arg1)),
      getTransInfor: ({ arg0, arg1, arg2 }) => Promise.resolve(this.state(arg0, arg1, arg2)),
    };
  }

  private people(mails: readonly string[]): readonly Vof2EntityUser[] {
    return mails.flatMap((mail) => {
      const [code = '', domain] = mail.split('@');
      const user = domain === this.settings.mailDomain ? this.office.user(code) : undefined;
      return user ? [this.entityOf(user, mail)] : [];
    });
  }

  private entityOf({ userCode, name, position }: OfficeUser, mail: string): Vof2EntityUser {
    return {
      userId: Number.parseInt(sha256Of(userCode).slice(0, 8), 16),
      adOrgId: this.settings.unit,
      adOrgName: this.office.parties.department.name,
      strEmail: mail,
      strCardNumber: userCode,
      fullName: name,
      jobTile: position,
    };
  }

  private async register(letter: RegisterRequest): Promise<Code> {
    try {
      this.requireAccounts(letter);
      return await this.open(letter);
    } catch (error) {
      if (error instanceof Refused) return error.code;
      if (error instanceof SoapRefusal) return error.code === 'EO-UNKNOWN-SIGNER' ? CODE.unknownMail : CODE.missing;
      throw error;
    }
  }

  private async open(letter: RegisterRequest): Promise<Code> {
    const { store } = this.office;
    if (letter.transCode === '') throw new Refused(CODE.noTransCode);
    const known = store.signatures.findByClientRequest(letter.transCode);
    if (known) {
      store.signatures.countRepetition(known.id);
      return CODE.alreadyThere;
    }
    const { signatureRequestId, duplicate } = await this.signing.submit(await this.submissionOf(letter));
    const issuesItself = letter.autoPromulgateText === undefined ? 0 : 1;
    if (duplicate) return CODE.alreadyThere;
    store.vOffice.note({ requestId: signatureRequestId, registerNumber: letter.registerNumber, issuesItself });
    return CODE.registered;
  }

  private async submissionOf(letter: RegisterRequest): Promise<SubmitForSignatureRequest> {
    const [number = '', ...notation] = letter.registerNumber.split('/');
    const issued = letter.createDate.split('/').reverse().join('-');
    if (number === '' || !isCivilDate(issued)) throw new Refused(CODE.missing);
    return {
      clientRequestId: letter.transCode,
      documentTypeCode: String(letter.hinhthucVanban ?? ''),
      subject: letter.docTitle,
      notation: notation.join('/'),
      priority: 0,
      preparedBy: letter.accountName,
      signer: this.routeOf(letter),
      recipient: [],
      documentNumber: number,
      issuedDate: civilDate(issued),
      file: await Promise.all(letter.lstFileAttach.map(contentOf)),
    };
  }

  /** A signer who is no leader initials; the last one issues. */
  private routeOf({ lstUserVof2, issueUnit }: RegisterRequest): readonly Signer[] {
    if (lstUserVof2.length === 0) throw new Refused(CODE.noSigners);
    if (issueUnit !== this.settings.unit || lstUserVof2.at(-1)?.isPublicText !== 1) throw new Refused(CODE.wrongUnit);
    return lstUserVof2.map(({ strCardNumber: userCode = '', signImageIndex: order = 0, isPublicText }) => {
      const acts = this.office.isLeader(userCode) ? 'sign' : 'initial';
      return { order, userCode, action: isPublicText === 1 ? 'seal' : acts, fileId: [] };
    });
  }

  private file(transCode: string): AutoSignOperations['getFile']['response'] {
    const { signatures } = this.office.store;
    const request = signatures.findByClientRequest(transCode);
    const files = request ? finishedFiles(request, signatures.files(request.id)) : [];
    if (files.length === 0) return {};
    return {
      return: {
        lstFileAttachTranfer: files.map((file) => ({
          fileName: file.fileName,
          attachBytes: signatures.held(file),
          fileSign: 1,
        })),
      },
    };
  }

  private state(appCode: string, appPass: string, transCode: string): AutoSignOperations['getTransInfor']['response'] {
    try {
      this.requireSame(this.plain(appCode), this.settings.appCode);
      this.requireSame(this.plain(appPass), this.settings.appPass);
    } catch (error) {
      if (error instanceof Refused) return {};
      throw error;
    }
    const request = this.office.store.signatures.findByClientRequest(transCode);
    return request ? { return: this.resultOf(request) } : {};
  }

  private resultOf(request: SignatureRequest): ReturnType<typeof resultOf> {
    return resultOf(this.office, this.settings, request);
  }

  private requireAccounts(letter: RegisterRequest): void {
    const { accountName, accountPass, appCode, appPass } = this.settings;
    this.requireSame(letter.accountName, accountName);
    this.requireSame(this.plain(letter.accountPass), accountPass);
    this.requireSame(this.plain(letter.appCode), appCode);
    this.requireSame(this.plain(letter.appPass), appPass);
  }

  private requireSame(given: string, expected: string): void {
    if (!isSameSecret(given, expected)) throw new Refused(CODE.account);
  }

  private plain(hidden: string): string {
    const { key } = this.settings;
    if (key === undefined) return hidden;
    try {
      const bytes = Buffer.from(hidden, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64'), bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
    } catch {
      throw new Refused(CODE.decryption);
    }
  }
}

async function contentOf({ fileName, attachBytes, fileSign }: FileAttachTranfer, at: number): Promise<FileContent> {
  const bytes = await attachBytes.read();
  await attachBytes.release();
  if (bytes.length === 0) throw new Refused(CODE.emptyFile);
  if (fileSign === 1 && !bytes.subarray(0, PDF_MAGIC.length).equals(PDF_MAGIC)) throw new Refused(CODE.fileFormat);
  return {
    fileId: `tep-${String(at + 1)}`,
    fileName,
    contentType: fileSign === 1 ? 'application/pdf' : 'application/octet-stream',
    size: bytes.length,
    sha256: sha256Of(bytes),
    role: fileSign === 1 ? 'main' : 'appendix',
    content: new MemoryBytes(bytes),
  };
}
