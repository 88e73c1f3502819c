import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { SettingsError } from './environment.js';
import type { FileSettings } from './file-settings.js';
import type { Settings } from './settings.js';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/gu;

interface GivenFile {
  readonly variable: string;
  readonly path: string | undefined;
  readonly holds: 'certificates' | 'key' | 'something';
  readonly passphrase?: string | undefined;
}

/** The files that the settings name, each with what it must hold; relations between them are the adapters' matter. */
function givenFiles({ eOffice: { files }, signing, trust, directory, files: store }: Settings): readonly GivenFile[] {
  const { passphrase } = files;
  return [
    { variable: 'E_OFFICE_CA', path: files.ca, holds: 'certificates' },
    { variable: 'E_OFFICE_CLIENT_CERT', path: files.cert, holds: 'certificates' },
    { variable: 'E_OFFICE_CLIENT_KEY', path: files.key, holds: 'key', passphrase },
    { variable: 'E_OFFICE_CLIENT_PFX', path: files.pfx, holds: 'something' },
    { variable: 'E_OFFICE_SIGNING_CERT', path: files.signingCert, holds: 'certificates' },
    { variable: 'E_OFFICE_SIGNING_KEY', path: files.signingKey, holds: 'key' },
    { variable: 'E_OFFICE_PEER_CERT', path: files.peerCert, holds: 'certificates' },
    { variable: 'SIGNING_KEY_FILE', path: signing.application?.keyFile, holds: 'something' },
    { variable: 'TRUST_ANCHORS', path: trust.anchorsFile, holds: 'certificates' },
    { variable: 'FILES_CA', path: store.s3.caFile, holds: 'certificates' },
    { variable: 'LDAP_CA', path: directory?.caFile, holds: 'certificates' },
  ];
}

/** Before anything starts that would need them. @throws SettingsError with one Vietnamese sentence for each file that cannot be used */
export function requireGivenFiles(settings: Settings): void {
  const flaws = givenFileFlaws(settings);
  if (flaws.length > 0) throw new SettingsError(flaws.join('\n'));
}

/** One Vietnamese sentence for each file that cannot be used. */
export function givenFileFlaws(settings: Settings): readonly string[] {
  const flaws = givenFiles(settings).flatMap((file) => {
    const why = flawOf(file);
    return why === null ? [] : [`Biến ${file.variable} không hợp lệ: ${why}.`];
  });
  return [...flaws, ...folderFlaws(settings.files)];
}

/** Made here, a folder that machines share would lie under the mount point of a disk that is not mounted. */
function folderFlaws({ place }: FileSettings): readonly string[] {
  if (place.kind === 'bucket' || place.isOwn || existsSync(place.directory)) return [];
  return [
    `Biến HOI_AM_FILES không hợp lệ: không có thư mục ${place.directory}; gắn ổ đĩa ấy, hoặc tạo thư mục trên đó.`,
  ];
}

/** A certificate in a file that the settings name. */
export interface NamedCertificate {
  /** `E_OFFICE_CLIENT_CERT` */
  readonly variable: string;
  readonly subject: string;
  readonly end: Date;
}

/** The certificates of all those files that can be read. */
export function namedCertificates(settings: Settings): readonly NamedCertificate[] {
  return givenFiles(settings)
    .filter(({ path, holds }) => path !== undefined && holds === 'certificates')
    .flatMap(({ variable, path = '' }) =>
      (contentOf(path)?.match(CERTIFICATE) ?? []).flatMap((pem) => certificateOf(variable, pem)),
    );
}

/** @returns empty where it cannot be read */
function certificateOf(variable: string, pem: string): readonly NamedCertificate[] {
  try {
    const { subject, validTo } = new X509Certificate(pem);
    return [{ variable, subject: subject.split('\n').at(-1) ?? '', end: new Date(validTo) }];
  } catch {
    return [];
  }
}

function flawOf({ path, holds, passphrase }: GivenFile): string | null {
  if (path === undefined) return null;
  const content = contentOf(path);
  if (content === null) return `không đọc được tệp ${path}; xem lại đường dẫn và quyền đọc của tài khoản chạy phần mềm`;
  if (holds === 'certificates' && !holdsCertificates(content)) return `tệp ${path} không chứa chứng thư PEM đọc được`;
  if (holds === 'key' && !holdsKey(content, passphrase))
    return `tệp ${path} không chứa khóa riêng PEM đọc được, hoặc mật khẩu của khóa không đúng`;
  return null;
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function holdsCertificates(content: string): boolean {
  const found = content.match(CERTIFICATE) ?? [];
  return found.length > 0 && found.every((pem) => isReadable(() => new X509Certificate(pem)));
}

function holdsKey(key: string, passphrase: string | undefined): boolean {
  return isReadable(() => createPrivateKey({ key, passphrase }));
}

function isReadable(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
