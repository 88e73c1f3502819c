import { sourceOptions } from './data-source-options.js';

describe('what TypeORM needs to open a database on a server', () => {
  it.each(['writers', 'readers'] as const)('has the whole driver: %s', (pool) => {
    const options = sourceOptions('mssql://hoi-am:x@nowhere/x', { entities: [], migrations: [], server: {}, pool });
    const { driver } = options as { readonly driver: { readonly Request: new () => { readonly parameters: object } } };
    expect(new driver.Request().parameters).toEqual({});
  });
});
