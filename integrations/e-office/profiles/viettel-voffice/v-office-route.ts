import { OutsideRefused } from '../../../../src/kernel/outside-failure.js';
import type { SignatureSubmission } from '../../../../src/signing/ports/signing-desk.port.js';
import type { VOfficeClient } from './v-office-client.js';
import type { ApplicationAccount } from '../connection.js';
import type { Vof2EntityUser } from './v-office-wire.js';

type Signers = SignatureSubmission['signers'];

/** The way of a letter over people of vOffice, who are known there by their mail. */
export class VOfficeRoute {
  constructor(
    private readonly client: VOfficeClient,
    private readonly account: Pick<ApplicationAccount, 'issueUnit' | 'mailDomain'>,
  ) {}

  /**
   * @returns everybody in order, as vOffice knows them; the last issues the document
   * @throws OutsideRefused `EO-UNKNOWN-SIGNER` for somebody whom it does not know, or knows twice
   */
  async of(signers: Signers): Promise<readonly Vof2EntityUser[]> {
    const route = signers.toSorted((one, other) => one.order - other.order);
    if (route.at(-1)?.action !== 'seal') {
      throw unknown(
        'vOffice cần văn thư ở cuối luồng để ban hành. Quản trị ghi mã trên hệ thống quản lý văn bản cho văn thư.',
      );
    }
    const mails = route.map(({ userCode }) => this.mailOf(userCode));
    const { return: found } = await this.client.call('getListVof2UserByMail', { arg0: [...new Set(mails)] });
    return route.map(({ action, displayName }, at) => ({
      ...this.personOf(mails[at] ?? '', displayName, found),
      signImageIndex: at + 1,
      isPublicText: action === 'seal' ? 1 : 0,
    }));
  }

  private mailOf(code: string): string {
    const { mailDomain } = this.account;
    return code.includes('@') || mailDomain === undefined ? code : `${code}@${mailDomain}`;
  }

  /** One mail may stand for several posts; the one in the issuing unit counts then. */
  private personOf(mail: string, name: string, found: readonly Vof2EntityUser[]): Vof2EntityUser {
    const posts = found.filter(({ strEmail = '' }) => strEmail.toLowerCase() === mail.toLowerCase());
    const [post, second] = posts;
    if (post === undefined) throw unknown(`vOffice không có tài khoản mang địa chỉ ${mail} (${name}).`);
    if (second === undefined) return post;
    const [own, another] = posts.filter(({ adOrgId }) => adOrgId === this.account.issueUnit);
    if (own === undefined || another !== undefined) {
      throw unknown(`Địa chỉ ${mail} (${name}) thuộc nhiều đơn vị trên vOffice, không biết ký theo đơn vị nào.`);
    }
    return own;
  }
}

function unknown(reason: string): OutsideRefused {
  return new OutsideRefused('EO-UNKNOWN-SIGNER', reason);
}
