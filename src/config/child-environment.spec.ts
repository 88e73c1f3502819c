import { childEnvironment, inheritedEnvironment, trustOfThisProcess } from './child-environment.js';

const SYSTEM_CA = '--use-system-ca';

describe('a child of this process', () => {
  const [options, environment] = [process.execArgv, process.env];
  beforeEach(() => {
    process.env = { PATH: environment['PATH'] };
  });
  afterEach(() => {
    [process.execArgv, process.env] = [options, environment];
  });

  it('trusts what this process trusts, also by an option of Node', () => {
    process.execArgv = [SYSTEM_CA];
    process.env['NODE_EXTRA_CA_CERTS'] = '/etc/goc.pem';
    const trust = { NODE_EXTRA_CA_CERTS: '/etc/goc.pem', NODE_USE_SYSTEM_CA: '1' };
    expect(trustOfThisProcess()).toEqual(trust);
    expect(inheritedEnvironment()).toMatchObject(trust);
    expect(childEnvironment('DATABASE_URL', 'mssql://may')).toMatchObject({ ...trust, DATABASE_URL: 'mssql://may' });
  });

  it('trusts nothing more where this process does not', () => {
    process.execArgv = [];
    expect(trustOfThisProcess()).toEqual({});
  });
});
