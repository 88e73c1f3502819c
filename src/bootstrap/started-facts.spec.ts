import { readSettings } from '../config/settings.js';
import { startedFacts } from './started-facts.js';

describe('what a process says of itself once it has started', () => {
  it('is version, database and switches, without a secret', () => {
    const secret = 'k8Tq2-9zLp4-mWx7';
    const facts = startedFacts(
      readSettings({
        ...{ HOI_AM_DATA: '/du-lieu', DATABASE_URL: `mssql://sa:${secret}@sql.so.vn:1433/hoi_am` },
        ...{
          SMTP_URL: `smtps://hoi-am:${secret}@thu.so.vn`,
          E_OFFICE_URL: 'https://e.so.vn',
          E_OFFICE_PASSWORD: secret,
        },
        ...{ METRICS_TOKEN: secret.repeat(2), HOI_AM_BACKUPS: '/sao-luu', HOI_AM_PUBLIC_URL: 'https://hoi-am.so.vn' },
      }),
    );
    expect(facts).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/u) as string,
      mode: 'development',
      publicUrl: 'https://hoi-am.so.vn',
      database: 'SQL Server sql.so.vn:1433/hoi_am',
      on: ['eOffice', 'mail', 'backups', 'metrics'],
      off: expect.arrayContaining(['directory', 'antivirus', 'anchorsElsewhere']) as string[],
    });
    expect(JSON.stringify(facts)).not.toContain(secret);
  });
});
