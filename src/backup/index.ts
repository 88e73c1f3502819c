export { BackupBackgroundModule } from './backup-background.module.js';
export { findBackup, keyWords, newestBackup, NoBackup, type FoundBackup } from './backup-folder.js';
export { nearIdentities } from './near-identities.js';
export { UnusableIdentity } from './seal.js';
export { lastRehearsal, noteRehearsal, onStage } from './rehearsals.js';
export { CLEAR_POOL, strangeness, type Machine } from './domain/contents.js';
export { damagedFiles, restoreBackup, blockingFiles, type Target } from './restore-backup.js';
export { BackupUnderWay, whileHeld } from './backup-lock.js';
export { writeBackup, type Source, type WrittenBackup } from './write-backup.js';
