import {
  authorityExtension,
  type CertificateWish,
  type Holder,
  issue,
  keyUsage,
  nameOf,
  purposes,
} from './certificates.js';

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** A small public key infrastructure: root, authority below it, a leader, an agency, a timestamp authority. */
export interface TestAuthority {
  readonly root: Holder;
  readonly sub: Holder;
  readonly leader: Holder;
  readonly agency: Holder;
  readonly stamper: Holder;
  /** A signer of this authority, right but for what is wished. */
  readonly signer: (wish?: Partial<CertificateWish>) => Holder;
}

export const LEADER_NAME = 'Đỗ Quốc Khánh';
export const AGENCY_NAME = 'Sở Giáo dục và Đào tạo thành phố Hải Phòng';

export function openTestAuthority(name = 'Gốc thử nghiệm'): TestAuthority {
  const root = issue({ name: nameOf(name), extensions: [authorityExtension(), keyUsage('keyCertSign', 'cRLSign')] });
  const sub = issue({
    name: nameOf(`${name}, cấp dưới`),
    issuer: root,
    extensions: [authorityExtension(0), keyUsage('keyCertSign', 'cRLSign')],
  });
  const signer = (wish: Partial<CertificateWish> = {}): Holder =>
    issue({
      name: nameOf(LEADER_NAME, { '2.5.4.5': 'khanh.dq', '2.5.4.12': 'Phó Giám đốc' }),
      issuer: sub,
      extensions: [keyUsage('digitalSignature', 'nonRepudiation')],
      ...wish,
    });
  return {
    root,
    sub,
    leader: signer(),
    agency: signer({ name: nameOf(AGENCY_NAME, { '2.5.4.5': 'H24.3' }) }),
    stamper: signer({
      name: nameOf('Dấu thời gian thử nghiệm'),
      extensions: [keyUsage('digitalSignature'), purposes(true, TIME_STAMPING)],
    }),
    signer,
  };
}
