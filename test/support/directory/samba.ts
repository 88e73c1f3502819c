import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DirectoryAuthority, type ServerFiles } from './directory-authority.js';
import { kill, run, spawnMortal, untilAnswers } from './directory-process.js';
import { ldif, type Entry } from './ldif.js';

const PORT = 636;
/** Samba listens on fixed ports: one at a time on a machine, later ones wait. */
const LOCK = '/tmp/hoi-am-samba.lock';

/** A real Active Directory domain by Samba, with a folder of its own; needs root for its ports. Debian: `samba-ad-dc`, `samba-ad-provision`, `ldap-utils`. */
export class Samba {
  static readonly url = `ldaps://localhost:${String(PORT)}`;
  static readonly base = 'DC=sgddt,DC=lan';
  static readonly people = `CN=Users,${Samba.base}`;
  /** The account by which we ask; an administrator, because only that one may also write what a test needs. */
  static readonly account = `CN=Administrator,${Samba.people}`;
  static readonly password = 'Quản-trị@2026';

  private constructor(
    private readonly folder: string,
    private readonly files: ServerFiles,
    private readonly lock: ChildProcess,
    private child: ChildProcess,
  ) {}

  /** The file of the authority that vouches for it. */
  get ca(): string {
    return this.files.ca;
  }

  /**
   * @param entries what it begins with, written in one transaction before it starts: thousands take seconds, by `change` minutes
   * @throws Error when Samba is missing, does not take the entries or does not start
   */
  static async start(entries: readonly Entry[] = []): Promise<Samba> {
    const lock = await lockOfMachine();
    const folder = await mkdtemp(join(tmpdir(), 'samba-'));
    try {
      await provisionedInto(folder);
      await run('/usr/bin/python3', ['-c', LOADER, folder], { input: ldif(entries) });
      const files = await new DirectoryAuthority(folder).certify('localhost', '127.0.0.1', 'dc1.sgddt.lan');
      return new Samba(folder, files, lock, await launch(folder, files));
    } catch (error) {
      await kill(lock);
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Changes the running directory, by a file of changes. */
  async change(...changes: readonly string[]): Promise<void> {
    const line = ['-H', `ldaps://127.0.0.1:${String(PORT)}`, '-x', '-D', Samba.account, '-w', Samba.password];
    await run('ldapmodify', line, { input: changes.join('\n'), env: { LDAPTLS_CACERT: this.files.ca } });
  }

  /** It is gone, with everything it has on disk kept. */
  async stop(): Promise<void> {
    await kill(this.child);
  }

  /** It comes back. */
  async restart(): Promise<void> {
    await kill(this.child);
    this.child = await launch(this.folder, this.files);
  }

  /** It ends for good, and leaves nothing behind. */
  async close(): Promise<void> {
    await kill(this.child);
    await kill(this.lock);
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** A person of Active Directory; with a password, one who may sign in. */
export function adPerson(
  account: string,
  fullName: string,
  password: string | null = null,
  more: Entry['attributes'] = {},
): Entry {
  return {
    dn: `CN=${account},${Samba.people}`,
    attributes: {
      objectClass: ['top', 'person', 'organizationalPerson', 'user'],
      sAMAccountName: account,
      displayName: fullName,
      userAccountControl: '512',
      ...(password === null ? {} : { unicodePwd: unicodePassword(password) }),
      ...more,
    },
  };
}

/** A group of people and of groups. */
export function adGroup(name: string, members: readonly string[]): Entry {
  return {
    dn: `CN=${name},${Samba.people}`,
    attributes: { objectClass: ['top', 'group'], sAMAccountName: name.replace(/[^\p{L}\d]/gu, ''), member: members },
  };
}

/** The form in which Active Directory takes a password: between quotes, in UTF-16. */
export function unicodePassword(password: string): Buffer {
  return Buffer.from(`"${password}"`, 'utf16le');
}

/** Opens the database of the domain, makes passwords easy and locks an account after three wrong ones, and adds what comes as LDIF; all or nothing. */
const LOADER = `
import sys
from samba.auth import system_session
from samba.param import LoadParm
from samba.samdb import SamDB
folder = sys.argv[1]
lp = LoadParm()
lp.load(folder + '/etc/smb.conf')
db = SamDB(url=folder + '/private/sam.ldb', session_info=system_session(), lp=lp)
db.transaction_start()
db.modify_ldif("""dn: DC=sgddt,DC=lan
changetype: modify
replace: lockoutThreshold
lockoutThreshold: 3
-
replace: minPwdLength
minPwdLength: 0
-
replace: pwdProperties
pwdProperties: 0
-
replace: minPwdAge
minPwdAge: 0
""")
db.add_ldif(sys.stdin.read())
db.transaction_commit()
`;

/** Made once on a machine for each version of Samba, because it takes long, and copied by each test that starts one. Called under the lock. */
async function provisionedInto(folder: string): Promise<void> {
  const { mtimeMs } = await stat('/usr/sbin/samba');
  const made = join(tmpdir(), `hoi-am-samba-${String(Math.trunc(mtimeMs))}`);
  if (!existsSync(made)) {
    const begun = `${made}.begun`;
    await rm(begun, { recursive: true, force: true });
    await provision(begun);
    await rename(begun, made);
  }
  await cp(made, folder, { recursive: true });
  const conf = join(folder, 'etc', 'smb.conf');
  await writeFile(conf, (await readFile(conf, 'utf8')).replaceAll(`${made}.begun`, folder));
}

async function provision(folder: string): Promise<void> {
  const options = ['interfaces=lo', 'bind interfaces only=yes', 'ldb:nosync=true'];
  await run('samba-tool', [
    'domain',
    'provision',
    '--server-role=dc',
    '--use-rfc2307',
    '--dns-backend=NONE',
    '--realm=SGDDT.LAN',
    '--domain=SGDDT',
    `--adminpass=${Samba.password}`,
    `--targetdir=${folder}`,
    '--host-ip=127.0.0.1',
    '--host-name=dc1',
    ...options.map((option) => `--option=${option}`),
  ]);
}

/** Held by a process, so that it is free again however we end. */
async function lockOfMachine(): Promise<ChildProcess> {
  const holder = spawnMortal('flock', ['--no-fork', LOCK, 'sh', '-c', 'echo mine; exec sleep infinity'], {
    stdout: 'pipe',
  });
  if (holder.stdout) await once(holder.stdout, 'data');
  return holder;
}

async function launch(folder: string, { ca, cert, key }: ServerFiles): Promise<ChildProcess> {
  const options = ['server services=ldap', `tls cafile=${ca}`, `tls certfile=${cert}`, `tls keyfile=${key}`];
  const child = spawnMortal('samba', [
    '-s',
    join(folder, 'etc', 'smb.conf'),
    '-i',
    '-M',
    'single',
    ...options.map((option) => `--option=${option}`),
  ]);
  await untilAnswers(child, PORT, ca);
  return child;
}
