/**
 * Walks the installation of docs/operations/production.md on a bare Debian: `npm run test:bare-root`, as root, with Debian's and npm's mirrors in reach.
 *
 * A root is made by debootstrap, with this Node.js in it and nothing else, and booted by systemd-nspawn in a network of its own. What the page has people
 * type is typed there as it stands; `init` takes its answers from a file and tries them. Other machines stand in for those of an agency: an e-office (the
 * simulated one, behind TLS) and a server of time, whose clock is this machine's. The service must run closed in, and `hoi-am doctor` must find nothing wrong.
 *
 * The root may set the clock, which has no namespace: it is told the time that this machine has.
 *
 * Status 0 when it does, 1 when not. BARE_SUITE names Debian's release (trixie); BARE_ROOT keeps the root there instead of removing it.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const {
  BARE_SUITE: suite = 'trixie',
  BARE_ROOT: kept,
  BARE_MIRROR: mirror = 'http://deb.debian.org/debian',
} = process.env;
const NAME = 'hoi-am.so-gddt.test';
const PASSWORD = 'Mot-cau-dai-de-nho-27\n';
const E_OFFICE = 'e-office.so-gddt.test';
const TIME_SERVER = 'gio.so-gddt.test';
/** Where the other machines are: the app calls no server that has this machine's own address. */
const ELSEWHERE = '10.53.0.1';
const HIGHEST_EXPOSURE = 2;
const BOOT = `umount -R /sys/fs/cgroup 2>/dev/null; mount -t cgroup2 none /sys/fs/cgroup
mkdir -p /sys/fs/cgroup/bare.$$ && echo $$ > /sys/fs/cgroup/bare.$$/cgroup.procs; ip link set lo up
ip address add ${ELSEWHERE}/32 dev lo
exec systemd-nspawn --capability=CAP_SYS_TIME --register=no --keep-unit --boot --console=pipe -D "$0"`;
const ANSWERS = {
  ...{
    AGENCY_NAME: 'Sở Giáo dục và Đào tạo thành phố Hải Phòng',
    AGENCY_CODE: '000.00.03.H24',
    AGENCY_ADDRESS: 'Số 1',
  },
  ...{ HOTLINE_CODE: '000.00.22.H24', HOI_AM_PUBLIC_URL: `https://${NAME}`, HOI_AM_BACKUPS: '/mnt/sao-luu/hoi-am' },
  ...{ E_OFFICE_URL: `https://${E_OFFICE}/eoffice/v1`, E_OFFICE_CA: '/etc/hoi-am/noi-bo.pem' },
  ...{ E_OFFICE_USERNAME: 'sgddt', TRUST_CRL_HOSTS: '127.0.0.1:4100' },
  ...{ TRUST_ANCHORS: '/etc/hoi-am/goc.pem', ADMIN_USERNAME: 'quantri', ADMIN_NAME: 'Nguyễn Văn Ất' },
};

const root = kept ?? mkdtempSync('/var/tmp/hoi-am-bare-');
const started = [];
const began = Date.now();

function run(program, args, options = {}) {
  const { status, stdout, error } = spawnSync(program, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    ...options,
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? `status ${String(status)}`}`);
  return stdout;
}

function say(words) {
  process.stdout.write(`${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${words}\n`);
}

/** Another server of this nginx, which is to look like another machine. */
const E_OFFICE_DOOR = `server { listen 443 ssl; server_name ${E_OFFICE};
  ssl_certificate /etc/ssl/hoi-am.pem; ssl_certificate_key /etc/ssl/private/hoi-am.key;
  location / { proxy_pass http://127.0.0.1:4100; } }
`;
const TIME_SERVER_SAYS = `local stratum 5
allow all
bindaddress ${ELSEWHERE}
cmdport 0
pidfile /run/may-chu-gio.pid
`;

/** The page's section, and its commands in three parts: until what an officer brings is copied, until the program is built, and the rest. */
function pageOf() {
  const page = readFileSync('docs/operations/production.md', 'utf8');
  const section = page.slice(page.indexOf('### Không dùng container'), page.indexOf('## Nhiều máy'));
  const [prepare = '', install = ''] = [...section.matchAll(/```sh\n(.*?)```/gsu)].map(([, block]) => block);
  const [, build = '', rest = ''] = /^(.*npm run build\n)(.*)$/su.exec(install) ?? [];
  return {
    questions: /hỏi (\d+) câu/u.exec(section)?.[1],
    ...{ prepare, build },
    configure: `cd /opt/hoi-am\n${rest}`
      .replace(/^.* init$/mu, (line) => `${line} --answers /srv/tra-loi.json < /root/mat-khau`)
      .replace(/^hoi-am doctor$/mu, ''),
  };
}

function makeRoot() {
  // The root of a machine is open to all of its accounts; a temporary folder is not.
  mkdirSync(root, { recursive: true });
  chmodSync(root, 0o755);
  run('debootstrap', ['--variant=minbase', '--include=systemd,systemd-sysv,dbus,tzdata', suite, root, mirror]);
  const modules = join(root, 'usr/local/lib/node_modules');
  cpSync(realpathSync(process.execPath), join(root, 'usr/local/bin/node'));
  const npm = dirname(dirname(realpathSync(process.env.npm_execpath)));
  cpSync(npm, join(modules, 'npm'), { recursive: true });
  for (const name of ['npm', 'npx'])
    run('ln', ['-sf', `../lib/node_modules/npm/bin/${name}-cli.js`, join(root, 'usr/local/bin', name)]);
  const authority = run('npm', ['config', 'get', 'cafile']).trim();
  if (existsSync(authority)) {
    cpSync(authority, join(root, 'etc/ssl/npm.pem'));
    writeFileSync(join(modules, 'npm/npmrc'), 'cafile=/etc/ssl/npm.pem\n');
  }
  writeFileSync(join(root, 'etc/hosts'), `127.0.0.1 localhost ${NAME}\n${ELSEWHERE} ${TIME_SERVER} ${E_OFFICE}\n`);
  writeFileSync(join(root, 'srv/may-chu-gio.conf'), TIME_SERVER_SAYS);
  writeFileSync(join(root, 'root/mat-khau'), PASSWORD);
}

/** What the page's table has an officer bring: the sources, an authority and a certificate of it, the server of time, a disk of another machine. */
function bring() {
  const certificate = `-keyout root/tls.key -out root/tls.pem -days 700 -subj /CN=${NAME} -addext subjectAltName=DNS:${NAME},DNS:${E_OFFICE}`;
  run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...certificate.split(' ')], {
    cwd: root,
    stdio: 'ignore',
  });
  mkdirSync(join(root, 'root/nguon'));
  run('sh', ['-c', 'git archive HEAD | tar x -C "$0"', join(root, 'root/nguon')]);
  start('nsenter', ['-t', first, '-n', 'chroot', root, 'chronyd', '-x', '-d', '-f', '/srv/may-chu-gio.conf']);
  inside(`cp -r nguon/. /opt/hoi-am/; cp tls.pem /etc/hoi-am/noi-bo.pem; cp tls.pem /usr/local/share/ca-certificates/goc.crt
    update-ca-certificates; cp tls.pem /etc/ssl/hoi-am.pem; install -m 600 tls.key /etc/ssl/private/hoi-am.key
    echo 'server ${TIME_SERVER} iburst' > /etc/chrony/sources.d/co-quan.sources; chronyc reload sources
    mkdir /mnt/sao-luu; mount -t tmpfs -o size=3g sao-luu /mnt/sao-luu; install -d -m 700 -o hoi-am -g hoi-am /mnt/sao-luu/hoi-am`);
}

/** The simulated e-office, of the same sources: linked, for `npm prune` takes from the app what only a simulator needs. */
function openEOffice() {
  writeFileSync(join(root, 'etc/nginx/sites-enabled/e-office'), E_OFFICE_DOOR);
  inside(`cp -al /opt/hoi-am /srv/e-office; cd /srv/e-office; nginx -t; systemctl reload nginx
    systemd-run --unit=e-office --working-directory=/srv/e-office /usr/local/bin/node dist/integrations/e-office/simulator/main.js \\
      --directory /srv/e-office/kho --port 4100 --profile standard
    curl -fs --retry 120 --retry-all-errors --retry-delay 1 -o /etc/hoi-am/goc.pem http://127.0.0.1:4100/ca/root.pem`);
  const { password } = JSON.parse(readFileSync(join(root, 'srv/e-office/kho/dien-tap.json'), 'utf8'));
  writeFileSync(join(root, 'srv/tra-loi.json'), JSON.stringify({ ...ANSWERS, E_OFFICE_PASSWORD: password }));
}

/** The process that is the first in the container. */
let first = '';

async function boot() {
  const nspawn = start('unshare', ['--mount', '--net', '--propagation', 'private', 'sh', '-c', BOOT, root]);
  for (let tries = 0; first === '' && tries < 60; tries += 1) {
    await pause(1000);
    const children = readFileSync(`/proc/${nspawn}/task/${nspawn}/children`, 'utf8').trim().split(' ');
    first = children.find((pid) => pid !== '' && readFileSync(`/proc/${pid}/comm`, 'utf8') === 'systemd\n') ?? '';
  }
  start('slirp4netns', ['--configure', '--disable-host-loopback', first, 'tap0']);
  await pause(5000);
}

function start(program, args) {
  const child = spawn(program, args, { stdio: 'ignore' });
  started.push(child);
  return String(child.pid);
}

function inside(commands) {
  const environment = [
    'HOME=/root',
    'DEBIAN_FRONTEND=noninteractive',
    'LANG=C.UTF-8',
    'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin',
  ];
  const entered = ['-t', first, ...'-m -u -i -n -p -C -r -w'.split(' '), '/usr/bin/env', '-i', ...environment];
  return run('nsenter', [...entered, 'bash', '-ec', `cd /root\n${commands}`]);
}

/** What the doctor finds wrong, and its status. */
function askDoctor() {
  const lines = inside('hoi-am doctor --json && status=0 || status=$?; echo "status $status"').split('\n');
  const checks = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
  const wrong = checks.filter(({ ok }) => !ok);
  for (const { check, message, mend } of wrong) say(`✗ ${check}: ${message} ${mend}`);
  const status = Number(/^status (\d+)$/mu.exec(lines.join('\n'))?.[1]);
  say(`doctor: status ${String(status)}, ${String(checks.length)} checks, ${String(wrong.length)} wrong`);
  return status;
}

function exposure() {
  return Number(/level for hoi-am\.service: ([\d.]+)/u.exec(inside('systemd-analyze security --no-pager hoi-am'))?.[1]);
}

async function walk() {
  const { questions, prepare, build, configure } = pageOf();
  makeRoot();
  await boot();
  say('a bare root has booted');
  inside(prepare);
  bring();
  say('packages and what an officer brings are there');
  inside(build);
  openEOffice();
  say('the program is built');
  inside(configure);
  say(`the service was started; init has asked ${String(questions)} questions`);
  const status = askDoctor();
  inside('curl -fs http://127.0.0.1:8022/health/ready');
  const level = exposure();
  say(`exposure ${String(level)} by systemd-analyze`);
  return status === 0 && level < HIGHEST_EXPOSURE;
}

try {
  process.exitCode = (await walk()) ? 0 : 1;
  say(process.exitCode === 0 ? 'nothing is wrong' : 'something is wrong');
} finally {
  for (const child of started.reverse()) child.kill();
  await pause(5000);
  if (kept === undefined) rmSync(root, { recursive: true, force: true });
}
