/**
 * Makes sure that the Debian packages which a purpose needs are here: `node .ci/debian-packages.mjs demo|test|bare-root|alerts|faults`.
 * As root on Debian they are installed; otherwise the one line to run is printed and the status is 3.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NEEDS = {
  demo: {
    soffice: 'libreoffice-writer-nogui',
    '/usr/lib/python3/dist-packages/uno.py': 'python3-uno',
    pdftoppm: 'poppler-utils',
    '/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf': 'fonts-liberation',
  },
  test: {
    'chromium-headless-shell': 'chromium-headless-shell',
    pdfsig: 'poppler-utils',
    qpdf: 'qpdf',
    openssl: 'openssl',
    certutil: 'libnss3-tools',
    mutool: 'mupdf-tools',
    xmlsec1: 'xmlsec1',
    php: 'php-cli',
    '/var/lib/dpkg/info/php-soap.list': 'php-soap',
    '/var/lib/dpkg/info/php-xml.list': 'php-xml',
    '/usr/lib/python3/dist-packages/zeep': 'python3-zeep',
    '/usr/lib/python3/dist-packages/xmlsec': 'python3-xmlsec',
    '/usr/sbin/slapd': 'slapd',
    ldapmodify: 'ldap-utils',
    '/usr/sbin/samba': 'samba-ad-dc',
    '/usr/share/samba/setup/provision.ldif': 'samba-ad-provision',
    '/usr/lib/python3/dist-packages/samba/samdb.py': 'python3-samba',
    setpriv: 'util-linux',
    '/usr/sbin/clamd': 'clamav-daemon',
    moto_server: 'python3-moto',
    age: 'age',
  },
  'bare-root': {
    debootstrap: 'debootstrap',
    'systemd-nspawn': 'systemd-container',
    slirp4netns: 'slirp4netns',
    openssl: 'openssl',
  },
  alerts: { promtool: 'prometheus' },
  faults: {
    strace: 'strace',
    prlimit: 'util-linux',
    mount: 'mount',
    faketime: 'faketime',
    iptables: 'iptables',
  },
};

const isThere = (name) => {
  const places = name.startsWith('/')
    ? [name]
    : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return places.some((place) => {
    try {
      accessSync(place, constants.R_OK);
      return true;
    } catch {
      return false;
    }
  });
};

const purpose = Object.keys(NEEDS).find((name) => name === process.argv[2]) ?? 'demo';
const needs = { ...NEEDS.demo, ...NEEDS[purpose] };
const missing = [...new Set(Object.entries(needs).flatMap(([name, debian]) => (isThere(name) ? [] : [debian])))];
if (missing.length === 0) process.exit(0);

const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...missing];
if (process.getuid?.() !== 0 || !isThere('apt-get')) {
  process.stderr.write(`Còn thiếu gói Debian. Chạy một lần, rồi chạy lại lệnh vừa rồi:\n  sudo ${install.join(' ')}\n`);
  process.exit(3);
}

process.stderr.write(`Đang cài gói Debian: ${missing.join(', ')}\n`);
const quietly = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
spawnSync('apt-get', ['update', '-qq'], quietly);
const { status } = spawnSync(install[0], [...install.slice(1), '-qq'], quietly);
if (status !== 0) {
  process.stderr.write(`Không cài được. Chạy bằng tay để xem lý do:\n  ${install.join(' ')}\n`);
  process.exit(3);
}
