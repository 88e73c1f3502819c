import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DirectoryAuthority, type ServerFiles } from './directory-authority.js';
import { freePort, kill, run, spawnMortal, untilAnswers } from './directory-process.js';
import { ldif, type Entry } from './ldif.js';

const SCHEMAS = ['core', 'cosine', 'inetorgperson', 'nis'];

/** What a started OpenLDAP begins with; left out, there is only its base, the people's place, the groups' place and the account that asks. */
export interface SlapdWish {
  readonly entries?: readonly Entry[];
  /** Entries that one answer to the account that asks holds at most, as in an Active Directory: further ones come by pages. */
  readonly sizeLimit?: number;
}

/** A real OpenLDAP server on free ports of this machine, in TLS, with a folder of its own; Debian: `slapd`, `ldap-utils`. */
export class Slapd {
  static readonly base = 'dc=sgddt,dc=example';
  static readonly people = `ou=Can bo,${Slapd.base}`;
  static readonly groups = `ou=Nhom,${Slapd.base}`;
  /** The account by which we ask; it reads everything but passwords. */
  static readonly account = `cn=hoi-am,${Slapd.base}`;
  static readonly password = 'mật khẩu của phần mềm (1)';
  private static readonly root = `cn=quan-tri,${Slapd.base}`;
  private static readonly rootPassword = 'quan-tri-thu';

  private constructor(
    private readonly folder: string,
    private readonly files: ServerFiles,
    readonly port: number,
    private child: ChildProcess,
  ) {}

  /** Where it is asked, in TLS; its certificate holds for this address and for no name. */
  get url(): string {
    return `ldaps://127.0.0.1:${String(this.port)}`;
  }

  /** The file of the authority that vouches for it. */
  get ca(): string {
    return this.files.ca;
  }

  /** @throws Error when slapd is missing, does not take the entries or does not start */
  static async start({ entries = [], sizeLimit }: SlapdWish = {}): Promise<Slapd> {
    const folder = await mkdtemp(join(tmpdir(), 'slapd-'));
    await mkdir(join(folder, 'db'));
    const files = await new DirectoryAuthority(folder).certify('127.0.0.1');
    const conf = join(folder, 'slapd.conf');
    await writeFile(conf, configuration(folder, files, sizeLimit));
    await writeFile(join(folder, 'seed.ldif'), ldif([...SKELETON, ...entries]));
    await run('slapadd', ['-q', '-f', conf, '-l', join(folder, 'seed.ldif')], PATH);
    const port = await freePort();
    return new Slapd(folder, files, port, await launch(folder, port, files.ca));
  }

  /** Changes a running directory, by a file of changes. */
  async change(...changes: readonly string[]): Promise<void> {
    const line = ['-H', socketUrl(this.folder), '-x', '-D', Slapd.root, '-w', Slapd.rootPassword];
    await run('ldapmodify', line, { ...PATH, input: changes.join('\n') });
  }

  /** It hangs: connections are taken by the kernel, nobody answers on them. */
  hang(): void {
    this.child.kill('SIGSTOP');
  }

  wake(): void {
    this.child.kill('SIGCONT');
  }

  /** It is gone, with everything it has on disk kept. */
  async stop(): Promise<void> {
    await kill(this.child);
  }

  /** It comes back on the same port. */
  async restart(): Promise<void> {
    await kill(this.child);
    this.child = await launch(this.folder, this.port, this.files.ca);
  }

  /** It ends for good, and leaves nothing behind. */
  async close(): Promise<void> {
    await kill(this.child);
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Debian has servers where a person's path does not lead. */
const PATH = { env: { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` } };

function socketUrl(folder: string): string {
  return `ldapi://${encodeURIComponent(join(folder, 'ldapi'))}`;
}

async function launch(folder: string, port: number, ca: string): Promise<ChildProcess> {
  const doors = `ldaps://127.0.0.1:${String(port)} ${socketUrl(folder)}`;
  const child = spawnMortal('slapd', ['-d', '0', '-f', join(folder, 'slapd.conf'), '-h', doors], {
    env: { ...process.env, ...PATH.env },
  });
  await untilAnswers(child, port, ca);
  return child;
}

function configuration(folder: string, { ca, cert, key }: ServerFiles, sizeLimit: number | undefined): string {
  const most = String(sizeLimit ?? 'unlimited');
  return `${SCHEMAS.map((name) => `include /etc/ldap/schema/${name}.schema`).join('\n')}
modulepath /usr/lib/ldap
moduleload back_mdb
moduleload ppolicy
TLSCACertificateFile ${ca}
TLSCertificateFile ${cert}
TLSCertificateKeyFile ${key}
threads 4
database mdb
suffix ${Slapd.base}
rootdn ${Slapd['root']}
rootpw ${Slapd['rootPassword']}
directory ${join(folder, 'db')}
maxsize 268435456
dbnosync
index objectClass,uid,member,entryUUID,modifyTimestamp eq
overlay ppolicy
limits dn.exact="${Slapd.account}" size.soft=${most} size.hard=${most} size.pr=${most} size.prtotal=unlimited
access to attrs=userPassword by anonymous auth by * none
access to * by dn.exact="${Slapd.account}" read by anonymous auth by * none
`;
}

const SKELETON: readonly Entry[] = [
  {
    dn: Slapd.base,
    attributes: { objectClass: ['dcObject', 'organization'], dc: 'sgddt', o: 'Sở Giáo dục và Đào tạo (thử nghiệm)' },
  },
  { dn: Slapd.people, attributes: { objectClass: 'organizationalUnit', ou: 'Can bo' } },
  { dn: Slapd.groups, attributes: { objectClass: 'organizationalUnit', ou: 'Nhom' } },
  {
    dn: Slapd.account,
    attributes: {
      objectClass: ['organizationalRole', 'simpleSecurityObject'],
      cn: 'hoi-am',
      userPassword: Slapd.password,
    },
  },
];
