import { sourceOptions } from './data-source-options.js';

describe('what TypeORM needs to open a database on a server', () => {
  it.each(['writers', 'readers'] as const)('has the whole driver: %s', (pool) => {
    const options = sourceOptions('mssql://hoi-am:x@nowhere/x', { entities: [], migrations: [], server: {}, pool });
    const { driver } = options as { readonly driver: { readonly Request: new () => { readonly parameters: object } } };
    expect(new driver.Request().parameters).toEqual({});
  });

  it('takes account, password and name of the database as an address writes them', () => {
    const address = 'mssql://h%E1%BB%93i:b%23%40m@nowhere:14330/H%E1%BB%93i%20%C3%82m';
    expect(sourceOptions(address, { entities: [], migrations: [], server: {}, pool: 'writers' })).toMatchObject({
      host: 'nowhere',
      port: 14330,
      username: 'hồi',
      password: 'b#@m',
      database: 'Hồi Âm',
    });
  });

  it('asks nothing of the server before each statement to see whether the line still stands', () => {
    const options = sourceOptions('mssql://a:b@nowhere/x', {
      entities: [],
      migrations: [],
      server: {},
      pool: 'readers',
    });
    expect(options).toMatchObject({ extra: { validateConnection: 'socket' } });
  });
});
