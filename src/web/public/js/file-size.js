import { all } from './elements.js';

/** Says beside the files of a form that they are too many or too large, before anything is sent. */
export function weighFiles() {
  for (const input of all(HTMLInputElement, 'input[type="file"][data-largest]')) {
    input.addEventListener('change', () => weigh(input));
  }
}

/** @param {HTMLInputElement} input */
function weigh(input) {
  input.setCustomValidity(tooMany(input) || tooLarge(input) || oneTooLarge(input));
  input.reportValidity();
}

/** @param {HTMLInputElement} input */
function tooMany({ files, dataset: { most } }) {
  const count = files?.length ?? 0;
  if (most === undefined || count <= Number(most)) return '';
  return `Đã chọn ${count} tệp; mỗi lần gửi nhiều nhất ${most} tệp. Bỏ bớt, hoặc chia ra gửi nhiều lần.`;
}

/** @param {HTMLInputElement} input */
function tooLarge(input) {
  const inputs = input.form ? all(HTMLInputElement, 'input[type="file"]', input.form) : [input];
  const files = inputs.flatMap(({ files: chosen }) => [...(chosen ?? [])]);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const largest = Number(input.dataset.largest);
  if (bytes <= largest) return '';
  const what = files.length > 1 ? 'Các tệp đã chọn cộng lại' : 'Tệp đã chọn';
  return `${what} ${sizeOf(bytes)}; mỗi lần gửi nhiều nhất ${sizeOf(largest)}. Chọn tệp nhỏ hơn, hoặc chia ra gửi nhiều lần.`;
}

/** @param {HTMLInputElement} input */
function oneTooLarge({ files, dataset: { largestEach } }) {
  const large =
    largestEach === undefined ? undefined : [...(files ?? [])].find(({ size }) => size > Number(largestEach));
  return large === undefined
    ? ''
    : `Tệp “${large.name}” ${sizeOf(large.size)}; mỗi tệp nhiều nhất ${sizeOf(Number(largestEach))}.`;
}

/** As pages say it: `1,2 MB`. @param {number} bytes */
export function sizeOf(bytes) {
  const digits = { maximumFractionDigits: bytes < 999_500 ? 0 : 1 };
  if (bytes < 999_500) return `${Math.ceil(bytes / 1_000).toLocaleString('vi-VN', digits)} kB`;
  return `${(bytes / 1_000_000).toLocaleString('vi-VN', digits)} MB`;
}
