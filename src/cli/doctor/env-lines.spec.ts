import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { VARIABLES } from '../../config/environment.js';
import { SECRETS } from '../../config/secrets.js';
import { envLineFlaws } from './env-lines.js';

const KNOWN = [...VARIABLES, ...SECRETS.map((name) => `${name}_FILE`)];

describe('the lines of .env', () => {
  it.each<readonly [what: string, text: string, told: RegExp]>([
    ['a line that ends before its sign', 'HOI_AM_PORT=8022\nE_OFFICE_PASS', /^Dòng 2 không có dấu "="/u],
    [
      'a quote that nobody closed',
      'AGENCY_NAME="Sở Giáo dục\nHOI_AM_PORT=8022',
      /^Dòng 1 \(AGENCY_NAME\): mở dấu " mà không đóng/u,
    ],
    ['what stands behind a quote', 'AGENCY_NAME="Sở" Giáo dục', /^Dòng 1 .*phần sau dấu " đóng bị bỏ/u],
    [
      'a password that is cut at #',
      'E_OFFICE_PASSWORD=kq8ZtmLp27#VnwXc',
      /^Dòng 1 \(E_OFFICE_PASSWORD\): phần từ dấu # trở đi bị bỏ/u,
    ],
    ['a variable that nobody reads', 'LDAP_BIND_PASWORD=x', /không đọc biến này; có phải LDAP_BIND_PASSWORD\?/u],
    ['one of ours that is written otherwise', 'HOI_AM_PORTTTT=x', /có phải HOI_AM_PORT\?/u],
    ['a variable that stands twice', 'HOI_AM_PORT=1\nHOI_AM_PORT=2', /^Dòng 2 \(HOI_AM_PORT\): đã đặt ở dòng 1/u],
    ['a name with a space', 'HOI AM=1', /^Dòng 1: trước dấu "=" không phải tên một biến/u],
    [
      'a variable that Node.js reads before the file',
      'NODE_EXTRA_CA_CERTS=/etc/x.pem',
      /không đọc biến này từ tệp.*update-ca/u,
    ],
    ['a mark that editors of Windows leave', '\uFEFFHOI_AM_PORT=1', /^Tệp bắt đầu bằng dấu BOM/u],
  ])('tell %s', (_what, text, told) => {
    const flaws = envLineFlaws(text, KNOWN);
    expect(flaws).toEqual([expect.stringMatching(told)]);
    expect(flaws.join('')).not.toContain('kq8ZtmLp27');
  });

  it('are those of the example, left as it is or filled in', () => {
    const example = readFileSync(join(import.meta.dirname, '../../../.env.example'), 'utf8');
    expect(envLineFlaws(example, KNOWN)).toEqual([]);
    expect(envLineFlaws(example.replaceAll(/^# (?=[A-Z_]+=)/gmu, ''), KNOWN)).toEqual([]);
    expect(envLineFlaws('HTTPS_PROXY=http://proxy:3128\nNO_PROXY=localhost', KNOWN)).toEqual([]);
  });

  it.each([
    'HOSTNAME',
    'HOI_AM_IMAGE',
    'MSSQL_SA_PASSWORD',
    'PGPASSWORD',
    'COMPOSE_PROJECT_NAME',
    'USER',
    'SHELL',
    'PWD',
  ])('may name what others read: %s', (name) => {
    expect(envLineFlaws(`${name}=x`, KNOWN)).toEqual([]);
  });

  it('may have a # in a note behind a value', () => {
    expect(envLineFlaws('HOI_AM_PORT=8022 # cổng, xem việc#12', KNOWN)).toEqual([]);
  });

  it('are read as meant where nothing is told', () => {
    const text = `# lời\r\nexport HOI_AM_PORT = 8022 # cổng\nAGENCY_NAME="Sở #1"  # lời\nTZ=UTC\nSESSION_SECRET_FILE='/b m/x'\nNODE_ENV=production\n`;
    expect(envLineFlaws(text, KNOWN)).toEqual([]);
    expect(parseEnv(text)).toMatchObject({ HOI_AM_PORT: '8022', AGENCY_NAME: 'Sở #1', SESSION_SECRET_FILE: '/b m/x' });
  });
});
