/** Which steps a database has had; its presence marks a database as ours. */
export const MIGRATIONS_TABLE = 'schema_migration';

/** Steps of the versions before 1.0.0 were numbered from 1764000000000; one baseline replaces them, and nothing leads from their tables to it. */
export function isUnreleasedStep(name: string): boolean {
  return /17640000000\d\d$/u.test(name);
}
