import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A wall clock that is wrong by so much, for the processes that are started with its environment; what measures durations goes on as it is. */
export class WrongClock {
  private readonly file: string;

  /** @throws Error when the tool is missing */
  constructor(directory: string) {
    this.file = join(directory, 'gio-may-chu');
    this.set(0);
  }

  get environment(): Readonly<Record<string, string>> {
    return {
      LD_PRELOAD: library(),
      FAKETIME_TIMESTAMP_FILE: this.file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    };
  }

  /** From now on the clock is so many seconds ahead; a process that runs sees it at once. */
  set(secondsAhead: number): void {
    writeFileSync(`${this.file}.moi`, `${secondsAhead < 0 ? '' : '+'}${secondsAhead}\n`);
    renameSync(`${this.file}.moi`, this.file);
  }
}

function library(): string {
  const places = readdirSync('/usr/lib').map((folder) => `/usr/lib/${folder}/faketime/libfaketimeMT.so.1`);
  const path = places.find((place) => existsSync(place));
  if (path === undefined) throw new Error('This fault needs faketime: apt-get install faketime');
  return path;
}
