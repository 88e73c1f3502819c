/** Imported before everything else, so that entities are those of SQL Server: their dialect is that of the process. */
process.env['DATABASE_URL'] = 'mssql://hoi-am:x@nowhere/x';
