import { openLineFlaws, openLines, readLineNames, type Line } from './open-lines.js';

describe('a line that can be read on the way', () => {
  it.each<[Line, string, boolean]>([
    ['CLAMD_ADDRESS', '', false],
    ['DATABASE_URL', 'sqlite:var/hoi-am.db', false],
    ['DATABASE_URL', 'mssql://a:b@sql.haiphong.gov.vn:1433/hoi_am', false],
    ['DATABASE_URL', 'mssql://a:b@sql.haiphong.gov.vn:1433/hoi_am?encrypt=false', true],
    ['DATABASE_URL', 'mssql://a:b@127.0.0.1:1433/hoi_am?encrypt=false', false],
    ['SYSLOG_URL', 'udp://10.0.0.9:514', true],
    ['SYSLOG_URL', 'tcp://nhat-ky.haiphong.gov.vn', true],
    ['SYSLOG_URL', 'tls://nhat-ky.haiphong.gov.vn:6514', false],
    ['SYSLOG_URL', 'udp://localhost', false],
    ['SYSLOG_URL', 'unix:/run/log.sock', false],
    ['TRACES_URL', 'http://10.0.0.9:4318', true],
    ['TRACES_URL', 'https://vet.haiphong.gov.vn', false],
    ['TRACES_URL', 'http://[::1]:4318', false],
    ['CLAMD_ADDRESS', 'clamd.haiphong.gov.vn:3310', true],
    ['CLAMD_ADDRESS', '127.0.0.1:3310', false],
    ['CLAMD_ADDRESS', '127.quet.example:3310', true],
    ['CLAMD_ADDRESS', '[::1]:3310', false],
    ['CLAMD_ADDRESS', 'unix:/run/clamav/clamd.ctl', false],
  ])('is %s=%s: %p', (line, address, isOpen) => {
    expect(openLines({ [line]: address })).toEqual(isOpen ? [line] : []);
  });

  it('is a flaw unless its variable is named', () => {
    const open = { SYSLOG_URL: 'udp://10.0.0.9', CLAMD_ADDRESS: '10.0.0.9:3310' };
    const flaws = openLineFlaws({ ...open, UNENCRYPTED_LINES: ['CLAMD_ADDRESS'] });
    expect(flaws).toHaveLength(1);
    expect(flaws[0]).toMatch(/^Biến SYSLOG_URL không hợp lệ: .*tls:\/\/.*UNENCRYPTED_LINES\.$/u);
  });
});

describe('names of lines', () => {
  it.each([
    ['', []],
    ['SYSLOG_URL, CLAMD_ADDRESS', ['SYSLOG_URL', 'CLAMD_ADDRESS']],
    ['SYSLOG_URL,SMTP_URL', null],
  ])('%j are %j', (text, lines) => {
    expect(readLineNames(text)).toEqual(lines);
  });
});
