import type { Settings } from '../config/settings.js';
import { placeOf } from '../platform/database/database-place.js';
import { standingOfTarget, TargetUnfit } from '../platform/database/move/move-target.js';
import { DatabaseUnfit, openDatabase } from './existing-database.js';

/** Makes the tables in an empty database on a server. @throws DatabaseUnfit where it is in use @throws DatabaseAway */
export async function layTables(settings: Settings): Promise<void> {
  const database = await openDatabase(settings);
  try {
    const standing = await standingOfTarget(database);
    if (standing === 'halfMoved') throw new TargetUnfit('inUse');
    if (standing === 'bare') await database.migrate();
  } catch (error) {
    if (!(error instanceof TargetUnfit)) throw error;
    throw new DatabaseUnfit(
      `Bản trình diễn chỉ bắt đầu trong một cơ sở dữ liệu trống, lập theo docs/operations/sql-server.md; ${placeOf(settings.databaseUrl)} thì không. Không có gì thay đổi trong đó.`,
    );
  } finally {
    await database.close();
  }
}
