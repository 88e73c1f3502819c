/** One thing that the doctor looked at; `mend` says what a person does, and is empty where nothing is wrong. */
export interface DoctorCheck {
  readonly check: string;
  readonly ok: boolean;
  readonly message: string;
  readonly mend: string;
}

/** As it should be. */
export function well(check: string, message: string): DoctorCheck {
  return { check, ok: true, message, mend: '' };
}

/** Something is wrong. @param mend what a person does about it, in Vietnamese */
export function ill(check: string, message: string, mend: string): DoctorCheck {
  return { check, ok: false, message, mend };
}
