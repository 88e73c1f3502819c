/** Which steps a database has had; its presence marks a database as ours. */
export const MIGRATIONS_TABLE = 'schema_migration';

/** Steps of the versions before 1.0.0 were numbered from 1764000000000; one baseline replaces them, and nothing leads from their tables to it. */
export function isUnreleasedStep(name: string): boolean {
  return /17640000000\d\d$/u.test(name);
}

/**
 * Whether software may work with a database that has had a step of later software: its name says so. `Expand…` only adds, and asks nothing; `Needs0038…`
 * changes or takes away what software that does not know step 0038 asks for. Of a name that says nothing the worst is supposed.
 *
 * @param known the steps that the software knows
 */
export function mayWorkAfter(step: string, known: readonly string[]): boolean {
  if (known.includes(step)) return true;
  const said = /^(?:Expand|Needs(\d{4}))/u.exec(step);
  if (said === null) return false;
  const [, needed] = said;
  return needed === undefined || known.some((one) => one.endsWith(needed));
}
