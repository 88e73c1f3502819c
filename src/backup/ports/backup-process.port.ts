/** How the command ended. */
export interface BackupOutcome {
  /** 0 all is in it · 1 files are missing · 3 not written */
  readonly exitCode: number;
  /** What went wrong, in Vietnamese. */
  readonly words: string;
}

/** Runs `hoi-am backup` and `hoi-am restore` in a process of its own: the copy of the database holds the process that makes it. */
export abstract class BackupProcess {
  /** Answers within hours at most; never rejects. */
  abstract run(folder: string, kept: number): Promise<BackupOutcome>;

  /** Runs `hoi-am restore --rehearse` with the newest backup: 0 it proved itself · 1 it did not · 3 it could not be tried. Never rejects. */
  abstract rehearse(folder: string): Promise<BackupOutcome>;
}
