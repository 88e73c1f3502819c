import { SettingsError, type Settings } from '../config/settings.js';
import { missingWords, openExisting } from './existing-database.js';
import { SystemClock } from '../platform/system-clock.js';
import { safetyChecks } from '../safety/domain/safety-checks.js';
import type { SafetyCheck } from '../safety/domain/safety-rule.js';
import { readSafetyFacts } from '../safety/index.js';

/** What keeps strangers out of the app, by its settings and its database as it is. @throws SettingsError where there is none @throws DatabaseBehind */
export async function installationSafety(settings: Settings): Promise<readonly SafetyCheck[]> {
  const database = await openExisting(settings, 'Chạy "hoi-am migrate" trước.');
  if (!database) throw new SettingsError(missingWords(settings.databaseUrl));
  try {
    return safetyChecks(await readSafetyFacts(settings, database, new SystemClock().now()));
  } finally {
    await database.close();
  }
}
