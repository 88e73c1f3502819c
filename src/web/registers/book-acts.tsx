import type { VNode } from 'preact';
import type { RegisterCode } from './registers-words.js';
import { Icon } from '../kit/icon.js';

/** Years that have a book; one alone is not asked about. */
export type BookYears = readonly { readonly year: number; readonly label: string }[];

interface BookActsProps {
  readonly code: RegisterCode;
  readonly year: number;
  readonly years: BookYears;
}

/** What can be done with the book of a year: another year chosen, the book taken out as Excel or printed. */
export function BookActs({ code, year, years }: BookActsProps): VNode {
  return (
    <>
      {years.length > 1 && (
        <form class="ha-acts" action={`/so-van-ban/${code}`} data-auto-submit>
          <label class="ha-vh" for="nam">
            Năm
          </label>
          <select class="form-select ha-w-auto" id="nam" name="nam">
            {years.map((one) => (
              <option key={one.year} value={String(one.year)} selected={one.year === year}>
                {one.label}
              </option>
            ))}
          </select>
          <button class="btn ha-unscripted" type="submit">
            Xem
          </button>
        </form>
      )}
      {code === 'den' && (
        <a class="btn" href="/van-ban-den">
          Văn bản chờ xử lý
        </a>
      )}
      {code === 'di' && (
        <a class="btn" href="/du-thao">
          Văn bản đang soạn
        </a>
      )}
      <a class="btn" href={`/so-van-ban/${code}.xlsx?nam=${year}`}>
        <Icon name="down" />
        Xuất Excel
      </a>
      <a class="btn" href={`/so-van-ban/${code}/in?nam=${year}`}>
        In sổ
      </a>
    </>
  );
}
