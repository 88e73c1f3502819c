import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGES: Readonly<Record<string, string>> = {
  openssl: 'openssl',
  certutil: 'libnss3-tools',
  pk12util: 'libnss3-tools',
  pdfsig: 'poppler-utils',
  qpdf: 'qpdf',
  mutool: 'mupdf-tools',
};

const CONFIGURATION = `
[req]
distinguished_name = none
utf8 = yes
string_mask = utf8only
[none]
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
[sub]
basicConstraints = critical,CA:TRUE,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
authorityKeyIdentifier = keyid
[signer]
keyUsage = critical,digitalSignature,nonRepudiation
extendedKeyUsage = emailProtection
subjectKeyIdentifier = hash
[asked]
keyUsage = critical,digitalSignature
crlDistributionPoints = URI:http://ca.example/sub.crl
authorityInfoAccess = OCSP;URI:http://ca.example/ocsp
[stamper]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[responder]
keyUsage = critical,digitalSignature
extendedKeyUsage = OCSPSigning
noCheck = ignored
`;

/** How a holder's key is made, by its words on openssl's command line. */
const KEYS = {
  ec: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  rsa: ['-newkey', 'rsa:2048'],
} as const;

interface Issuing {
  readonly issuer?: string;
  readonly kind?: keyof typeof KEYS;
}

/** A certificate authority made by openssl and NSS, and a folder in which other people's tools sign. */
export class ToolAuthority {
  private readonly folder = mkdtempSync(join(tmpdir(), 'other-tools-'));

  constructor() {
    writeFileSync(this.path('authority.cnf'), CONFIGURATION);
    this.issue('root', '/O=Ban Cơ yếu/CN=Gốc thử nghiệm', 'root');
    this.issue('sub', '/O=Ban Cơ yếu/CN=Cấp dưới', 'sub', { issuer: 'root' });
    this.issue('leader', '/O=Sở GDĐT/CN=Đỗ Quốc Khánh', 'signer', { issuer: 'sub', kind: 'rsa' });
    this.issue('agency', '/CN=Sở Giáo dục và Đào tạo', 'signer', { issuer: 'sub' });
    this.issue('asked', '/CN=Nguyễn Văn Êm', 'asked', { issuer: 'sub' });
    this.issue('stamper', '/CN=Dấu thời gian', 'stamper', { issuer: 'sub' });
    this.issue('responder', '/CN=Trả lời thu hồi', 'responder', { issuer: 'sub' });
    writeFileSync(this.path('chain.pem'), Buffer.concat([this.read('sub.pem'), this.read('root.pem')]));
  }

  get anchor(): Buffer {
    return this.der('root.pem');
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  read(name: string): Buffer {
    return readFileSync(this.path(name));
  }

  write(name: string, content: Buffer | string): string {
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  /** @throws Error that names the Debian package when the tool is not installed */
  run(tool: string, ...args: readonly string[]): Buffer {
    try {
      return execFileSync(tool, args, { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'] });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
        throw new Error(`Thiếu công cụ ${tool}: apt-get install ${PACKAGES[tool] ?? tool}`, { cause: error });
      }
      throw error;
    }
  }

  /** A database of keys as poppler's pdfsig reads it. */
  openNss(...holders: readonly string[]): void {
    this.run('certutil', '-N', '-d', 'sql:.', '--empty-password');
    for (const holder of holders) {
      this.exportP12(holder);
      this.run('pk12util', '-i', `${holder}.p12`, '-d', 'sql:.', '-W', '1', '-K', '');
    }
    this.run('certutil', '-A', '-n', 'anchor', '-t', 'CT,C,C', '-a', '-i', 'root.pem', '-d', 'sql:.');
  }

  exportP12(holder: string): void {
    const files = ['-inkey', `${holder}.key`, '-in', `${holder}.pem`, '-certfile', 'chain.pem'];
    this.run('openssl', 'pkcs12', '-export', ...files, '-name', holder, '-passout', 'pass:1', '-out', `${holder}.p12`);
  }

  der(pem: string): Buffer {
    const [, base64 = ''] = /-----BEGIN [^-]+-----([^-]+)/u.exec(this.read(pem).toString('latin1')) ?? [];
    return Buffer.from(base64, 'base64');
  }

  /** A detached CMS by `openssl cms -sign`. */
  cms(signed: Buffer, holder: string, ...options: readonly string[]): Buffer {
    this.write('signed.bin', signed);
    const who = ['-signer', `${holder}.pem`, '-inkey', `${holder}.key`, '-certfile', 'chain.pem'];
    this.run(
      'openssl',
      'cms',
      '-sign',
      '-binary',
      '-in',
      'signed.bin',
      '-outform',
      'DER',
      '-out',
      'cms.der',
      ...who,
      ...options,
    );
    return this.read('cms.der');
  }

  /** A time-stamp token by `openssl ts`. */
  timestamp(stamped: Buffer): Buffer {
    this.write('stamped.bin', stamped);
    this.write('serial', '01');
    this.write('ts.cnf', TIMESTAMPING);
    this.run('openssl', 'ts', '-query', '-data', 'stamped.bin', '-sha256', '-cert', '-out', 'query.tsq');
    this.run(
      'openssl',
      'ts',
      '-reply',
      '-config',
      'ts.cnf',
      '-queryfile',
      'query.tsq',
      '-token_out',
      '-out',
      'token.der',
    );
    return this.read('token.der');
  }

  /** A list of revoked certificates by `openssl ca`. */
  revocationList(...revoked: readonly string[]): Buffer {
    this.write('index.txt', '');
    this.write('crlnumber', '01');
    this.write(
      'ca.cnf',
      '[ca]\ndefault_ca = c\n[c]\ndatabase = index.txt\ncrlnumber = crlnumber\ndefault_md = sha256\n',
    );
    const as = ['-config', 'ca.cnf', '-cert', 'sub.pem', '-keyfile', 'sub.key'];
    for (const one of revoked) this.run('openssl', 'ca', ...as, '-revoke', `${one}.pem`);
    this.run('openssl', 'ca', ...as, '-gencrl', '-crldays', '7', '-out', 'crl.pem');
    return this.der('crl.pem');
  }

  /** An OCSP response by `openssl ocsp`, about a certificate as the last list had it. */
  ocsp(holder: string, ...options: readonly string[]): Buffer {
    const [serial = ''] =
      /[0-9A-F]+$/mu.exec(this.run('openssl', 'x509', '-in', `${holder}.pem`, '-noout', '-serial').toString()) ?? [];
    const isRevoked = this.read('index.txt').includes(serial);
    if (!isRevoked) this.write('index.txt', `V\t350101000000Z\t\t${serial}\tunknown\t/CN=x\n`);
    const responder = ['-rsigner', 'responder.pem', '-rkey', 'responder.key', '-ndays', '1'];
    const question = ['-CA', 'sub.pem', '-issuer', 'sub.pem', ...options, '-cert', `${holder}.pem`];
    this.run('openssl', 'ocsp', '-index', 'index.txt', ...question, ...responder, '-respout', 'ocsp.der');
    return this.read('ocsp.der');
  }

  /** What `openssl ocsp` answers to a request in DER. */
  answer(request: Buffer): Buffer {
    this.write('request.der', request);
    const responder = ['-rsigner', 'responder.pem', '-rkey', 'responder.key', '-ndays', '1'];
    this.run(
      'openssl',
      'ocsp',
      '-index',
      'index.txt',
      '-CA',
      'sub.pem',
      '-reqin',
      'request.der',
      ...responder,
      '-respout',
      'answer.der',
    );
    return this.read('answer.der');
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }

  private issue(name: string, subject: string, section: string, { issuer, kind = 'ec' }: Issuing = {}): void {
    const common = ['-config', 'authority.cnf', '-utf8', '-nodes', '-subj', subject, '-keyout', `${name}.key`];
    const by = issuer === undefined ? [] : ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`];
    this.run(
      'openssl',
      'req',
      '-x509',
      ...KEYS[kind],
      ...common,
      ...by,
      '-extensions',
      section,
      '-days',
      '700',
      '-out',
      `${name}.pem`,
    );
  }
}

const TIMESTAMPING = `
[tsa]
default_tsa = tests
[tests]
serial = serial
signer_cert = stamper.pem
certs = chain.pem
signer_key = stamper.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`;
