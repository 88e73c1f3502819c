import { ill, well, type DoctorCheck } from './doctor-check.js';
import { envLineFlaws } from './env-lines.js';

/** What was read before anything could be looked at. */
export interface ConfigurationFacts {
  /** `.env` that was read; null where there is none, or it was left alone. `openTo`: its mode, where others may read it. */
  readonly file: { readonly path: string; readonly text: string; readonly openTo: string | null } | null;
  /** The variables that we read. */
  readonly known: readonly string[];
  /** Why the settings cannot be used as they are, each a Vietnamese sentence. */
  readonly flaws: readonly string[];
}

/** Whether the configuration says what was meant, and whether the app starts with it. */
export function configurationChecks({ file, known, flaws }: ConfigurationFacts): readonly DoctorCheck[] {
  const check = 'configuration';
  const settings =
    flaws.length === 0
      ? [well(check, 'Cấu hình đọc được, mọi biến hợp lệ.')]
      : flaws.map((words) => ill(check, words, 'Sửa trong .env (ý nghĩa từng biến: .env.example), rồi khởi động lại.'));
  return [...settings, ...(file === null ? [] : fileChecks(file, known))];
}

function fileChecks(file: NonNullable<ConfigurationFacts['file']>, known: readonly string[]): readonly DoctorCheck[] {
  const check = 'env-file';
  const { path, text, openTo } = file;
  const lines = envLineFlaws(text, known).map((words) => ill(check, `${path}: ${words}`, `Sửa ${path}.`));
  const open =
    openTo === null
      ? []
      : [ill(check, `Tài khoản khác trên máy đọc được ${path} (quyền ${openTo}).`, `Chạy "chmod 600 ${path}".`)];
  const wrong = [...lines, ...open];
  return wrong.length > 0 ? wrong : [well(check, `Từng dòng của ${path} đọc được như đã viết.`)];
}
