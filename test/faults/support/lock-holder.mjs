// A second process that holds the database for itself alone, until its input ends.
import Database from 'better-sqlite3';

const database = new Database(process.argv[2], { timeout: 10_000 });
database.exec('BEGIN EXCLUSIVE');
process.stdout.write('held\n');
for await (const _ of process.stdin);
database.exec('COMMIT');
database.close();
