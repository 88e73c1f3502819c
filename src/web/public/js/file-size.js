import { all } from './elements.js';

/** Says beside the files of a form that they are too large, before anything is sent. */
export function weighFiles() {
  for (const input of all(HTMLInputElement, 'input[type="file"][data-largest]')) {
    input.addEventListener('change', () => {
      input.setCustomValidity(tooLarge(input));
      input.reportValidity();
    });
  }
}

/** @param {HTMLInputElement} input */
function tooLarge(input) {
  const inputs = input.form ? all(HTMLInputElement, 'input[type="file"]', input.form) : [input];
  const files = inputs.flatMap(({ files: chosen }) => [...(chosen ?? [])]);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const largest = Number(input.dataset.largest);
  if (bytes <= largest) return '';
  const what = files.length > 1 ? 'Các tệp đã chọn cộng lại' : 'Tệp đã chọn';
  return `${what} ${inMegabytes(bytes)} MB; mỗi lần gửi nhiều nhất ${inMegabytes(largest)} MB. Chọn tệp nhỏ hơn, hoặc chia ra gửi nhiều lần.`;
}

/** @param {number} bytes */
function inMegabytes(bytes) {
  return (bytes / 1_000_000).toLocaleString('vi-VN', { maximumFractionDigits: 1 });
}
