/** Which steps a database has had; its presence marks a database as ours. */
export const MIGRATIONS_TABLE = 'schema_migration';
