import { directoryCertificateEnd, staffSource, virusScanner } from './adapters.module.js';
import type { Outside } from '../cli/doctor/doctor-outside.js';
import type { Settings } from '../config/settings.js';
import { SystemClock } from '../platform/system-clock.js';

/** What the settings name outside, for the doctor to try. @throws SettingsError */
export function outsideSystems(settings: Settings): Outside {
  return {
    staff: staffSource(settings),
    certificateEnds: () => directoryCertificateEnd(settings),
    scanner: virusScanner(settings),
    now: new SystemClock().now(),
  };
}
