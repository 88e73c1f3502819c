export { BackupBackgroundModule } from './backup-background.module.js';
export { findBackup, newestBackup, NoBackup, type FoundBackup } from './backup-folder.js';
export { lastRehearsal, noteRehearsal, onStage } from './rehearsals.js';
export { strangeness, type Machine } from './domain/contents.js';
export { damagedFiles, restoreBackup, blockingFiles, type Target } from './restore-backup.js';
export { BackupUnderWay, whileHeld } from './backup-lock.js';
export { writeBackup, type Source, type WrittenBackup } from './write-backup.js';
