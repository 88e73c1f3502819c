import { deployFiles } from './deploy-files.js';

const unitWith = (folder: string, written: readonly string[], data = '/var/lib/hoi-am'): string =>
  deployFiles({
    ...{ folder, programs: `${folder}/dist/src`, account: 'hoi-am', node: '/usr/local/bin/node', data, written },
    ...{ publicUrl: 'https://hoi-am.example', port: '8022', backups: '/mnt/sao-luu' },
  })['hoi-am.service'] ?? '';

describe('the unit of the service', () => {
  it('lets it write its data, and every other folder that was named, mounted or not', () => {
    const unit = unitWith('/opt/hoi-am', ['/var/lib/hoi-am', '/opt/hoi-am/sao-luu', '/mnt/thanh-tra/moc']);
    expect(unit).toContain('\nReadWritePaths=/var/lib/hoi-am -/opt/hoi-am/sao-luu -/mnt/thanh-tra/moc\n');
    expect(unit).toMatch(/\nPrivateTmp=yes\nProtectHome=yes\n/u);
  });

  it.each([
    ['the app', unitWith('/home/hoi-am/app', []), 'ProtectHome'],
    ['backups below a home', unitWith('/opt/hoi-am', ['/home/sao-luu']), 'ProtectHome'],
    ['data below a home', unitWith('/opt/hoi-am', [], '/home/hoi-am'), 'ProtectHome'],
    ['backups among temporary files', unitWith('/opt/hoi-am', ['/var/tmp/sao-luu']), 'PrivateTmp'],
  ])('does not keep away %s', (_what, unit, line) => {
    expect(unit).not.toContain(`\n${line}=`);
    expect(unit).toContain(line === 'PrivateTmp' ? '\nProtectHome=yes\n' : '\nPrivateTmp=yes\n');
  });
});
