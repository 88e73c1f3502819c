import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

interface Registries {
  readonly hasOwnRegistry: (config: object, testPath: string) => boolean;
}

const { hasOwnRegistry } = createRequire(import.meta.url)('../support/one-registry/own-registries.cjs') as Registries;
const specs = globSync('test/{medium,e2e}/*.spec.ts');
const isForServer = (spec: string): boolean => readFileSync(spec, 'utf8').includes('as-on-sql-server.js');

describe('the types of columns are fixed for all specs of a worker', () => {
  it.each(specs.filter(isForServer))('so %s, which is for SQL Server, loads its modules anew', (spec) => {
    expect(hasOwnRegistry({}, resolve(spec))).toBe(true);
  });

  it('and the others share theirs', () => {
    const others = specs.filter((spec) => !isForServer(spec));
    expect(others.filter((spec) => hasOwnRegistry({}, resolve(spec)))).toEqual([]);
  });
});
